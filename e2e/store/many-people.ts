/** A list of as many people as are wanted, in the order of nothing: each a short row. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../launch.ts';
import { giveToProgram } from '../stage.ts';

const HEADS = 'Bar Cal Dor El Fen Gar Hol Ir Jar Kel Lor Mar Nor Or Pel Ros Sel Tor Ul Wes'.split(
  ' ',
);
const TAILS = 'anby eden cofield dorland erman finson gaton halwell inworth karford'.split(' ');
const GIVEN = 'Anna Maria Peter Olga Owen Grace Mateo Ravi Jonathan Margaret'.split(' ');
const FIRMS = 'Quality Audit Systems Assurance Safety Environment'.split(' ');

/** A CSV file where the program may read it; its names are the same in every run. */
export function writePeople(profile: Profile, count: number): string {
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const rows = Array.from({ length: count }, (_, at) => {
    // A step that has no factor in common with the lists, so that neighbours differ.
    const mixed = (at * 7_919) % 1_000_003;
    const family = `${pick(HEADS, mixed)}${pick(TAILS, Math.floor(mixed / 20))}`;
    const given = pick(GIVEN, Math.floor(mixed / 200));
    const firm = `${pick(HEADS, Math.floor(mixed / 7))} ${pick(FIRMS, mixed)}`;
    const mail = `${given}.${family}.${at}@example.org`.toLowerCase();
    return `${given} ${family} ${at},${mail},+44 7700 ${String(at).padStart(6, '0')},${firm}`;
  });
  const path = join(profile.home, `people-${count}.csv`);
  writeFileSync(path, ['Name,E-mail address,Telephone,Organisation', ...rows].join('\n'));
  giveToProgram(path);
  return path;
}
