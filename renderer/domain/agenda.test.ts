import { describe, expect, it } from 'vitest';
import { agendaOf } from './agenda.ts';

const told = (items: readonly string[] | null) =>
  agendaOf(items).map(({ number, title }) => (number === null ? title : `${number} ${title}`));

describe('an agenda', () => {
  it('has the standing business where nothing is drafted yet', () => {
    expect(told(null)).toEqual([
      '1 Apologies for absence',
      '2 Minutes of the previous meeting',
      '3 Matters arising',
      '4 Any other business',
      '5 Date of the next meeting',
    ]);
  });

  it('keeps the numbers of the minutes, and adds what their items leave out where it belongs', () => {
    expect(told(['Welcome and apologies', 'Budget', 'A.O.B.'])).toEqual([
      '1 Welcome and apologies',
      'Minutes of the previous meeting',
      'Matters arising',
      '2 Budget',
      '3 A.O.B.',
      '4 Date of the next meeting',
    ]);
    expect(told(['Minutes of the meeting on 24 Aug 2026', 'Budget']).slice(0, 4)).toEqual([
      'Apologies for absence',
      '1 Minutes of the meeting on 24 Aug 2026',
      'Matters arising',
      '2 Budget',
    ]);
  });

  it('takes only the first of two items for the same standing business', () => {
    const arising = agendaOf(['Matters arising', 'More matters arising']).filter(
      ({ standing }) => standing === 'arising',
    );
    expect(arising.map(({ number }) => number)).toEqual([1]);
  });
});
