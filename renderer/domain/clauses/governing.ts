import type { ClauseGroup } from './clause.ts';

/** Who answers for the data, and who may see it. */
export const GOVERNING: ClauseGroup = {
  title: 'Access and governance',
  clauses: [
    {
      id: 'ACCESS',
      title: 'What a post needs',
      words:
        'Group post holders can only access information with access levels as relevant to their group job responsibilities.',
      carriedOutBy:
        'The access matrix, approved by the committee and kept in versions, decides which keys a post holds and what goes into a bundle for it.',
      at: [
        { room: 'office', tab: 'access', label: 'Access' },
        { room: 'sharing', label: 'Sharing' },
      ],
      kinds: ['access', 'card'],
      actions: ['bundle-sealed'],
    },
    {
      id: 'GOVERN',
      title: 'The Chair and the officers',
      words:
        'The IMSIG Chair has overall responsibility for the control of data which is under the control of IMSIG officers. The responsibility is discharged by maintaining formal IMSIG Officer role descriptions approved by the IMSIG Steering Committee.',
      carriedOutBy:
        'Posts have their holders with terms and a role description with its approval: a record of its own, without names, so that it outlives the minutes.',
      at: [
        { room: 'office', tab: 'posts', label: 'Posts' },
        { room: 'office', tab: 'roles', label: 'Role descriptions' },
        { room: 'office', tab: 'decisions', label: 'Decisions' },
      ],
      kinds: ['role', 'decision', 'group', 'shares'],
    },
    {
      id: 'OVERSIGHT',
      title: 'The CQI’s oversight',
      words:
        'The CQI has appointed a Data Controller that maintains an oversight over the IMSIG arrangements to ensure they are compliant and fit for purpose.',
      carriedOutBy:
        'The evidence pack shows the clauses, the registers by count, the clocks kept and the state of trail and backups, without personal data.',
      at: [{ room: 'office', tab: 'summary', label: 'Summary' }],
      actions: ['summarised'],
    },
    {
      id: 'AUDIT',
      title: 'The trail',
      words:
        'All reasonable steps are taken to ensure data security both organisationally and technologically.',
      carriedOutBy:
        'Every change, view of a person, print, export, bundle and erasure is an entry of a signed chain, which can be verified here and on paper.',
      at: [{ room: 'office', tab: 'trail', label: 'The trail' }],
      actions: ['viewed', 'printed', 'exported', 'bundle-sealed', 'erased'],
    },
  ],
};

export const BEYOND: ClauseGroup = {
  title: 'Transfer and incidents',
  clauses: [
    {
      id: 'TRANSFER',
      title: 'Officers abroad',
      words:
        'If transfer of personal data is required to a post holder residing outside of the EU we will ensure that this will be undertaken by a secure means and the requirements of our Data Protection Policy will apply regardless of location.',
      carriedOutBy:
        'Bundles are sealed and signed for their recipient; the register of transfers keeps country, safeguard, contents and expiry.',
      at: [{ room: 'sharing', tab: 'transfers', label: 'Transfer register' }],
      kinds: ['transfer', 'adequacy'],
    },
    {
      id: 'BREACH',
      title: 'Personal data breaches',
      words:
        'We will establish the likelihood and severity of the resulting risk to your rights and freedoms. If it’s likely that there will be a risk arising then we will notify the ICO as soon as possible, seeking to do this within 72 hours of the breach occurring.',
      carriedOutBy:
        'An incident has its clock from awareness, its assessment of risk, the report to the ICO and the letters to the people affected.',
      at: [{ room: 'incidents', label: 'Incidents' }],
      kinds: ['incident'],
    },
  ],
};
