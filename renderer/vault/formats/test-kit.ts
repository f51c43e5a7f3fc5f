/** The vaults of e2e/fixtures/vaults as a disk in memory, and how one of today’s format is made. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fixture, FOLDER } from '../../../e2e/store/fixture-vaults.ts';
import { CONSENT_WORDINGS } from '../../domain/consent.ts';
import { makeId } from '../../domain/ids.ts';
import { type AnyRecord, COMPARTMENT_OF, type Kind } from '../../domain/kinds.ts';
import { fromPlainText } from '../../domain/rich-text.ts';
import { owned } from '../bytes.ts';
import { eraseForGood } from '../erasing.ts';
import {
  atDesk,
  day,
  makeVault,
  meeting,
  minutesOf,
  PASSPHRASE,
  person,
  valueOf,
} from '../commands/test-kit.ts';
import type { Session } from '../open-session.ts';
import { type Disk, emptyDisk } from '../test-kit.ts';

/** The draft that every fixture holds: the form of a new person, half filled in. */
const DRAFT = 'person/new';

/** The disk that a fixture is a picture of. */
export function diskOf({ vault }: Fixture): Disk {
  const { pages, commits, drafts } = vault;
  const rows = {
    pages: new Map(pages.map((row) => [row.key, row])),
    commits: new Map(commits.map((row) => [row.sequence, row])),
    drafts: new Map(drafts.map((row) => [row.key, row])),
    blobs: new Map(),
  };
  return {
    ...emptyDisk(),
    headers: vault.keys.map((file) => file.slice()),
    stores: new Map([[vault.vaultId, structuredClone(rows)]]),
  };
}

/** What an open vault holds, as `holds.json` says it. */
export async function heldBy({ state, drafts }: Session): Promise<{
  records: number;
  fingerprint: string;
  record(id: string): AnyRecord | undefined;
  draft: string | null;
}> {
  // Object.keys widens to string[]; the keys are exactly the kinds.
  const kinds = Object.keys(COMPARTMENT_OF) as Kind[];
  const all: AnyRecord[] = kinds.flatMap((kind) => [...state.all(kind)]);
  all.sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = all.map((record) => JSON.stringify(record, sortedFields)).join('\n');
  return {
    records: all.length,
    fingerprint: createHash('sha256').update(text).digest('hex'),
    record: (id) => state.get(id)?.record,
    draft: valueOf(await drafts.get(DRAFT)),
  };
}

