import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ShareSet } from '../../stores/recovery.ts';

/** Two of three, unless something else is asked for. */
export const DEFAULT_SHARES: ShareSet = { threshold: 2, holders: ['', '', ''] };

const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9];
const options = (from: readonly number[]) =>
  from.map((count) => ({ id: String(count), label: String(count) }));

/** How many shares, how many of them open the vault, and who is to have them. */
export function ShareFields({
  value,
  onChange,
}: {
  value: ShareSet;
  onChange: (value: ShareSet) => void;
}) {
  const { threshold, holders } = value;
  const resize = (count: number) =>
    onChange({
      threshold: Math.min(threshold, count),
      holders: Array.from({ length: count }, (_, place) => holders[place] ?? ''),
    });
  return (
    <fieldset className="share-fields">
      <legend>The officers who get a share</legend>
      <div className="fields">
        <Select
          label="Shares in all"
          value={String(holders.length)}
          options={options(COUNTS)}
          onChange={(count) => resize(Number(count))}
        />
        <Select
          label="Open the vault together"
          value={String(threshold)}
          options={options(COUNTS.filter((count) => count <= holders.length))}
          onChange={(count) => onChange({ ...value, threshold: Number(count) })}
        />
      </div>
      <p className="help">
        Names are printed on the shares and kept inside the vault only. They may be left empty.
      </p>
      <div className="fields">
        {holders.map((holder, place) => (
          <TextField
            // The shares of a set have no other name than their number.
            key={`share-${place + 1}`}
            label={`Share ${place + 1} is for`}
            value={holder}
            onChange={(name) => onChange({ ...value, holders: holders.with(place, name) })}
            maxLength={200}
            dir="auto"
          />
        ))}
      </div>
    </fieldset>
  );
}
