import { describe, expect, it } from 'vitest';
import { type RichParagraph, type RichText, fromPlainText, tableOf } from '../domain/rich-text.ts';
import { toHtml } from './html.ts';
import { minutesDocument } from './minutes-document.ts';
import { stamp } from './stamp.ts';
import { day, meeting, minutes, minutesSources } from './testing/sample-records.ts';
import { headingLevels, wordsOf } from './testing/words.ts';

type Sources = Parameters<typeof minutesDocument>[0];

const text = (changes: Partial<Sources> = {}) =>
  wordsOf(minutesDocument({ ...minutesSources, ...changes }));

describe('minutes', () => {
  it('say who was there in which capacity, who sent apologies and who was absent (COLLECT-STEERING)', () => {
    const words = text();
    expect(words).toContain('Present (11) | \n');
    expect(words).toContain('Prof Simone Lemaire | Chair (in the chair) | Université de Picardie');
    expect(words).toContain('Prof نادر بن عبد السلام | Treasurer | ');
    expect(words).toContain('Guest Speaker | In attendance | Visiting Ltd');
    expect(words).toMatch(/Apologies \(2\)[\s\S]*Наталья Щербакова \| Committee Member/);
    expect(words).toMatch(/Absent \(1\) \| \n\s*Ελένη Παπαδοπούλου/);
  });

  it('take the capacity from the day of the meeting, not from today', () => {
    const [chair] = minutesSources.people.values();
    const [term] = chair?.terms ?? [];
    if (!chair || !term) throw new Error('no chair');
    const left = { ...chair, terms: [{ ...term, until: day('2026-11-30') }] };
    const people = new Map(minutesSources.people).set(left.id, left);
    expect(text({ people, day: day('2027-03-01') })).toContain('Lemaire | Chair (in the chair)');
  });

  it('say whether there was a quorum', () => {
    expect(text()).toContain('Quorum | 11 present, 5 needed: quorate');
    expect(text({ meeting: { ...meeting, quorum: 12 } })).toContain('12 needed: not quorate');
    expect(text({ meeting: { ...meeting, quorum: null } })).not.toContain('Quorum');
  });

  it('are a DRAFT until somebody approved them, and say who and when', () => {
    expect(text()).toContain('Status | Approved by Prof Simone Lemaire on 7 Dec 2026');
    expect(text()).not.toContain('DRAFT');
    const draft = { ...minutes, approved: null };
    expect(minutesDocument({ ...minutesSources, minutes: draft }).status).toBe('DRAFT');
    expect(text({ minutes: draft })).toContain('Status | DRAFT – not yet approved');
  });

  it('say the last day they may be kept and who may have them (RETAIN-MINUTES)', () => {
    expect(text()).toContain('Keep until | 23 Nov 2027, the last day');
    expect(text()).toContain('Circulation | Members of the steering committee only');
    const leap = { ...minutes, meetingDate: day('2024-02-29') };
    expect(text({ minutes: leap })).toContain('Keep until | 28 Feb 2025');
  });

  it('number the items and give each its discussion, decision, movers and actions', () => {
    const words = text({
      minutes: {
        ...minutes,
        items: [
          {
            title: 'Budget',
            discussion: fromPlainText('Talked over.\n\nAt length.'),
            decision: 'That it be accepted.',
            proposer: meeting.chair,
            seconder: meeting.attendance[1]?.person ?? null,
            actions: [{ what: 'Pay', owner: meeting.chair, due: day('2026-12-01'), done: true }],
          },
        ],
      },
    });
    expect(words).toContain('1 Budget\n');
    expect(words).toContain('Talked over. | \nAt length. | \n');
    expect(words).toContain(
      'Decision | That it be accepted. | Proposed by Prof Simone Lemaire, seconded by Dr Zażółć',
    );
    expect(words).toContain('Action | Pay | Prof Simone Lemaire, by 1 Dec 2026 – done');
    expect(words).toContain('1 | Pay | Prof Simone Lemaire | 1 Dec 2026 (done) | ');
  });

  it('say what became of the minutes before and of the matters arising, and list their actions', () => {
    const words = text({
      minutes: {
        ...minutes,
        previous: { of: day('2026-10-05'), outcome: 'amended', amendments: 'Item 3: “May”.' },
        arising: [
          {
            title: 'Website',
            outcome: 'The domain is renewed.',
            actions: [{ what: 'Renew it', owner: meeting.chair, due: null, done: true }],
          },
        ],
        items: [],
      },
    });
    expect(words).toMatch(
      /Minutes of the previous meeting\s+Minutes of Mon 5 Oct 2026: approved with amendments\. \|\s+Item 3: “May”\. \|/,
    );
    expect(words).toMatch(/Matters arising\s+Website\s+The domain is renewed\./);
    expect(words).toContain('– | Renew it | Prof Simone Lemaire | No date (done) | ');
    expect(text()).not.toContain('Minutes of the previous meeting');
  });

  it('say the kind of meeting, and for which items somebody was there', () => {
    const [first, ...others] = meeting.attendance;
    if (!first) throw new Error('nobody came');
    const attendance = [{ ...first, note: 'items 1 to 4' }, ...others];
    const words = text({ meeting: { ...meeting, type: 'annual', attendance } });
    expect(words).toContain('Kind of meeting | Annual general meeting');
    expect(words).toContain('Name | Capacity | For which items | Organisation | ');
    expect(words).toContain('Chair (in the chair) | items 1 to 4 | Université');
    expect(text()).not.toContain('For which items');
    expect(text()).toContain('Kind of meeting | Ordinary meeting');
  });

  it('set headings and tables of a discussion under their item', () => {
    const cell = (said: string): RichParagraph[] => [
      { type: 'paragraph', content: [{ type: 'text', text: said }] },
    ];
    const discussion: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Quotes' }] },
        tableOf([
          [cell('Host'), cell('Price')],
          [cell('Harbour'), cell('£90')],
        ]),
      ],
    };
    const [item] = minutes.items;
    if (!item) throw new Error('no item');
    const html = toHtml(
      stamp(
        minutesDocument({
          ...minutesSources,
          minutes: { ...minutes, items: [{ ...item, discussion }] },
        }),
      ),
    );
    const found = html.ok ? html.value.replaceAll('\n', '') : '';
    expect(found).toContain('<h3>Quotes</h3><table class="data"><colgroup>');
    expect(found).toContain('<th scope="col">Host</th><th scope="col">Price</th>');
    expect(found).toContain('<tr><td>Harbour</td><td>£90</td></tr>');
  });

  it('name somebody who was erased since as no longer on file', () => {
    expect(text({ people: new Map() })).toContain('Chair | Person no longer on file');
  });

  it('end with the next meeting and a line to sign', () => {
    expect(text()).toMatch(/Next meeting\nMon 22 Feb 2027/);
    expect(text()).toMatch(
      /Signed as a true record\nApproved on Mon 7 Dec 2026\. \| \nSignature of the Chair \| \nName \| Prof Simone Lemaire\nDate \| /,
    );
    expect(text({ minutes: { ...minutes, approved: null } })).toContain(
      'To be signed as a true record\nA draft: signed when a meeting has approved it.',
    );
  });

  it('do not speak of what the record does not hold', () => {
    const bare = { ...meeting, chair: null, place: '', quorum: null, attendance: [] };
    const words = text({
      meeting: bare,
      minutes: { ...minutes, items: [], nextMeeting: null, approved: null },
    });
    expect(words).not.toMatch(/Chair \| \S|Place|Quorum|Attendance|Actions|Next meeting/);
    const nowhere = new Map(
      [...minutesSources.people].map(([id, person]) => [id, { ...person, organisation: '' }]),
    );
    expect(text({ people: nowhere })).not.toContain('Organisation');
  });

  it('have their headings in order, none skipped, and their last day at the foot of each page', () => {
    const [item] = minutes.items;
    if (!item) throw new Error('no item');
    const heading = (level: 1 | 2) => ({
      type: 'heading' as const,
      attrs: { level },
      content: [{ type: 'text' as const, text: 'Part' }],
    });
    const discussion: RichText = {
      type: 'doc',
      content: [heading(2), heading(2), heading(1), heading(2)],
    };
    const tree = minutesDocument({
      ...minutesSources,
      minutes: { ...minutes, items: [{ ...item, discussion, actions: [] }] },
    });
    expect(headingLevels(tree)).toEqual([1, 2, 2, 3, 3, 3, 4, 2, 2]);
    expect(tree.foot).toContain('Keep until 23 Nov 2027, then destroy every copy.');
  });

  it('put the meeting’s own title on the page only: properties and file name say the day', () => {
    const named = { ...meeting, title: 'Hearing of Jo Bloggs' };
    const made = minutesDocument({ ...minutesSources, meeting: named });
    expect(made.fileName).toBe('minutes-2026-11-23');
    const html = toHtml(stamp(made));
    if (!html.ok) throw new Error(html.error.code);
    expect(html.value).toContain('<title>Minutes of 23 Nov 2026</title>');
    expect(html.value).toContain('<h1>Minutes: Hearing of Jo Bloggs</h1>');
  });
});