/** Fields have no order of their own, and a record may come back from another place with another one. */
function sortedFields(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A list whose records are larger than what is folded at once, and small once they are packed. */
const LONG_NOTE = 'Met at the harbour in spring; asked for the printed guide. '.repeat(160);
const list = (mark: string, size: number): string =>
  [
    'Name,E-mail address,Notes',
    ...Array.from({ length: size }, (_, at) =>
      [`${mark} ${at}`, `${mark.toLowerCase()}.${at}@example.org`, LONG_NOTE].join(),
    ),
  ].join('\n');

/**
 * Lives the life of a small office in the format of today: two folds, each after a list was brought in, an erasure with
 * its epoch, commits after it, every kind of record that people fill in, and a draft.
 */
export async function liveOnce(name: string): Promise<Fixture> {
  const made = await makeVault('Ottoline Ferncastle', 'GB');
  const at = await atDesk(made, '2026-03-10');
  const bringIn = async (text: string) => {
    valueOf(await at.ask('import.read', { ...at.host.putText(text), route: 'direct' }));
    valueOf(await at.ask('import.apply', {}));
  };
  const fold = async () => {
    if (!valueOf(await at.session.foldWhenDue(Date.parse('2026-03-10T12:00:01Z'))))
      throw new Error('it was not folded');
  };
  const chair = person('Małgorzata Sobczyk', {
    emails: [{ label: '', address: 'm.sobczyk@example.org' }],
    terms: [{ post: 'chair', from: day('2025-01-01'), until: null }],
  });
  const others = [
    'Ольга Ветрова',
    'Ewald Erased',
    '里奈 大森',
    'نادر بن عبد السلام',
    'שרה כהן',
    '김민서',
  ].map((full) => person(full));
  await at.keep(chair, ...others);
  await bringIn(list('Quayside', 460));
  await fold();

  const march = meeting('2026-03-05', {
    time: '18:30',
    place: 'Łódź, sala 4',
    chair: chair.id,
    quorum: 3,
    attendance: others.map(({ id }) => ({ person: id, mark: 'present' as const })),
  });
  const minutes = minutesOf(march, {
    items: [
      {
        title: 'Matters arising',
        discussion: fromPlainText('The lighthouse fund was discussed.\n灯台基金について。'),
        decision: 'To write to the harbour.',
        proposer: chair.id,
        seconder: null,
        actions: [{ what: 'Write to it', owner: chair.id, due: day('2026-03-20'), done: false }],
      },
    ],
  });
  const [wording] = CONSENT_WORDINGS;
  if (!wording) throw new Error('no wording is shipped');
  const consent: AnyRecord = {
    kind: 'consent',
    id: makeId('consent', crypto.getRandomValues(new Uint8Array(16))),
    person: chair.id,
    purpose: wording.purpose,
    wording: { ...wording, dataTypes: [...wording.dataTypes] },
    language: 'pl',
    given: { on: day('2026-03-01'), how: 'paper', recordedAt: Date.parse('2026-03-10T12:00:00Z') },
    withdrawn: null,
    expires: day('2027-03-01'),
    notes: '',
  };
  await at.keep(march, minutes, consent);
  await bringIn(list('Breakwater', 470));
  await fold();

  at.isOn('2026-03-11');
  const [removed, erased, ...kept] = others;
  if (!removed || !erased) throw new Error('nobody to remove');
  const reason = {
    reason: 'request',
    places: [],
    now: Date.parse('2026-03-11T12:00:00Z'),
  } as const;
  valueOf(await eraseForGood(at.session, [erased.id], reason));
  const approved = { by: chair.id, on: day('2026-03-11'), recordedAt: reason.now };
  await at.keep({ ...minutes, approved }, { ...chair, notes: 'Rings after six.' });
  const base = at.session.state.get(removed.id)?.revision ?? 0;
  valueOf(await at.ask('remove', { id: removed.id, base }));
  await bringIn('Name,E-mail address\nHenrike Köster,h.koester@example.org\n');
  const form = { name: 'Þórunn Hvalfjörð', email: '', phone: '', organisation: '', post: null };
  const draft = JSON.stringify({ route: 'direct', ...form });
  valueOf(await at.ask('draft.put', { key: DRAFT, value: draft }));
  const [[vaultId, rows] = []] = at.disk.stores;
  if (vaultId === undefined || !rows) throw new Error('no store');
  const { fingerprint, records } = await heldBy(at.session);
  const some = [chair.id, ...kept.map(({ id }) => id), march.id, minutes.id, consent.id];
  const held = {
    commits: at.session.state.revision,
    folds: rows.pages.get('root')?.generation ?? 0,
    records,
    fingerprint,
    some: Object.fromEntries(some.map((id) => [id, at.record(id)])),
    draft,
  };
  valueOf(await at.session.close());

  return {
    name,
    vault: {
      vaultId,
      keys: at.disk.headers.map(owned),
      pages: [...rows.pages.values()],
      commits: [...rows.commits.values()].map((row) => ({ ...row, parts: [...row.parts] })),
      drafts: [...rows.drafts.values()],
    },
    opensWith: { passphrase: PASSPHRASE, recoveryKey: made.recoveryKey },
    holds: held,
  };
}

/** Writes a fixture that is not there yet: those that are there are never written again. */
export function keepFixture({ name, ...files }: Fixture): void {
  mkdirSync(join(FOLDER, name));
  const write = (file: string, value: unknown) =>
    writeFileSync(join(FOLDER, name, file), `${JSON.stringify(value, inBase64, 2)}\n`);
  write('vault.json', files.vault);
  write('opens-with.json', files.opensWith);
  write('holds.json', files.holds);
}

function inBase64(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
