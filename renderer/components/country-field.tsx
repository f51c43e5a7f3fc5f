import { ComboBox } from './combo-box.tsx';

/** ISO 3166-1 alpha-2, assigned codes as of 2026. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );
const names = new Intl.DisplayNames('en-GB', { type: 'region' });
const COUNTRIES = CODES.map((id) => ({ id, label: countryName(id) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en-GB'),
);

/** A country's English name for its ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** A country, chosen by typing a few letters of its name. */
export function CountryField({
  value,
  onChange,
  label = 'Country',
  help,
}: {
  value: string | null;
  onChange: (code: string) => void;
  label?: string;
  help?: string;
}) {
  return (
    <ComboBox
      label={label}
      value={value}
      valueLabel={value ? countryName(value) : ''}
      onChange={(code) => code && onChange(code)}
      find={(text) => Promise.resolve(matching(text))}
      nothingFound="No country by that name."
      {...(help ? { help } : {})}
    />
  );
}

function matching(text: string) {
  const wanted = text.trim().toLowerCase();
  const starts = COUNTRIES.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const holds = COUNTRIES.filter(
    ({ id, label }) =>
      !label.toLowerCase().startsWith(wanted) &&
      (label.toLowerCase().includes(wanted) || id.toLowerCase() === wanted),
  );
  return [...starts, ...holds];
}
