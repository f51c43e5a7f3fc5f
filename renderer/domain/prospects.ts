/** Prospective members are kept and written to on consent, and on nothing else (clause CONSENT-PROSPECTS). */
import { type Consent, askedConsent, consentState } from './consent.ts';
import type { Person } from './person.ts';
import type { Around, Follow } from './registers/register.ts';
import { newestWordings } from './wording.ts';

/** Whoever becomes a prospective member is asked for consent: the asking is open until it is given. */
export function askForNews(person: Person, before: Person | null, around: Around): Follow[] {
  if (person.purpose !== 'prospects' || before?.purpose === 'prospects') return [];
  for (const consent of around.all('consent'))
    if (isNewsOf(consent, person.id) && isOpen(consent, around)) return [];
  const wording = newestWordings(around.all('wording')).find(
    ({ purpose }) => purpose === 'prospects',
  );
  // One is shipped.
  if (!wording) return [];
  return [{ before: null, after: askedConsent(around.newId('consent'), person.id, wording) }];
}

/** Whether a consent that ended leaves somebody a prospective member without any: told once, by the newest. */
export function isWithoutNews(consent: Consent, around: Around): boolean {
  const person = around.find(consent.person);
  if (person?.kind !== 'person' || person.purpose !== 'prospects') return false;
  if (!isNewsOf(consent, person.id)) return false;
  for (const other of around.all('consent')) {
    if (!isNewsOf(other, person.id) || other.id === consent.id) continue;
    if (isOpen(other, around) || orderOf(other) > orderOf(consent)) return false;
  }
  return true;
}

function isNewsOf({ person, purpose }: Consent, id: string): boolean {
  return person === id && purpose === 'prospects';
}

/** Asked for, or in force. */
function isOpen(consent: Consent, { today }: Around): boolean {
  return ['asked', 'in-force'].includes(consentState(consent, today));
}

function orderOf({ given, id }: Consent): string {
  return `${given?.on ?? ''} ${id}`;
}
