/** What a withdrawal makes necessary, in the same commit, and what settles it again (clause CONSENT). */
import { type Consent, heldOn } from './consent.ts';
import { type Resting, restsOn } from './coverage.ts';
import type { RecordOf } from './kinds.ts';
import type { Around, Follow } from './registers/register.ts';

type Task = RecordOf<'task'>;

/** Records that rest on a consent. */
export function restingOn(consent: Consent, around: Around): Resting[] {
  return [
    ...around.all('publication'),
    ...around.all('photograph'),
    ...around.all('mailing'),
  ].filter((record) => restsOn(record, consent, around));
}

/** A task for each record that rested on a withdrawn consent; none where another consent of theirs is in force. */
export function takeDowns(consent: Consent, around: Around): Follow[] {
  for (const other of around.all('consent'))
    if (
      other.id !== consent.id &&
      other.person === consent.person &&
      other.purpose === consent.purpose &&
      heldOn(other, around.today)
    )
      return [];
  const made = restingOn(consent, around).map((record) => taskFor(record, record.id));
  // Their address is on the list of some program besides.
  if (consent.purpose === 'prospects') made.push(taskFor({ kind: 'person' }, consent.person));
  return made.map(({ what, words, about }): Follow => ({
    before: null,
    after: {
      kind: 'task',
      id: around.newId('task'),
      purpose: 'accountability',
      what,
      words,
      about,
      because: consent.id,
      due: around.today,
      done: null,
      notes: '',
    },
  }));
}

/** What is to be done, without a name. */
function taskFor(
  record: Resting | { readonly kind: 'person' },
  about: string,
): Pick<Task, 'what' | 'words' | 'about'> {
  switch (record.kind) {
    case 'person':
      return {
        what: 'stop-mailing',
        words: 'Take somebody off the mailing list, wherever it is kept: a consent was withdrawn.',
        about,
      };
    case 'mailing':
      return {
        what: 'stop-mailing',
        words: 'Take a recipient out of a mailing before it is sent: a consent was withdrawn.',
        about,
      };
    case 'photograph':
      return {
        what: 'take-down',
        words:
          record.published === null
            ? 'Erase a photograph, or make the person unrecognisable: a consent was withdrawn.'
            : 'Take down a photograph and erase it: a consent was withdrawn.',
        about,
      };
    case 'publication':
      return {
        what: 'take-down',
        words:
          record.published === null
            ? 'Do not publish what was ready to be published: a consent was withdrawn.'
            : 'Take down a publication: a consent was withdrawn.',
        about,
      };
  }
}

/** Closes the tasks about a record that what was done to it settles: it was taken down, or the person is out of it. */
export function settled(record: Resting, around: Around): Follow[] {
  const done: Follow[] = [];
  for (const task of around.all('task')) {
    if (task.about !== record.id || task.done !== null || task.because === null) continue;
    const because = around.find(task.because);
    if (because?.kind !== 'consent' || restsOn(record, because, around)) continue;
    done.push({ before: task, after: { ...task, done: around.today } });
  }
  return done;
}
