/**
 * A PDF as a file of objects (ISO 32000-1, 7.5): those that are asked for are parsed, by the library; all others keep their
 * bytes. A long document of Chromium's has ten thousand, of which finishing it changes some hundred.
 */
import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectParser,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';

export interface PdfObjects {
  /** Makes new objects. Its own look-ups know only what was parsed. */
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  /** What the file says of itself. */
  readonly info: PDFDict;
  /** The object that a reference names; what is no reference is answered as it is. What changes in it is written. */
  lookup(value: PDFObject | undefined): PDFObject | undefined;
  /** The dictionary that a reference names. Throws where it names something else. */
  dictionary(value: PDFObject | undefined): PDFDict;
  /** What kind of tag a reference names (`P`, `TR`), found without parsing it; empty where it names none. */
  tagType(ref: PDFRef): string;
  /** All tags of some kinds, in the order of their numbers. */
  tagsOf(...types: readonly string[]): PDFRef[];
  /** The whole file, with what was changed and added. */
  write(): Uint8Array;
}

/** Where each object begins, where the table of them does, and the trailer. */
interface Table {
  readonly begins: ReadonlyMap<number, number>;
  readonly at: number;
  readonly trailer: string;
}

const ENTRY = 20;
const OBJECT = /^\d+ 0 obj\s*/;
const TAG = /^\d+ 0 obj\s*<<\s*\/Type \/StructElem\s+\/S \/(\w+)/;
/** The head of an object, and of a tag, is shorter. */
const HEAD = 80;

/** Opens a PDF that is not encrypted. Throws where the file is none. */
export async function openPdfObjects(file: Uint8Array): Promise<PdfObjects> {
  const table = tableOf(bufferOf(file));
  if (table) return objectsOf(bufferOf(file), table);
  // Written another way, with objects packed in streams or in several revisions: the library writes it anew.
  const pdf = await PDFDocument.load(file, { updateMetadata: false });
  const plain = bufferOf(await pdf.save({ useObjectStreams: false, addDefaultPage: false }));
  const plainTable = tableOf(plain);
  if (!plainTable) throw new Error('The PDF has no table of its objects.');
  return objectsOf(plain, plainTable);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Null where the file has no such table, or leans on an earlier one. */
function tableOf(file: Buffer): Table | null {
  const end = file.lastIndexOf('startxref');
  const at = Number(/^startxref\s+(\d+)/.exec(file.toString('latin1', end))?.[1]);
  if (end < 0 || file.toString('latin1', at, at + 5) !== 'xref\n') return null;
  const table = file.toString('latin1', at + 5, end);
  const begins = new Map<number, number>();
  let next = 0;
  for (;;) {
    const [head, first, count] = /^(\d+) (\d+) *\r?\n/.exec(table.slice(next, next + HEAD)) ?? [];
    if (head === undefined) break;
    next += head.length;
    for (let index = 0; index < Number(count); index += 1, next += ENTRY) {
      const entry = table.slice(next, next + ENTRY);
      if (entry[17] === 'n') begins.set(Number(first) + index, Number(entry.slice(0, 10)));
    }
  }
  const trailer = /^\s*trailer\s+([\s\S]*)/.exec(table.slice(next))?.[1];
  if (trailer === undefined || /\/(?:Prev|XRefStm)\b/.test(trailer)) return null;
  return { begins, at, trailer };
}

function objectsOf(file: Buffer, { begins, at, trailer }: Table): PdfObjects {
  const context = PDFContext.create();
  context.largestObjectNumber = Math.max(0, ...begins.keys());
  const inOrder = [...begins].toSorted(([, one], [, other]) => one - other);
  const ends = new Map(
    inOrder.map(([number], index) => [number, inOrder[index + 1]?.[1] ?? at] as const),
  );
  const headOf = (number: number): string => {
    const begin = begins.get(number) ?? file.length;
    return file.toString('latin1', begin, begin + HEAD);
  };
  const parse = (bytes: Uint8Array): PDFObject =>
    PDFObjectParser.forBytes(bytes, context).parseObject();

  const lookup = (value: PDFObject | undefined): PDFObject | undefined => {
    if (!(value instanceof PDFRef)) return value;
    const known = context.lookup(value);
    const begin = begins.get(value.objectNumber);
    if (known !== undefined || begin === undefined) return known;
    const [head] = OBJECT.exec(headOf(value.objectNumber)) ?? [];
    if (head === undefined) throw new Error('The table of a PDF names no object.');
    const object = parse(file.subarray(begin + head.length, ends.get(value.objectNumber)));
    context.assign(value, object);
    return object;
  };
  const dictionary = (value: PDFObject | undefined): PDFDict => {
    const object = lookup(value);
    if (object instanceof PDFDict) return object;
    throw new Error('An object of a PDF is no dictionary.');
  };

  const about = dictionary(parse(Buffer.from(trailer, 'latin1')));
  const root = about.get(PDFName.of('Root'));
  const info = about.get(PDFName.of('Info')) ?? context.register(context.obj({}));
  return {
    context,
    catalog: dictionary(root),
    info: dictionary(info),
    lookup,
    dictionary,
    tagType: ({ objectNumber }) => TAG.exec(headOf(objectNumber))?.[1] ?? '',
    tagsOf: (...types) =>
      [...begins.keys()]
        .filter((number) => types.includes(TAG.exec(headOf(number))?.[1] ?? ''))
        .map((number) => PDFRef.of(number)),
    write() {
      const changed = new Map(
        context.enumerateIndirectObjects().map(([ref, object]) => [ref.objectNumber, object]),
      );
      const pieces = [file.subarray(0, inOrder[0]?.[1] ?? at)];
      let length = pieces[0]?.length ?? 0;
      const put = (piece: Buffer): void => {
        pieces.push(piece);
        length += piece.length;
      };
      const size = context.largestObjectNumber + 1;
      const entries = ['0000000000 65535 f \n'];
      for (let number = 1; number < size; number += 1) {
        const object = changed.get(number);
        const begin = begins.get(number);
        entries.push(
          object || begin !== undefined
            ? `${String(length).padStart(10, '0')} 00000 n \n`
            : '0000000000 00000 f \n',
        );
        if (object) put(written(number, object));
        else if (begin !== undefined) put(file.subarray(begin, ends.get(number)));
      }
      const last = context.obj({ Size: size });
      if (root) last.set(PDFName.of('Root'), root);
      last.set(PDFName.of('Info'), info);
      const tail = `trailer\n${last.toString()}\nstartxref\n${length}\n%%EOF\n`;
      put(Buffer.from(`xref\n0 ${size}\n${entries.join('')}${tail}`, 'latin1'));
      return Buffer.concat(pieces, length);
    },
  };
}

function written(number: number, object: PDFObject): Buffer {
  const head = `${number} 0 obj\n`;
  const bytes = Buffer.alloc(head.length + object.sizeInBytes() + 8);
  bytes.write(head, 'latin1');
  object.copyBytesInto(bytes, head.length);
  bytes.write('\nendobj\n', bytes.length - 8, 'latin1');
  return bytes;
}
