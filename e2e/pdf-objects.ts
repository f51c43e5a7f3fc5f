/** A PDF's objects as qpdf reads them, and what the content of its pages does, operation by operation. */
import { execFileSync } from 'node:child_process';
import { z } from 'zod';

/** Numbers, booleans, null; names as `/Name`, texts as `u:words`, references as `12 0 R`; lists and dictionaries of them. */
export type Value = string | number | boolean | null | readonly Value[] | Dictionary;
export interface Dictionary {
  readonly [key: string]: Value | undefined;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly dictionary: Dictionary;
  /** What it paints, in order, forms that it uses included. */
  readonly operations: readonly Operation[];
}

/** An operator of a content stream that marks, paints or chooses a font, with what stands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  /** What is named in it is found here. */
  readonly resources: Dictionary;
}

export interface PdfObjects {
  readonly catalog: Dictionary;
  readonly trailer: Dictionary;
  readonly pages: readonly Page[];
  /** The value itself, of a reference too. */
  get(value: Value | undefined): Value | undefined;
  /** The same of a dictionary; an empty one where there is none. */
  dictionary(value: Value | undefined): Dictionary;
  /** The same of a list; a single value is a list of one, nothing is none. */
  list(value: Value | undefined): readonly Value[];
  /** The text of a stream, a byte each character; empty where there is none. */
  stream(value: Value | undefined): string;
}

/** JSON of qpdf's is made of these and nothing else; looking into each would take longer than reading. */
const value = z.custom<Value>();
const dictionary = z.custom<Dictionary>();
const object = z.union([
  z.object({ stream: z.object({ dict: dictionary, data: z.string() }) }),
  z.object({ value }),
]);
const file = z.object({
  pages: z.array(z.object({ object: z.string(), contents: z.array(z.string()) })),
  qpdf: z.tuple([z.unknown(), z.record(z.string(), object)]),
});

/** Reads a whole PDF. Throws where qpdf cannot, or says that it is damaged. @param password of one that has any */
export function readPdf(path: string, password = ''): PdfObjects {
  const kept = ['--json-key=pages', '--json-key=qpdf', '--json-stream-data=inline'];
  const words = ['--json=2', ...kept, '--decode-level=generalized', `--password=${password}`, path];
  const read = execFileSync('qpdf', words, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const { pages, qpdf } = file.parse(JSON.parse(read));
  const [, objects] = qpdf;

  const found = (reference: Value | undefined) =>
    typeof reference === 'string' ? objects[`obj:${reference}`] : undefined;
  const get = (of: Value | undefined): Value | undefined => {
    const there = found(of);
    if (!there) return of;
    return 'stream' in there ? there.stream.dict : there.value;
  };
  const dictionaryOf = (of: Value | undefined): Dictionary => {
    const there = get(of);
    return isDictionary(there) ? there : {};
  };
  const list = (of: Value | undefined): readonly Value[] => {
    const there = get(of);
    if (there === undefined || there === null) return [];
    return isList(there) ? there : [there];
  };
  const stream = (of: Value | undefined): string => {
    const there = found(of);
    if (!there || !('stream' in there)) return '';
    return Buffer.from(there.stream.data, 'base64').toString('latin1');
  };

  /** Its own operations and, where a form is drawn, the form's in its place. */
  const painted = (content: string, resources: Dictionary): Operation[] =>
    operationsIn(content).flatMap(({ operator, operands }) => {
      const own = [{ operator, operands, resources }];
      if (operator !== 'Do') return own;
      const drawn = dictionaryOf(resources['/XObject'])[operands[0] ?? ''];
      const form = dictionaryOf(drawn);
      if (form['/Subtype'] !== '/Form') return own;
      const inner = form['/Resources'] === undefined ? resources : dictionaryOf(form['/Resources']);
      return painted(stream(drawn), inner);
    });
  const trailer = objects['trailer'];
  const trailerValue = trailer && 'value' in trailer ? dictionaryOf(trailer.value) : {};
  return {
    catalog: dictionaryOf(trailerValue['/Root']),
    trailer: trailerValue,
    pages: pages.map((page, index) => {
      const own = dictionaryOf(page.object);
      const content = page.contents.map(stream).join('\n');
      const operations = painted(content, dictionaryOf(own['/Resources']));
      return { number: index + 1, dictionary: own, operations };
    }),
    get,
    dictionary: dictionaryOf,
    list,
    stream,
  };
}

function isList(of: Value | undefined): of is readonly Value[] {
  return Array.isArray(of);
}

function isDictionary(of: Value | undefined): of is Dictionary {
  return typeof of === 'object' && of !== null && !isList(of);
}

/** The words of a content stream (ISO 32000-1, 7.2): strings, brackets, names, numbers and operators. */
const word =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/?[^\s()<>[\]{}/%]+/g;
/** Where something stands and how it is coloured is nothing to look at. */
const PLACING = new Set(
  'Td TD Tm T* cm q Q rg RG g G k K cs CS sc SC scn SCN w J j M d gs re m l c v y h n W W* i ri Tc Tw Tz TL Tr Ts BT ET'.split(
    ' ',
  ),
);
const isOperand = /^(?:[(<>[\]/]|[-+.\d]|true$|false$|null$)/;

function operationsIn(content: string): { operator: string; operands: string[] }[] {
  const operations = [];
  let operands: string[] = [];
  for (const [found] of content.matchAll(word)) {
    if (found.startsWith('%')) continue;
    if (isOperand.test(found)) operands.push(found);
    else {
      if (!PLACING.has(found)) operations.push({ operator: found, operands });
      operands = [];
    }
  }
  return operations;
}
