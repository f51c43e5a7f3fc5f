/** A list of people that is large in bytes, not in rows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../launch.ts';
import { giveToProgram } from '../stage.ts';

/** How many people are in it. */
export const BIG_LIST = 520;

/** Takes more than the 4 MiB after which the store folds: its notes do not compress. Names begin with the mark. */
export function writeBigList(
  profile: Profile,
  mark: string,
  random: (below: number) => number,
): string {
  const note = (): string =>
    Array.from({ length: 1_400 }, () => random(2 ** 30).toString(36)).join('-');
  const rows = Array.from({ length: BIG_LIST }, (_, at) =>
    `${mark} Person ${at},${mark}.${at}@example.org,${note()}`.slice(0, 9_900),
  );
  const path = join(profile.home, `${mark}.csv`);
  writeFileSync(path, ['Name,E-mail address,Notes', ...rows].join('\n'));
  giveToProgram(path);
  return path;
}
