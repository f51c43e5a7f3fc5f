/** The only clock is this computer's, and it may go backwards: nothing breaks, and nothing is hidden for ever. */
import { expect, test } from 'vitest';
import { unlockVault } from '../vault.ts';
import { placesOn } from '../test-kit.ts';
import { CONSENT_WORDINGS, type Consent } from '../../domain/consent.ts';
import { makeId } from '../../domain/ids.ts';
import { codeOf, day, deskOf, meeting, minutesOf, person, valueOf } from './test-kit.ts';

const jo = deskOf('Jo Example', 'GB');

const NOW = '2026-03-10';
const A_YEAR_BACK = '2025-03-10';
const TWO_YEARS_ON = '2028-03-10';

test('a year back, records are saved, undone, erased and verified as ever', async () => {
  const at = await jo(NOW);
  const [early, late, gone] = [person('Early'), person('Late'), person('Gone')];
  await at.keep(early, gone);
  at.isOn(A_YEAR_BACK);
  await at.keep({ ...early, notes: 'a year earlier, and later' }, late);
  valueOf(await at.ask('undo', {}));
  valueOf(await at.ask('redo', {}));
  valueOf(await at.ask('erase', { id: gone.id, reason: 'request', word: 'ERASE' }));
  valueOf(await at.ask('today', {}));
  valueOf(await at.ask('verify', {}));
  // The trail keeps the order in which things were done, whatever the clock said.
  expect(at.actions().slice(-5)).toEqual(['edited', 'added', 'undone', 'added', 'erased']);
  valueOf(await at.session.close());

  const { recoveryKey } = at;
  const again = valueOf(await unlockVault(placesOn(at.disk), { recoveryKey }));
  expect(valueOf(await again.verifyTrail()).commits).toBe(again.state.revision);
  expect(again.state.get(late.id)?.record).toEqual(late);
  expect(again.state.get(gone.id)).toBeUndefined();
});

test('what a clock set forward hides is there again when it is right', async () => {
  const at = await jo(NOW);
  const march = meeting('2026-03-05');
  const minutes = minutesOf(march);
  await at.keep(march, minutes);
  at.isOn(TWO_YEARS_ON);
  expect(codeOf(await at.ask('open', { id: minutes.id }))).toBe('minutes/expired');
  expect(at.record(minutes.id)).toEqual(minutes);
  at.isOn(NOW);
  expect(codeOf(await at.ask('open', { id: minutes.id }))).toBe('ok');
});

test('a consent of a day that the clock says is to come is refused by name, and stays as it is', async () => {
  const [wording] = CONSENT_WORDINGS;
  if (!wording) throw new Error('no wording is shipped');
  const at = await jo(NOW);
  const anna = person('Anna');
  const consent: Consent = {
    kind: 'consent',
    id: makeId('consent', crypto.getRandomValues(new Uint8Array(16))),
    person: anna.id,
    purpose: wording.purpose,
    wording: { ...wording, dataTypes: [...wording.dataTypes] },
    language: 'en',
    given: { on: day('2026-03-01'), how: 'email', recordedAt: 0 },
    withdrawn: null,
    expires: null,
    notes: '',
  };
  await at.keep(anna, consent);
  at.isOn(A_YEAR_BACK);
  expect(codeOf(await at.save({ ...consent, notes: 'Scan kept' }))).toBe('consent/in-future');
  expect(codeOf(await at.ask('open', { id: consent.id }))).toBe('ok');
  expect(at.record(consent.id)).toEqual(consent);
  at.isOn(NOW);
  expect(codeOf(await at.save({ ...consent, notes: 'Scan kept' }))).toBe('ok');
});
