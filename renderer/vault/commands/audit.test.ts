/** The trail of a day's work: what every command leaves in it (clause AUDIT). */
import { expect, test, vi } from 'vitest';
import { attachmentsOf } from '../../domain/attachment.ts';
import { ERASE_WORD } from '../../domain/erasure.ts';
import type { TrailAction } from '../../domain/trail.ts';
import { anywhere, whenOpen } from './table.ts';
import { day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

/** Commands that change no record, show nobody in full, and let nothing out. */
const SILENT = [
  'status',
  'lock',
  'strength',
  'ways',
  'query',
  'find',
  'today',
  'policy',
  'posts',
  'wordings',
  'purposes',
  'access.versions',
  'transfer.views',
  'erased.seen',
  'review.look',
  'review.members',
  'verify',
  'erase.look',
  'draft.put',
  'draft.get',
  'draft.drop',
  'recovery.test',
  'shares.bring',
  'shares.takeBack',
  'shares.putAway',
  'restore.look',
  'restore.open',
  'restore.drop',
  'renewal.begin',
  'renewal.drop',
  'import.read',
  'minutes.before',
  'minutes.carried',
  'minutes.read',
  'import.rows',
  'import.drop',
  'attachment.show',
  'backup.status',
  'backup.generations',
  'backup.check',
  // A backup is sealed with the vault's own keys and opens with nothing else; its place says when it was made.
  'backup.run',
  'card.own',
  'card.read',
  // One's own card is public: it holds a post, a country and two public keys.
  'card.write',
  'bundle.passphrase',
  'bundle.contents',
  'bundle.close',
];

/** Commands whose entries are looked at where a vault is made, renewed or restored, and where a bundle is sealed and opened. */
const ELSEWHERE: Readonly<Record<string, TrailAction>> = {
  create: 'created',
  'create.finish': 'created',
  unlock: 'unlocked',
  'restore.finish': 'restored',
  'passphrase.change': 'passphrase-changed',
  'renewal.finish': 'keys-renewed',
  'attachment.renew': 'keys-renewed',
  'shares.make': 'shares-made',
  'share.document': 'printed',
  'share.write': 'exported',
  'recovery.sheet': 'printed',
  'card.add': 'card-added',
  'logo.set': 'attached',
  'logo.remove': 'attachment-removed',
  'letterhead.change': 'edited',
  'minutes.begin': 'added',
  'minutes.bring': 'imported',
  'purpose.change': 'basis-changed',
  'clock.confirm': 'clock-confirmed',
  'review.begin': 'added',
  'review.decide': 'edited',
  'review.finish': 'edited',
  'calendar.write': 'exported',
  'request.gather': 'viewed',
  'request.data': 'exported',
  'bundle.seal': 'bundle-sealed',
  'bundle.open': 'bundle-opened',
  'document.unfinished': 'unfinished',
  'bundle.document': 'printed',
  'bundle.write': 'exported',
  'bundle.text': 'exported',
};

const jo = deskOf('Jo Example', 'GB');

const TODAY = '2026-03-10';
const anna = person('Anna Kowalska', { emails: [{ label: '', address: 'anna@example.org' }] });
const held = meeting('2026-03-05');
const draft = minutesOf(held);
const to = 'ab'.repeat(16);

test('every change, view of a person, print, export and erasure is an entry that names ids and nobody (AUDIT)', async () => {
  const at = await jo(TODAY, { backupPlaces: async () => ({ ok: true, value: [] }) });
  const { ask, host, session } = at;
  const walked = new Set<string>();
  /** Does something by a command; its newest entry is to be this one. */
  const does = async (
    kind: keyof typeof whenOpen | keyof typeof anywhere,
    action: TrailAction,
    count: number,
    act: () => Promise<unknown>,
  ) => {
    const before = session.state.trail().length;
    await act();
    await vi.waitFor(() => expect(session.state.trail().length).toBeGreaterThan(before));
    expect([kind, session.state.trail().at(-1)]).toMatchObject([
      kind,
      { action, count, actor: 'secretary' },
    ]);
    walked.add(kind);
  };
  const revision = (id: string) => session.state.get(id)?.revision ?? 0;
  const document = (what: 'preview' | 'print' | 'pdf') => () =>
    ask('document', { name: { what: 'record', id: anna.id }, for: what }).then(valueOf);
  const rows = { filter: 'all', text: '', to };

  await does('save', 'added', 1, () => at.keep(anna));
  await does('save', 'edited', 1, () => at.keep({ ...anna, notes: 'Rang back' }));
  await does('open', 'viewed', 1, () => ask('open', { id: anna.id }).then(valueOf));
  await at.keep(held, draft);
  await does('remove', 'removed', 1, () =>
    ask('remove', { id: draft.id, base: revision(draft.id) }).then(valueOf),
  );
  await does('undo', 'undone', 1, () => ask('undo', {}).then(valueOf));
  await does('redo', 'removed', 1, () => ask('redo', {}).then(valueOf));
  await does('document', 'previewed', 1, document('preview'));
  await does('document', 'printed', 1, document('print'));
  await does('document', 'exported', 1, document('pdf'));
  await does('document.write', 'exported', 1, () =>
    ask('document.write', { name: { what: 'record', id: anna.id }, format: 'docx', to }).then(
      valueOf,
    ),
  );
  await does('document.text', 'exported', 1, () =>
    ask('document.text', { name: { what: 'record', id: anna.id } }).then(valueOf),
  );
  await does('contacts.write', 'exported', 1, () =>
    ask('contacts.write', { ...rows, format: 'csv' }).then(valueOf),
  );
  await does('summary.write', 'summarised', 0, () =>
    ask('summary.write', {
      from: day('2026-01-01'),
      until: day('2026-12-31'),
      threshold: 5,
      to,
    }).then(valueOf),
  );
  await does('attachment.add', 'attached', 1, () =>
    ask('attachment.add', {
      record: anna.id,
      ...host.putText('Dear Anna'),
      name: 'a.txt',
      keepDetails: false,
    }).then(valueOf),
  );
  const [attached] = attachmentsOf(at.record(anna.id) ?? {});
  if (!attached) throw new Error('nothing was attached');
  const file = attached.id;
  await does('attachment.save', 'exported', 1, () =>
    ask('attachment.save', { record: anna.id, id: file, to }).then(valueOf),
  );
  await does('attachment.remove', 'attachment-removed', 1, () =>
    ask('attachment.remove', { record: anna.id, id: file }).then(valueOf),
  );
  await ask('import.read', { ...host.putText('Name\nNew Person\n'), route: 'direct' });
  let imported = '';
  // The person, and the note of the import.
  await does('import.apply', 'imported', 2, async () => {
    imported = valueOf(await ask('import.apply', {})).import;
  });
  await does('import.undo', 'import-undone', 2, () =>
    // The id of the import that was just made.
    ask('import.undo', { id: imported as never }).then(valueOf),
  );
  await does('erase', 'erased', 1, () =>
    ask('erase', { id: anna.id, reason: 'request', word: ERASE_WORD }).then(valueOf),
  );

  const known = new Set([...SILENT, ...Object.keys(ELSEWHERE), ...walked]);
  const commands = Object.keys({ ...anywhere, ...whenOpen });
  // A command that is new says above what it leaves in the trail.
  expect(commands.filter((name) => !known.has(name))).toEqual([]);
  const told = JSON.stringify(session.state.trail());
  expect(told).not.toMatch(/Kowalska|New Person|example\.org|Rang back/);
  expect(told).toContain(anna.id);
  expect(valueOf(await session.verifyTrail()).entries).toBe(session.state.trail().length);
});
