/** Minutes of some 200 pages, as the program writes them, and the faces that it sets them in. */
export { fontsFor as facesOf } from '../../../../electron/document-fonts.ts';
import { toHtml } from '../../../../renderer/documents/html.ts';
import { minutesDocument } from '../../../../renderer/documents/minutes-document.ts';
import { stamp } from '../../../../renderer/documents/stamp.ts';
import { minutes, minutesSources } from '../../../../renderer/documents/testing/sample-records.ts';
import { fromPlainText } from '../../../../renderer/domain/rich-text.ts';

const ITEMS = 350;
const PARAGRAPH =
  'The committee talked over what had been received, compared it with the plan of the year before, and found that ' +
  'most of it had been done; what had not been done was named, given an owner and a date, and is among the actions.';

/** As HTML that wants `/fonts.css` and `/print.css` beside it. */
export function longMinutes(): string {
  const [first] = minutes.items;
  if (!first) throw new Error('The sample minutes have no item.');
  const items = Array.from({ length: ITEMS }, (_each, index) => ({
    ...first,
    title: `Item ${index + 1} of the agenda`,
    discussion: fromPlainText(Array.from({ length: 6 }, () => PARAGRAPH).join('\n\n')),
  }));
  const html = toHtml(
    stamp(minutesDocument({ ...minutesSources, minutes: { ...minutes, items } })),
  );
  if (!html.ok) throw new Error(html.error.code);
  return html.value;
}
