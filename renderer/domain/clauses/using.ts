import type { ClauseGroup } from './clause.ts';

/** On what ground data is used, and with whom it is shared. */
export const USING: ClauseGroup = {
  title: 'Use, basis and consent',
  clauses: [
    {
      id: 'BASIS',
      title: 'The lawful basis',
      words:
        'The lawful bases for our data processing activity are Legitimate Interest and Consent.',
      carriedOutBy:
        'The register of purposes says why, on which basis and for how long; every record hangs on one of them.',
      at: [{ room: 'office', tab: 'purposes', label: 'Purposes' }],
      kinds: ['processing', 'decision'],
    },
    {
      id: 'CONSENT',
      title: 'Consent',
      words:
        'We will always make it clear when requesting Consent what the data will be used for and have clear, simple ways for people to withdraw consent.',
      carriedOutBy:
        'A consent keeps its exact wording and version, when and how it was given; withdrawing is one action, takes effect at once and makes the tasks that follow from it.',
      at: [{ room: 'consents', label: 'Consents' }],
      kinds: ['consent', 'wording', 'task'],
    },
    {
      id: 'CONSENT-PROSPECTS',
      title: 'Where only consent will do',
      words:
        'Consent is the most appropriate legal basis for the processing of prospective member’s information and for use of photographs on our website.',
      carriedOutBy: 'These purposes rest on consent, and take no other basis.',
      at: [
        { room: 'office', tab: 'purposes', label: 'Purposes' },
        { room: 'consents', label: 'Consents' },
      ],
      kinds: ['consent', 'mailing'],
    },
    {
      id: 'DISCLOSE',
      title: 'No third party without consent',
      words:
        'We will not share your data with any third parties without your prior consent (which you are free to withhold) except where legally required to do.',
      carriedOutBy:
        'What leaves is noted with its recipient; outside IMSIG and the CQI it needs a consent or a stated legal duty.',
      at: [{ room: 'sharing', tab: 'disclosures', label: 'Disclosures' }],
      kinds: ['disclosure'],
    },
    {
      id: 'ANONYMISE',
      title: 'Summaries without personal data',
      words:
        'Any processed data is anonymised, non-personal and not capable of being reconstructed to breach privacy. We do not share data with other parties except summary data provided to the CQI.',
      carriedOutBy:
        'The summary for the CQI withholds small counts, and as many others as it takes that none of them can be worked out.',
      at: [{ room: 'office', tab: 'summary', label: 'Summary' }],
      actions: ['summarised'],
    },
    {
      id: 'SUPPLIERS',
      title: 'Suppliers',
      words:
        'We take all reasonable steps to ensure that the CQI and any of our suppliers of services that we interact with meet an equivalent standard.',
      carriedOutBy: 'Each supplier is kept with its evidence and the day of its next review.',
      at: [{ room: 'office', tab: 'suppliers', label: 'Suppliers' }],
      kinds: ['supplier'],
    },
  ],
};

export const KEEPING: ClauseGroup = {
  title: 'Retention and review',
  clauses: [
    {
      id: 'RETAIN-MINUTES',
      title: 'Minutes for twelve months',
      words:
        'Minutes are not shared with non-committee members and are only retained for 12 months.',
      carriedOutBy:
        'A minute’s last day follows from its meeting; it is warned of, hidden from the end of that day and erased at the first unlock after. No output of minutes goes to anybody who is not on the committee.',
      at: [
        { room: 'meetings', label: 'Meetings' },
        { room: 'office', tab: 'holds', label: 'Legal holds' },
      ],
      kinds: ['minutes', 'erasure', 'hold'],
    },
    {
      id: 'RETAIN-PEOPLE',
      title: 'No longer than needed',
      words:
        'We will hold your personal data on our systems for as long as you are a member of the group and for as long afterwards as it is in the group’s legitimate interest to do so.',
      carriedOutBy:
        'Each purpose has its rule of retention; what is due is listed, decided by a person and erased for good.',
      at: [{ room: 'office', tab: 'retention', label: 'Retention' }],
      kinds: ['person'],
    },
    {
      id: 'REVIEW',
      title: 'The yearly review',
      words:
        'We will review the personal data we hold every year to establish whether we are still entitled to retain or process it.',
      carriedOutBy:
        'A review walks all that is held, purpose by purpose, and ends in a report that the Chair signs.',
      at: [{ room: 'office', tab: 'review', label: 'Review' }],
      kinds: ['review'],
    },
    {
      id: 'ERASE',
      title: 'Erased is gone',
      words: 'Retain it for no longer than is necessary.',
      carriedOutBy:
        'Erasing makes the record unreadable in the store, its log, its search index and every backup at hand; what remains is a certificate without personal data.',
      at: [{ room: 'office', tab: 'erasures', label: 'Erasures' }],
      kinds: ['erasure'],
      actions: ['erased'],
    },
  ],
};
