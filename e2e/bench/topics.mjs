/**
 * What is measured, beside whom, and how well it is meant to do. A peer is one file in page/sides/ and one name here.
 * @typedef {import('./page/job.ts').Task} Task
 * @typedef {object} Topic
 * @property {string} topic as in results.json, and as the sides name their figures
 * @property {Task} task the process that measures it
 * @property {string} peer a name of page/sides.ts
 * @property {string} peerName what stands beside ours, in words
 * @property {number | null} goal the ratio not to be above; null: told, with no goal of its own
 * @property {string} means what the clock runs over
 */

/** The side that every peer is compared with. */
export const OURS = 'muniment';

/** @type {readonly Topic[]} */
export const TOPICS = [
  {
    topic: 'unlock',
    task: 'unlock',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, toArray',
    goal: 0.3,
    means:
      'Opening the store until every record can be had, without the key derivation (by recovery key). Ours parses a record when it is touched; Dexie hands out parsed rows.',
  },
  {
    topic: 'unlock, all read',
    task: 'unlock',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, toArray',
    goal: null,
    means: 'The same, and then every record parsed once, one by one.',
  },
  {
    topic: 'first search',
    task: 'unlock',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, toArray',
    goal: 0.1,
    means:
      'Opening the store until the first search has answered; Dexie: until its rows are there.',
  },
  {
    topic: 'write',
    task: 'write',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, strict put',
    goal: 1,
    means:
      'One changed contact made durable; in each process the median of 20, after 3 to warm up.',
  },
  {
    topic: 'import',
    task: 'import',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, strict bulkAdd',
    goal: 0.3,
    means: 'As many more contacts as there are, 10,000 at most, in one durable change.',
  },
  {
    topic: 'import, folded',
    task: 'import',
    peer: 'plain-dexie',
    peerName: 'plain Dexie, strict bulkAdd',
    goal: null,
    means: 'The same, and the folding that it made due (the program does it later, when idle).',
  },
  {
    topic: 'search, median',
    task: 'search',
    peer: 'plain-dexie',
    peerName: 'substring scan',
    goal: 2.5,
    means:
      'A key pressed in the search field, names and e-mails typed letter by letter up to twelve, some with a slip, over the same normalised texts; ours ranks and forgives a slip, the scan does not.',
  },
  {
    topic: 'search, p95',
    task: 'search',
    peer: 'plain-dexie',
    peerName: 'substring scan',
    goal: 2.5,
    means: 'The same keys: the one in twenty that takes longest.',
  },
];
