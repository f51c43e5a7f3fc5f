import { fingerprintWords } from '../../bundles/card.ts';
import { withAttachments } from '../../domain/attachment.ts';
import type { Opened } from '../protocol.ts';
import type { Session } from '../session.ts';
import { groupOf } from './context.ts';

/** Whose vault is open, for the screen. */
export function openedAs(session: Session): Opened {
  const { card } = session.profile;
  const { name, post, country } = card;
  return {
    group: withAttachments(groupOf(session), []),
    profile: { name, post, country, words: fingerprintWords(card) },
    damage: session.damage,
  };
}
