import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { openPdfObjects } from './pdf-objects.ts';
import { mendTags } from './pdf-tags.ts';

type Tree = readonly [type: string, ...kids: Tree[]];

/** The same tree after mending; each parent is looked at on the way. */
async function mended(tree: Tree): Promise<Tree> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  const put = ([type, ...kids]: Tree, own = context.nextRef()): PDFRef => {
    const K = kids.map((kid) => put(kid));
    for (const kid of K) context.lookup(kid, PDFDict).set(PDFName.of('P'), own);
    context.assign(own, context.obj({ Type: 'StructElem', S: type, K: K.length > 0 ? K : 7 }));
    return own;
  };
  catalog.set(PDFName.of('Tree'), put(tree));
  const objects = await openPdfObjects(await pdf.save({ useObjectStreams: false }));
  mendTags(objects);
  const after = await PDFDocument.load(objects.write());
  const read = (ref: PDFRef): Tree => {
    const tag = after.context.lookup(ref, PDFDict);
    const kids = after.context.lookup(tag.get(PDFName.of('K')));
    const refs =
      kids instanceof PDFArray ? kids.asArray().filter((kid) => kid instanceof PDFRef) : [];
    for (const kid of refs) {
      expect(after.context.lookup(kid, PDFDict).get(PDFName.of('P'))).toBe(ref);
    }
    return [tag.lookup(PDFName.of('S'), PDFName).decodeText(), ...refs.map(read)];
  };
  const root = after.catalog.get(PDFName.of('Tree'));
  if (!(root instanceof PDFRef)) throw new Error('The tree is gone.');
  return read(root);
}

it('rows stand right inside their table, after its caption', async () => {
  const caption = ['NonStruct', ['NonStruct']] as const;
  const head = ['NonStruct', ['TR', ['TH', ['NonStruct']]]] as const;
  expect(await mended(['Document', ['Table', caption, head, ['TR', ['TD']]]])).toEqual([
    'Document',
    ['Table', ['Caption', ['NonStruct']], ['TR', ['TH', ['NonStruct']]], ['TR', ['TD']]],
  ]);
});

it('what an item of a list says stands in its body, lists inside it too', async () => {
  const inner = ['L', ['LI', ['P', ['NonStruct']]]] as const;
  expect(await mended(['Document', ['L', ['LI', ['P'], inner], ['LI', ['LBody']]]])).toEqual([
    'Document',
    [
      'L',
      ['LI', ['LBody', ['P'], ['L', ['LI', ['LBody', ['P', ['NonStruct']]]]]]],
      ['LI', ['LBody']],
    ],
  ]);
});
