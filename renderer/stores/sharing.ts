/** Officers' cards, and sealing a bundle for them or for a passphrase. */
import { create } from 'zustand';
import type { ChairsLeave } from '../domain/chair.ts';
import type { PlainDate } from '../domain/dates.ts';
import type { Failure } from '../domain/errors.ts';
import { type TransferId, cardId } from '../domain/ids.ts';
import type { Kind } from '../domain/kinds.ts';
import type { Post } from '../domain/posts.ts';
import { SHARED_KINDS } from '../domain/registers/sharing-rules.ts';
import type { CardContent, Footing } from '../domain/sharing.ts';
import { vault } from '../vault/client.ts';
import type { CardRow, Replies, VaultAsk } from '../vault/protocol.ts';

export type Contents = Extract<Replies['bundle.contents'], { ok: true }>['value'];

/** Countries with how they stand by the policy and by UK law. */
export type TransferViews = Extract<Replies['transfer.views'], { ok: true }>['value'];

/** A card with its fingerprint in words. */
interface NamedCard {
  content: CardContent;
  words: readonly string[];
}

interface CardsState {
  own: NamedCard | null;
  /** Every card of another officer; null until they have come. */
  cards: readonly CardRow[] | null;
  /** A card that was read and waits for its words to be compared. */
  reading: NamedCard | null;
  done: string | null;
  error: Failure | null;
}

export const useCards = create<CardsState>(() => ({
  own: null,
  cards: null,
  reading: null,
  done: null,
  error: null,
}));
const setCards = useCards.setState;

/** Fetches this profile's card and those of the others. */
export async function loadCards(): Promise<void> {
  const [own, rows] = await Promise.all([
    vault().ask('card.own', {}),
    vault().ask('query', {
      list: 'cards',
      text: '',
      filter: 'all',
      sort: { by: 'name', descending: false },
      offset: 0,
      limit: 500,
    }),
  ]);
  setCards(own.ok ? { own: own.value } : { error: own.error });
  // The vault answers the list of cards with rows of cards.
  setCards(rows.ok ? { cards: rows.value.rows as CardRow[] } : { error: rows.error });
}

/** Writes this profile's card to a place that the person chooses. */
export async function saveOwnCard(): Promise<void> {
  setCards({ done: null, error: null });
  const place = await window.host.ask('chooseSave', {
    kind: 'card',
    suggestedName: 'officer.card',
  });
  if (!place.ok) setCards({ error: place.error });
  if (!place.ok || !place.value) return;
  const written = await vault().ask('card.write', { to: place.value.handle });
  setCards(
    written.ok ? { done: `Your card was saved as ${place.value.name}.` } : { error: written.error },
  );
}

/** Shows the open dialog for a card, and reads the card that is chosen. Nothing is kept yet. */
export async function chooseCard(): Promise<void> {
  const chosen = await window.host.ask('chooseFile', { kind: 'card' });
  if (!chosen.ok) setCards({ error: chosen.error });
  else if (chosen.value) await readCard(chosen.value);
}

/** Reads a card that came from outside, to compare its words. */
export async function readCard(file: { handle: string; size: number }): Promise<void> {
  setCards({ reading: null, done: null, error: null });
  const read = await vault().ask('card.read', { from: { handle: file.handle, size: file.size } });
  await window.host.ask('forgetHandle', { handle: file.handle });
  setCards(read.ok ? { reading: read.value } : { error: read.error });
}

/** Keeps the card that was read: its words were compared with its owner. */
export async function keepCard(): Promise<void> {
  const { reading } = useCards.getState();
  if (!reading) return;
  const kept = await vault().ask('card.add', { content: reading.content });
  if (!kept.ok) {
    setCards({ error: kept.error });
    return;
  }
  setCards({ reading: null, done: 'The card was added. Bundles can now be sealed for it.' });
  await loadCards();
}

/** Puts the card that was read away. */
export function dropCard(): void {
  setCards({ reading: null, error: null });
}

/** Passphrase of generated words for a bundle; null when the vault refuses. */
export async function bundlePassphrase(): Promise<string | null> {
  const reply = await vault().ask('bundle.passphrase', {});
  return reply.ok ? reply.value : null;
}

/** What a post would be given of each kind, or with the Chair's leave all of it; null when the vault refuses. */
export async function contentsFor(post: Post, wider: boolean): Promise<Contents | null> {
  const reply = await vault().ask('bundle.contents', { post, kinds: [...SHARED_KINDS], wider });
  return reply.ok ? reply.value : null;
}

/** How countries stand today; none when the vault refuses. */
export async function viewsOf(countries: readonly string[]): Promise<TransferViews> {
  const reply = await vault().ask('transfer.views', { countries: [...countries] });
  return reply.ok ? reply.value : [];
}

export interface SealState {
  step: 'ask' | 'sealing' | 'done';
  progress: { done: number; total: number } | null;
  /** What was sealed; with the passphrase, which is shown until another is sealed. */
  result: { id: TransferId; name: string; bytes: number; passphrase: string | null } | null;
  error: Failure | null;
}

const UNSEALED: SealState = { step: 'ask', progress: null, result: null, error: null };
export const useSeal = create<SealState>(() => UNSEALED);
let sealing: AbortController | null = null;

export interface SealAsk {
  to:
    | { method: 'card'; cards: readonly string[] }
    | { method: 'passphrase'; passphrase: string; post: Post; country: string };
  kinds: readonly Kind[];
  purpose: string;
  footing: Footing | null;
  safeguard: string;
  wider: ChairsLeave | null;
  expires: PlainDate;
}

/** Asks for a place, then seals there. The file appears whole or not at all. */
export async function seal(asked: SealAsk): Promise<void> {
  const place = await window.host.ask('chooseSave', {
    kind: 'bundle',
    suggestedName: 'bundle.age',
  });
  if (!place.ok) useSeal.setState({ error: place.error });
  if (!place.ok || !place.value) return;
  const { handle, name } = place.value;
  const passphrase = asked.to.method === 'passphrase' ? asked.to.passphrase : null;
  useSeal.setState({ ...UNSEALED, step: 'sealing' });
  sealing = new AbortController();
  const reply = await vault().ask(
    'bundle.seal',
    { ...asked, to: recipientsOf(asked.to), kinds: [...asked.kinds], handle },
    { onProgress: (progress) => useSeal.setState({ progress }), signal: sealing.signal },
  );
  sealing = null;
  useSeal.setState(
    reply.ok
      ? {
          step: 'done',
          result: { id: reply.value.bundle, name, bytes: reply.value.bytes, passphrase },
        }
      : { step: 'ask', error: reply.error },
  );
}

/** Stops the sealing; no file is left. */
export function cancelSealing(): void {
  sealing?.abort();
}

/** Back to an empty form. */
export function sealAnother(): void {
  useSeal.setState(UNSEALED);
}

function recipientsOf(to: SealAsk['to']): VaultAsk<'bundle.seal'>['to'] {
  return to.method === 'card'
    ? { method: 'card', cards: to.cards.map((id) => cardId.parse(id)) }
    : to;
}
