/** What stands on an agenda, and in which order committees take it. */

/** The business that every ordinary meeting has. */
export type Standing = 'apologies' | 'previous' | 'arising' | 'other' | 'next';

const TITLES: Readonly<Record<Standing, string>> = {
  apologies: 'Apologies for absence',
  previous: 'Minutes of the previous meeting',
  arising: 'Matters arising',
  other: 'Any other business',
  next: 'Date of the next meeting',
};
const KNOWN_BY: Readonly<Record<Standing, RegExp>> = {
  apologies: /\bapologies\b/i,
  previous: /\bminutes of (the|our) /i,
  arising: /\bmatters arising\b/i,
  other: /\bany other business\b|^a\.?o\.?b\.?$/i,
  next: /\bnext meeting\b/i,
};
const OPENING = ['apologies', 'previous', 'arising'] as const;
const CLOSING = ['other', 'next'] as const;

export interface AgendaEntry {
  /** That of the item in the minutes, so that both speak of the same "item 4"; null: before those, and no item there. */
  readonly number: number | null;
  readonly title: string;
  /** null: business of this meeting only. */
  readonly standing: Standing | null;
}

/**
 * The agenda of a meeting. The standing business that its items leave out is put where it belongs.
 * @param items titles of the items of its minutes, in their order; null: nothing is drafted yet.
 */
export function agendaOf(items: readonly string[] | null): AgendaEntry[] {
  if (items === null)
    return [...OPENING, ...CLOSING].map((standing, index) => ({
      number: index + 1,
      title: TITLES[standing],
      standing,
    }));
  const known = new Set<Standing>();
  const entries = items.map((title, index): AgendaEntry => {
    const standing = [...OPENING, ...CLOSING].find((one) => KNOWN_BY[one].test(title)) ?? null;
    const isFirst = standing !== null && !known.has(standing);
    if (isFirst) known.add(standing);
    return { number: index + 1, title, standing: isFirst ? standing : null };
  });
  let at = 0;
  for (const standing of OPENING) {
    if (known.has(standing)) at = entries.findIndex((entry) => entry.standing === standing) + 1;
    else entries.splice(at++, 0, { number: null, title: TITLES[standing], standing });
  }
  let last = items.length;
  for (const standing of CLOSING)
    if (!known.has(standing)) {
      last += 1;
      entries.push({ number: last, title: TITLES[standing], standing });
    }
  return entries;
}
