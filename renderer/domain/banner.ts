/**
 * The sentence that every document with personal data carries (clause BANNER of the privacy policy),
 * to the letter: an en dash, no quotation marks, no full stop.
 */
export const BANNER =
  'CONFIDENTIAL – this document shall be secured from unauthorised access at all times and managed within the restrictions of the CQI IMSIG Privacy Policy';

/** What heads a document that holds counts only, and nobody's data (clause ANONYMISE): there the banner would be wrong. */
export const ANONYMISED =
  'ANONYMISED – this document holds no personal data; small counts are withheld';

/**
 * Everything that such a document says in sentences; `#` stands for a number, a day, or a link of the trail's chain.
 * The host lets no other sentence pass without the banner.
 */
export const ANONYMISED_SENTENCES = {
  period: 'From # to #. Made on #.',
  day: 'As it was on #.',
  withheld:
    'A count of # or fewer is withheld, but for a nought, which is shown. Where it could be worked out from others, the next smallest are withheld as well, so that each withheld count could be any of at least # numbers; a breakdown for which that is not enough is left out.',
  once: 'People and consents are counted as they are on the day this was made, all else by its own day. Each person is counted once, by the first of the categories that is theirs.',
  overlap:
    'Two summaries of periods that overlap are not to be given to the same reader: what lies between them could be worked out.',
  verified: 'The chain of the trail was verified on #: # entries, none missing, none altered.',
  link: 'Its last link is #.',
  damaged: 'The chain of the trail could not be verified: something in it is missing or altered.',
  'no-places': 'No place for backups has been chosen.',
} as const;

/** What stands in a cell where no number does. */
export const ANONYMISED_CELLS = {
  withheld: 'withheld',
  'left-out': 'not broken down: too few',
  none: 'none yet',
  overdue: 'something overdue',
  'not-overdue': 'nothing overdue',
  'built-in': 'has no deadlines',
} as const;
