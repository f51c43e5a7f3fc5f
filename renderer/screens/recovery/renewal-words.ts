/** Why keys are renewed, in the words of the screen. */
export type RenewalReason = 'passphrase' | 'sheet' | 'shares' | 'handover';

interface Words {
  readonly title: string;
  /** What it is for. */
  readonly lead: string;
  /** What the form does. */
  readonly go: string;
  readonly done: string;
}

export const RENEWAL_WORDS: Readonly<Record<RenewalReason, Words>> = {
  passphrase: {
    title: 'Somebody may know the passphrase',
    lead: 'Choose another passphrase. The vault also gets a new recovery sheet.',
    go: 'Make new keys',
    done: 'The keys are new',
  },
  sheet: {
    title: 'Replace the recovery sheet',
    lead: 'For a sheet that is lost, or that somebody may have seen. The passphrase stays.',
    go: 'Make a new sheet',
    done: 'The recovery sheet is replaced',
  },
  shares: {
    title: 'Replace the recovery shares',
    lead: 'For a share that is lost, that somebody may have seen, or whose officer has left. The passphrase stays; the vault also gets a new recovery sheet.',
    go: 'Make new shares',
    done: 'The recovery shares are replaced',
  },
  handover: {
    title: 'Hand over the office',
    lead: 'Do this together: you type your passphrase once more, then your successor chooses theirs and takes the new recovery sheet.',
    go: 'Make the new keys',
    done: 'The office is handed over',
  },
};

/** What every renewal does to what was before. */
export const WHAT_GOES =
  'Everything is sealed under new keys. The old passphrase, the old recovery sheet and the old recovery shares open nothing that is written or kept from then on. Forms that are not saved yet are cleared.';
export const WHAT_STAYS =
  'A copy that somebody took before stays open to whoever knew the way in. What was readable then cannot be taken back.';
