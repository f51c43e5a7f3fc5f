import type { Clause, ClauseGroup } from './clause.ts';

const requests = [{ room: 'requests', label: 'Requests' }];

const right = (id: string, title: string, words: string, carriedOutBy: string): Clause => ({
  id,
  title,
  words,
  carriedOutBy,
  at: requests,
  kinds: ['request'],
});

/** What people may ask for, and by when they are answered. */
export const RIGHTS: ClauseGroup = {
  title: 'Rights',
  clauses: [
    right(
      'RIGHT-ACCESS',
      'To see what is held',
      'Individuals have the right to request access to the data we hold on them by submitting a request to do so addressed to Group Secretary, who will provide details on any information retained by us. We will explain our lawful basis for processing personal data when we answer a ‘subject access’ request.',
      'One action gathers what is held on a person in every register, with basis, source, recipients and retention, and makes the stamped response.',
    ),
    right(
      'RIGHT-RECTIFY',
      'To have it corrected',
      'Have your personal data corrected.',
      'A request with its deadline, its steps and its proof.',
    ),
    right(
      'RIGHT-ERASE',
      'To have it erased',
      'Have your personal data erased in certain circumstances.',
      'A request with its deadline, which ends in an erasure and its certificate, or in the reason why not.',
    ),
    right(
      'RIGHT-OBJECT',
      'To object',
      'Object to or restrict how your personal data is processed.',
      'A request with its deadline; while it is open, what is objected to stops.',
    ),
    right(
      'RIGHT-RESTRICT',
      'To have its use restricted',
      'Object to or restrict how your personal data is processed.',
      'A restriction stops prints, mailings and bundles of that person, and says so where it happens.',
    ),
    right(
      'RIGHT-PORT',
      'To take it along',
      'Have your personal data transferred to yourself or to another business in certain circumstances.',
      'A person’s own data as CSV, vCard and JSON.',
    ),
    right(
      'RIGHT-UNPUBLISH',
      'To have a publication removed',
      'Any publication on the IMSIG website can be requested to be removed by contacting secretaryimsig@quality.org.',
      'A request that is tied to the publication and makes the task to take it down.',
    ),
    {
      id: 'COMPLAINT',
      title: 'To complain',
      words:
        'Individuals have the right to complain to us and we will investigate and respond accordingly within one month.',
      carriedOutBy:
        'A complaint has its clocks for acknowledgement and response, worked out by the calendar of working days, and a letter with the address of the ICO.',
      at: [...requests, { room: 'office', tab: 'working-days', label: 'Working days' }],
      kinds: ['complaint', 'calendar'],
    },
  ],
};
