/**
 * SQLCipher in Node, as a program of its own: a raw key (no derivation), WAL, and a commit that waits for the disk.
 * The job comes in BENCH_JOB, the contacts' module in BENCH_CONTACTS, the answer goes to BENCH_DONE; see page/job.ts.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { BENCH_JOB: job = '', BENCH_DONE: done = '', BENCH_CONTACTS: contacts = '' } = process.env;
const { BENCH_PROFILE: profile = '' } = process.env;
const Database = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers');
const { IMPORTED, WARM_UPS, WRITES, peopleFrom } = await import(contacts);

/** @param {string} key 32 bytes, hex */
function open(key) {
  const db = new Database(join(profile, 'people.db'));
  db.pragma("cipher='sqlcipher'");
  db.pragma('legacy=4');
  db.pragma(`key="x'${key}'"`);
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  db.exec(
    'CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID',
  );
  return db;
}

/** @param {ReturnType<typeof open>} db @param {{ id: string }[]} people */
function addAll(db, people) {
  const add = db.prepare('INSERT INTO people VALUES (?, ?)');
  db.transaction(() => {
    for (const person of people) add.run(person.id, JSON.stringify(person));
  })();
}

/** @param {number} size @param {string} key */
const fill = (size, key) => {
  mkdirSync(profile, { recursive: true });
  const db = open(key);
  addAll(db, peopleFrom(0, size));
  db.close();
};

/** @type {Record<string, (size: number, key: string) => Record<string, number>>} */
const measures = {
  unlock(size, key) {
    const from = performance.now();
    const rows = open(key).prepare('SELECT json FROM people').all();
    const people = rows.map((/** @type {{ json: string }} */ { json }) => JSON.parse(json));
    const ms = performance.now() - from;
    if (people.length !== size) throw new Error(`${people.length} rows of ${size}`);
    return { unlock: ms, 'unlock, all read': ms };
  },
  write(size, key) {
    const db = open(key);
    const get = db.prepare('SELECT json FROM people WHERE id = ?');
    const put = db.prepare('REPLACE INTO people VALUES (?, ?)');
    const times = [];
    for (const { id } of peopleFrom(0, Math.min(size, WARM_UPS + WRITES))) {
      const before = JSON.parse(get.get(id).json);
      const from = performance.now();
      put.run(id, JSON.stringify({ ...before, notes: `${before.notes}, moved` }));
      times.push(performance.now() - from);
    }
    const counted = times.slice(WARM_UPS).sort((a, b) => a - b);
    return { write: counted[Math.ceil(counted.length / 2) - 1] ?? Number.NaN };
  },
  import(size, key) {
    const db = open(key);
    const people = peopleFrom(size, Math.min(size, IMPORTED));
    const from = performance.now();
    addAll(db, people);
    return { import: performance.now() - from };
  },
};

const { task, size, kept } = JSON.parse(job);
let answer;
try {
  if (task === 'fill') {
    const key = randomBytes(32).toString('hex');
    fill(size, key);
    answer = { figures: {}, kept: key };
  } else {
    const measured = measures[task];
    if (!measured) throw new Error(`sqlcipher does not measure ${task}`);
    answer = { figures: measured(size, kept), kept: null };
  }
} catch (reason) {
  answer = { error: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
}
writeFileSync(done, JSON.stringify(answer));
