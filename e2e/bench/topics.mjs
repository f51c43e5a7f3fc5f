/**
 * What is measured, beside whom, and how well it is meant to do. A peer is one file in page/sides/, or one in programs/,
 * and a name here.
 * @typedef {import('./page/job.ts').Task} Task
 * @typedef {object} Peer
 * @property {string} side
 * @property {string} name what stands beside ours, in words
 * @property {number | null} goal the ratio not to be above; null: told, with no goal of its own
 *
 * @typedef {object} Topic
 * @property {string} topic as in results.json, and as the sides name their figures
 * @property {Task | 'disk' | 'syncs' | 'kdf' | 'window' | 'screen' | 'pdf'} task the process that measures it
 * @property {'ms' | 'MB' | 'syncs'} unit
 * @property {readonly Peer[]} peers
 * @property {string} means what the clock runs over
 */

export const OURS = 'muniment';

/** @param {number | null} goal @param {string} [did] @returns {Peer} */
const plain = (goal, did) => ({
  side: 'plain-dexie',
  name: `plain Dexie${did === undefined ? '' : `, ${did}`}`,
  goal,
});
/** @type {readonly Peer[]} */
const sealed = [
  { side: 'sealed-rows', name: 'Dexie, an AES-GCM for each row', goal: null },
  { side: 'dexie-encrypted', name: 'dexie-encrypted 2.0.0', goal: null },
];
/** @param {number | null} goal @returns {Peer} */
const sqlcipher = (goal) => ({ side: 'sqlcipher', name: 'SQLCipher in Node, raw key', goal });
const scan = { side: 'plain-dexie', name: 'substring scan', goal: 2.5 };

/** Measured over filled stores of each size. @type {readonly Topic[]} */
export const TOPICS = [
  {
    topic: 'unlock',
    task: 'unlock',
    unit: 'ms',
    peers: [plain(0.3, 'toArray'), ...sealed, sqlcipher(0.5)],
    means:
      'Opening the store until every record can be had and one was, without the key derivation (by recovery key). Ours unpacks a page and parses a record when it is touched; the peers hand out parsed rows.',
  },
  {
    topic: 'unlock, all read',
    task: 'unlock',
    unit: 'ms',
    peers: [plain(null, 'toArray'), ...sealed, sqlcipher(null)],
    means: 'The same, and then every record parsed once, one by one.',
  },
  {
    topic: 'first search',
    task: 'unlock',
    unit: 'ms',
    peers: [plain(0.1, 'toArray')],
    means:
      'Opening the store until the first search has answered; Dexie: until its rows are there.',
  },
  {
    topic: 'disk',
    task: 'disk',
    unit: 'MB',
    peers: [plain(0.4), ...sealed, sqlcipher(null)],
    means: 'All files of the filled store, after it was opened once more.',
  },
  {
    topic: 'write',
    task: 'write',
    unit: 'ms',
    peers: [plain(1, 'strict put'), ...sealed, sqlcipher(null)],
    means:
      'One changed contact made durable; in each process the median of 20, after 3 to warm up.',
  },
  {
    topic: 'write, syncs',
    task: 'syncs',
    unit: 'syncs',
    peers: [plain(1, 'strict put')],
    means:
      'How often the disk is asked to make something durable for these 23 writes: once for each.',
  },
  {
    topic: 'import',
    task: 'import',
    unit: 'ms',
    peers: [plain(0.3, 'strict bulkAdd'), ...sealed, sqlcipher(null)],
    means: 'As many more contacts as there are, 10,000 at most, in one durable change.',
  },
  {
    topic: 'import, folded',
    task: 'import',
    unit: 'ms',
    peers: [plain(null, 'strict bulkAdd')],
    means: 'The same, and the folding that it made due (the program does it later, when idle).',
  },
  {
    topic: 'search, median',
    task: 'search',
    unit: 'ms',
    peers: [scan],
    means:
      'A key pressed in the search field, names and e-mails typed letter by letter up to twelve, some with a slip, over the same normalised texts; ours is uFuzzy, ranks and forgives a slip, the scan does not.',
  },
  {
    topic: 'search, p95',
    task: 'search',
    unit: 'ms',
    peers: [scan],
    means: 'The same keys: the one in twenty that takes longest.',
  },
];

const shortRegister = { side: 'short-register', name: 'a register of 60', goal: null };

/** Measured once a repetition, whatever the size of the store. @type {readonly Topic[]} */
export const ALONE = [
  {
    topic: 'key derivation',
    task: 'kdf',
    unit: 'ms',
    peers: [{ side: 'argon2-cli', name: 'the argon2 program of Debian', goal: 1 }],
    means: 'Argon2id over 64 MiB, three passes, one lane; the program with its start.',
  },
  {
    topic: '200 pages with banner',
    task: 'pdf',
    unit: 'ms',
    peers: [
      { side: 'weasyprint', name: 'weasyprint of Debian, tagged as ours is', goal: 0.15 },
      { side: 'weasyprint-untagged', name: 'weasyprint of Debian, without tags', goal: null },
    ],
    means:
      'The HTML of minutes of some 200 pages becomes a PDF file, with the sentence, an outline and “Page x of y” on each page, by a program that runs already: ours by the host’s printer in its hidden window, finished; the same HTML, style sheet and faces for all.',
  },
  {
    topic: 'first window',
    task: 'window',
    unit: 'ms',
    peers: [{ side: 'empty-window', name: 'an empty window of the same Electron', goal: 1.3 }],
    means: 'From the start of the program until its window shows its first words.',
  },
  {
    topic: 'memory before unlock',
    task: 'window',
    unit: 'MB',
    peers: [{ side: 'empty-window', name: 'an empty window of the same Electron', goal: 1.3 }],
    means:
      'Proportional set size of all its processes, three seconds after that; the screen of a first start, which holds as much as a locked one.',
  },
  {
    topic: 'longest task of the screen',
    task: 'screen',
    unit: 'ms',
    peers: [shortRegister],
    means:
      'Processor time of the longest task of the screen’s thread in opening, scrolling, sorting, searching and opening a person among 100,000; meant to be 50 at most.',
  },
  {
    topic: 'sort, shown',
    task: 'screen',
    unit: 'ms',
    peers: [shortRegister],
    means:
      'From the click on a column of 100,000 people to the first frame in the new order, the slowest of three; meant to be 100 at most.',
  },
  {
    topic: 'scrolling, frames',
    task: 'screen',
    unit: 'ms',
    peers: [shortRegister],
    means:
      'Between two frames while scrolling through 100,000 people, 95 in 100; 16.7 is sixty a second.',
  },
];
