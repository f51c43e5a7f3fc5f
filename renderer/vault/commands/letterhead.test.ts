/** The group's logo: what is taken and what is refused by its bytes, and where it comes along. Drawing needs a browser: e2e. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { attachmentsOf } from '../../domain/attachment.ts';
import { readRecords, writeRecords } from '../desk/bundle-records.ts';
import { groupOf } from '../desk/context.ts';
import { houseOf } from '../desk/house.ts';
import { blobsNamed } from '../named-files.ts';
import { codeOf, deskOf, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');
afterEach(() => {
  vi.unstubAllGlobals();
});

const drawing = new Uint8Array(
  readFileSync(new URL('../../../e2e/fixtures/drawing-with-place.png', import.meta.url)),
);
const text = (words: string) => new TextEncoder().encode(words);

/** The drawing with another size in its head. */
function saying(width: number, height: number): Uint8Array<ArrayBuffer> {
  const changed = drawing.slice();
  const view = new DataView(changed.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return changed;
}

/** Node draws nothing: here every picture becomes this one, 80 by 60 points, black unless it is to be white. */
function drawInItsPlace(value = 0): void {
  const context = {
    fillRect: () => {},
    drawImage: () => {},
    getImageData: () => ({ data: new Uint8ClampedArray(64).fill(value) }),
  };
  vi.stubGlobal('createImageBitmap', async () => ({ width: 80, height: 60, close: () => {} }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;
      getContext = () => context;
      convertToBlob = async () => new Blob([drawing]);
      constructor(width: number, height: number) {
        this.width = width;
        this.height = height;
      }
    },
  );
}

async function atHome() {
  const at = await jo('2026-03-10');
  const set = (bytes: Uint8Array) => at.ask('logo.set', at.host.put(bytes));
  const group = () => groupOf(at.session);
  const house = () => houseOf({ session: at.session, group: group() });
  return { ...at, set, group, house };
}

test.each([
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'logo/kind'],
  ['an SVG with a script', text('<?xml version="1.0"?><svg><script>x</script></svg>'), 'logo/kind'],
  ['a page', text('<!doctype html><img src="x.png">'), 'logo/kind'],
  ['a GIF', text('GIF89a, whatever its name ends in'), 'logo/kind'],
  ['nothing', new Uint8Array(), 'logo/kind'],
  ['half a PNG', drawing.slice(0, drawing.length / 2), 'logo/damaged'],
  ['a PNG of no size', saying(0, 60), 'logo/damaged'],
  ['100 million points', saying(10_000, 10_000), 'logo/too-large'],
  ['one point', saying(1, 1), 'logo/too-small'],
  ['a line', saying(4_000, 2), 'logo/too-narrow'],
  ['what the browser cannot draw', drawing, 'logo/damaged'],
] as const)('%s is refused by its bytes, and nothing is kept', async (_what, bytes, code) => {
  const at = await atHome();
  expect(codeOf(await at.set(bytes))).toBe(code);
  expect(at.group().attachments).toBeUndefined();
  expect(await at.house()).toEqual({ paper: 'a4', sender: '', logo: null });
});

test('a picture that paper would not show is refused', async () => {
  drawInItsPlace(255);
  const at = await atHome();
  expect(codeOf(await at.set(drawing))).toBe('logo/unseen');
});

test('a logo is drawn anew, printed, undone, replaced and removed, and never leaves in a bundle or for the page', async () => {
  drawInItsPlace();
  const at = await atHome();
  valueOf(await at.set(drawing));
  const png = Buffer.from(drawing).toString('base64');
  expect((await at.house()).logo).toEqual({ png, width: 80, height: 60 });
  expect([...blobsNamed(at.session.state)]).toHaveLength(1);
  const { record, attachments } = valueOf(await at.ask('open', { id: at.group().id }));
  expect(attachmentsOf(record)).toEqual([]);
  expect(attachments).toHaveLength(1);
  valueOf(await at.ask('undo', {}));
  expect((await at.house()).logo).toBeNull();
  valueOf(await at.ask('redo', {}));
  valueOf(await at.set(drawing));
  expect(at.group().attachments).toHaveLength(1);

  const records = { group: at.group(), records: [], names: new Map(), leftOut: [] };
  const files = writeRecords(records);
  const [key] = attachmentsOf(at.group()).map(({ blob }) => blob.key);
  expect(new TextDecoder().decode(files[0]?.bytes)).not.toContain(key);
  expect(valueOf(readRecords(files)).group.attachments).toBeUndefined();

  valueOf(await at.ask('logo.remove', {}));
  expect((await at.house()).logo).toBeNull();
  expect(at.actions().slice(-1)).toEqual(['attachment-removed']);
});

test('the line under the name and the paper are saved with the logo as it is, and nothing else is attached to a group', async () => {
  drawInItsPlace();
  const at = await atHome();
  valueOf(await at.set(drawing));
  valueOf(await at.ask('letterhead.change', { changes: { sender: '2nd Floor, London' } }));
  valueOf(await at.ask('letterhead.change', { changes: { paper: 'letter' } }));
  const { paper, sender, logo } = await at.house();
  expect([paper, sender, logo?.width]).toEqual(['letter', '2nd Floor, London', 80]);
  const asked = { record: at.group().id, name: 'more.pdf', keepDetails: false };
  const added = await at.ask('attachment.add', { ...asked, ...at.host.put(text('more')) });
  expect(codeOf(added)).toBe('record/gone');
});
