import { countryName } from '../../components/country-field.tsx';
import { transferView } from '../../domain/countries.ts';

/** What a transfer to some countries is, by the policy and by UK law, and what it asks for. */
interface TransferWords {
  /** One sentence for each country that is outside the EU or the UK. */
  lines: string[];
  /** Whether a safeguard has to be written down: some country is not adequate by UK law. */
  needsSafeguard: boolean;
}

/** @param countries ISO 3166-1 alpha-2 codes; each is said once. */
export function transferWords(countries: readonly string[]): TransferWords {
  const views = [...new Set(countries)].map((code) => ({ code, ...transferView(code) }));
  return {
    lines: views
      .filter(({ outsideEu, outsideUk }) => outsideEu || outsideUk)
      .map(({ code, outsideEu, outsideUk, adequate }) => {
        const where = [outsideEu && 'outside the EU', outsideUk && 'outside the UK'].filter(
          Boolean,
        );
        const law = !outsideUk
          ? 'no transfer abroad by UK law'
          : adequate
            ? 'adequate by UK regulations'
            : 'not adequate by UK regulations, so a safeguard is needed';
        return `${countryName(code)}: ${where.join(' and ')}; ${law}.`;
      }),
    needsSafeguard: views.some(({ adequate }) => !adequate),
  };
}
