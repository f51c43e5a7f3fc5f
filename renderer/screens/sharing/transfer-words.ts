import { countryName } from '../../components/country-field.tsx';
import type { TransferViews } from '../../stores/sharing.ts';

/** What a transfer to some countries is, by the policy and by UK law, and what it asks for. */
interface TransferWords {
  /** One sentence for each country that is outside the EU or the UK. */
  lines: string[];
  /** Whether a safeguard has to be written down: some country is not adequate by UK law. */
  needsSafeguard: boolean;
}

/** @param views a view of each country, once. */
export function transferWords(views: TransferViews): TransferWords {
  return {
    lines: views
      .filter(({ outsideEu, outsideUk }) => outsideEu || outsideUk)
      .map(({ code, outsideEu, outsideUk, adequate, source }) => {
        const where = [outsideEu && 'outside the EU', outsideUk && 'outside the UK'].filter(
          Boolean,
        );
        const law = !outsideUk
          ? 'no transfer abroad by UK law'
          : adequate
            ? `adequate (${source})`
            : `not adequate (${source}), so a safeguard is needed`;
        return `${countryName(code)}: ${where.join(' and ')}; ${law}.`;
      }),
    needsSafeguard: views.some(({ adequate }) => !adequate),
  };
}
