/** Mends the tags of Chromium's PDFs where they are not nested as ISO 32000-1 (14.8.4.3) has it. */
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';

const TYPE = PDFName.of('S');
const KIDS = PDFName.of('K');
const PARENT = PDFName.of('P');

/** Walks the tree from its root: rows stand right inside their table, what a list item says inside its LBody. */
export function mendTags(root: PDFDict): void {
  const waiting: PDFRef[] = kidsOf(root);
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    const dictionary = root.context.lookupMaybe(tag, PDFDict);
    if (!dictionary) continue;
    const type = typeOf(dictionary);
    if (type === 'Table') mendTable(dictionary, tag);
    else if (type === 'LI') mendItem(dictionary, tag);
    waiting.push(...kidsOf(dictionary));
  }
}

/** The head's rows come out of what groups them, which no reader knows; what else is grouped is the caption. */
function mendTable(table: PDFDict, own: PDFRef): void {
  const { context } = table;
  const kids = kidsOf(table).flatMap((kid) => {
    const group = context.lookup(kid, PDFDict);
    if (typeOf(group) !== 'NonStruct') return [kid];
    const rows = kidsOf(group);
    if (!rows.some((row) => typeOf(context.lookup(row, PDFDict)) === 'TR')) {
      group.set(TYPE, PDFName.of('Caption'));
      return [kid];
    }
    for (const row of rows) context.lookup(row, PDFDict).set(PARENT, own);
    return rows;
  });
  table.set(KIDS, context.obj(kids));
}

function mendItem(item: PDFDict, own: PDFRef): void {
  const { context } = item;
  const kids = kidsOf(item);
  const types = kids.map((kid) => typeOf(context.lookup(kid, PDFDict)));
  if (kids.length === 0 || types.some((type) => type === 'LBody' || type === 'Lbl')) return;
  const body = context.register(context.obj({ Type: 'StructElem', S: 'LBody', P: own, K: kids }));
  for (const kid of kids) context.lookup(kid, PDFDict).set(PARENT, body);
  item.set(KIDS, context.obj([body]));
}

/** The tags right inside one; none where it holds content itself. */
function kidsOf(tag: PDFDict): PDFRef[] {
  const given: PDFObject | undefined = tag.get(KIDS);
  const kids = given instanceof PDFArray ? given.asArray() : given ? [given] : [];
  const tags = kids.filter((kid) => kid instanceof PDFRef);
  return tags.length === kids.length ? tags : [];
}

function typeOf(tag: PDFDict): string {
  return tag.lookupMaybe(TYPE, PDFName)?.decodeText() ?? '';
}
