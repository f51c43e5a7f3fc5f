import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { FailureText } from '../../components/failure.tsx';
import type { Failure } from '../../domain/errors.ts';
import type { Post } from '../../domain/posts.ts';
import { type NewSheet, type ShareSet, beginRenewal, useWays } from '../../stores/recovery.ts';
import { useOpened } from '../../stores/session.ts';
import { NO_PASSPHRASE, NewPassphrase, wrongWith } from './new-passphrase.tsx';
import { NO_PRESENT, PresentWay, presentOf } from './present-way.tsx';
import { RENEWAL_WORDS, type RenewalReason, WHAT_GOES, WHAT_STAYS } from './renewal-words.ts';
import { DEFAULT_SHARES, ShareFields } from './share-fields.tsx';
import { SuccessorFields } from './successor-fields.tsx';

interface Props {
  why: RenewalReason;
  onCancel: () => void;
  /** The keys are made and not in force: their sheet is to be shown. */
  onBegun: (sheet: NewSheet) => void;
}

export function RenewalForm({ why, onCancel, onBegun }: Props) {
  const { group, profile } = useOpened().opened;
  const present = useWays(({ ways }) => ways?.shares ?? null);
  const [proof, setProof] = useState(NO_PRESENT);
  const [next, setNext] = useState(NO_PASSPHRASE);
  const [withShares, setWithShares] = useState(present !== null);
  const [shares, setShares] = useState<ShareSet>(() => setLike(present));
  const [owner, setOwner] = useState<{ name: string; post: Post; country: string }>({
    name: '',
    post: profile.post,
    country: profile.country,
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isHandover = why === 'handover';
  const isNewPassphrase = isHandover || why === 'passphrase';

  const submit = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (busy) return;
    const given = presentOf(proof);
    const missing =
      isHandover && owner.name.trim() === ''
        ? 'The successor’s name is needed.'
        : given
          ? isNewPassphrase
            ? wrongWith(next)
            : null
          : 'Type the present passphrase.';
    setWrong(missing);
    setFailure(null);
    if (!given || missing) return;
    setBusy(true);
    const reply = await beginRenewal({
      present: given,
      passphrase: isNewPassphrase ? next.passphrase : null,
      shares: withShares ? shares : null,
      handOverTo: isHandover ? { ...owner, name: owner.name.trim() } : null,
    });
    setBusy(false);
    if (reply.ok) onBegun(reply.value);
    else setFailure(reply.error);
  };

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p>{RENEWAL_WORDS[why].lead}</p>
      <p className="muted">
        {WHAT_GOES} {WHAT_STAYS}
      </p>
      <PresentWay value={proof} onChange={setProof} mayBeSheet={isNewPassphrase} />
      {isHandover && <SuccessorFields value={owner} onChange={setOwner} />}
      {isNewPassphrase && (
        <NewPassphrase
          value={next}
          onChange={setNext}
          hints={[group.name, profile.name, owner.name]}
        />
      )}
      {why !== 'shares' && (
        <Checkbox isSelected={withShares} onChange={setWithShares}>
          {present
            ? 'Make a new set of recovery shares; the present one opens nothing any more'
            : 'Make recovery shares for officers too'}
        </Checkbox>
      )}
      {withShares && <ShareFields value={shares} onChange={setShares} />}
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <FailureText failure={failure} />
      <div className="form-foot">
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={busy}>
          {busy ? 'Making the keys …' : RENEWAL_WORDS[why].go}
        </Button>
      </div>
    </form>
  );
}

/** A new set as the present one is, where there is one. */
function setLike(
  present: { threshold: number; count: number; holders: readonly string[] } | null,
): ShareSet {
  if (!present) return DEFAULT_SHARES;
  const { threshold, count, holders } = present;
  return { threshold, holders: Array.from({ length: count }, (_, place) => holders[place] ?? '') };
}
