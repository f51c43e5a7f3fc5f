/** An erasure and a sealed bundle in that vault, past the screen: what their papers are made of. */
import { randomBytes } from 'node:crypto';
import { type ErasureId, type TransferId, erasureId, makeId } from '../../renderer/domain/ids.ts';
import { blankPerson } from '../../renderer/domain/person.ts';
import { plainDate } from '../../renderer/domain/dates.ts';
import type { HostBridge } from '../../electron/contract.ts';
import { type Muniment, answerSaveDialog, outPath } from '../launch.ts';
import { must } from '../store/office.ts';
import { askVault } from '../vault-wire.ts';

declare const host: HostBridge;

/** Seals the people for an officer abroad; answers the line of the register. */
export async function sealForAbroad({ app, page }: Muniment, now: number): Promise<TransferId> {
  await answerSaveDialog(app, outPath('documents-bundle.age'));
  const handle = await page.evaluate(async () => {
    const to = await host.ask('chooseSave', { kind: 'bundle', suggestedName: 'bundle.age' });
    if (!to.ok || to.value === null) throw new Error('There is no place to save to.');
    return to.value.handle;
  });
  const words = must(await askVault(page, 'bundle.passphrase', {}, now));
  const sealed = await askVault(
    page,
    'bundle.seal',
    {
      to: {
        method: 'passphrase',
        passphrase: words,
        post: 'vice-chair',
        country: 'AU',
      },
      kinds: ['person', 'meeting'],
      purpose: '<b>The conference</b> in Sydney \u202E(بسم) 🦊',
      footing: 'inside',
      safeguard: 'The officer acts inside IMSIG.',
      wider: null,
      expires: plainDate.parse('2027-02-24'),
      handle,
    },
    now,
  );
  return must(sealed).bundle;
}

/** Somebody comes and is erased for good; answers the certificate. */
export async function eraseSomebody(
  { page }: Pick<Muniment, 'page'>,
  now: number,
): Promise<ErasureId> {
  const blank = blankPerson('steering-group');
  const id = makeId('person', randomBytes(16));
  const record = { ...blank, id, name: { ...blank.name, full: 'Somebody' } };
  must(await askVault(page, 'save', { record, base: null }, now));
  const erased = must(await askVault(page, 'erase', { id, reason: 'mistake', word: 'ERASE' }, now));
  return erasureId.parse(erased.ids.find((one) => one.startsWith('ers_')));
}
