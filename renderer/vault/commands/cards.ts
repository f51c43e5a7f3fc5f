/** Officers' cards: one's own to send, others' to trust after their words were read out. */
import { fingerprintWords, readCard, writeCard } from '../../bundles/card.ts';
import { fail, ok } from '../../domain/errors.ts';
import { makeId } from '../../domain/ids.ts';
import type { Card, CardContent } from '../../domain/sharing.ts';
import { applyChanges } from '../desk/change.ts';
import type { Command, OpenContext } from '../desk/context.ts';
import { readWhole, writeWhole } from '../files.ts';
import { sourceOf } from '../sources.ts';

const LARGEST_CARD = 64 * 1024;

export const cardOwn: Command<'card.own'> = (_asked, { session }) =>
  ok(withWords(session.profile.card));

export const cardWrite: Command<'card.write'> = (asked, context) =>
  writeWhole(context.host, asked.to, writeCard(context.session.profile.card), context);

export const cardRead: Command<'card.read'> = async (asked, context) => {
  const bytes = await readWhole(sourceOf(asked.from, context.host), LARGEST_CARD, context);
  if (!bytes.ok) return bytes;
  const content = readCard(bytes.value);
  if (!content.ok) return content;
  const known = refusal(content.value, context);
  return known ?? ok(withWords(content.value));
};

export const cardAdd: Command<'card.add'> = async ({ content }, context) => {
  // The page sends back what it was shown; what it sends is read as a card again all the same.
  const checked = readCard(writeCard(content));
  if (!checked.ok) return checked;
  const known = refusal(checked.value, context);
  if (known) return known;
  const card: Card = {
    kind: 'card',
    id: makeId('card', crypto.getRandomValues(new Uint8Array(16))),
    purpose: 'steering',
    content: checked.value,
    checkedOn: context.today,
  };
  return applyChanges([{ id: card.id, before: null, after: card }], 'card-added', context);
};

function refusal(content: CardContent, { session }: OpenContext) {
  if (content.verifyKey === session.profile.card.verifyKey) return fail('card/own');
  for (const { content: held } of session.state.all('card')) {
    if (held.verifyKey === content.verifyKey) return fail('card/known');
  }
  return null;
}

function withWords(content: CardContent) {
  return { content, words: fingerprintWords(content) };
}
