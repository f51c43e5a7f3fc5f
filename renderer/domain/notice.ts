/** A text of the privacy notice. A change of words is a new version, never an edit: records say which one was given. */
interface Notice {
  readonly version: string;
  /** ISO 8601. */
  readonly since: string;
  /** What is told besides the purposes, which are the vault's own: why, on which basis, for how long. */
  readonly parts: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

/** IMSIG's privacy notice in short (clause TRANSPARENCY), the present one first. */
const NOTICES: readonly [Notice, ...Notice[]] = [
  {
    version: '2026-1',
    since: '2026-01-01',
    parts: [
      {
        title: 'Who we are',
        paragraphs: [
          'We are the Integrated Management Special Interest Group (IMSIG) of the Chartered Quality Institute (CQI). You reach us at secretaryimsig@quality.org.',
          'The Chair of IMSIG has overall responsibility for the data that its officers keep. The CQI has a Data Controller who oversees our arrangements. Whoever joined by the CQI’s own form is looked after by the CQI: see its policy at quality.org/article/privacy-policy.',
        ],
      },
      {
        title: 'What we promise',
        paragraphs: [
          'We keep only what is essential and lawful, use it only for the activities of the group and to communicate with you, and keep it no longer than is needed. We do not track, profile, or draw conclusions from your behaviour.',
          'We never sell your data, and give it to nobody for marketing. We share it with no third party without your consent, which you are free to withhold, unless the law requires it. Summaries for the CQI hold nothing from which a person can be worked out.',
          'Only officers whose post needs it see your data. It is encrypted wherever we keep it. If an officer outside the EU needs it, it goes by a secure way, and these promises go with it.',
        ],
      },
      {
        title: 'How long',
        paragraphs: [
          'As long as you are a member of the group, and afterwards as long as it is in the group’s legitimate interest; minutes of meetings for no longer than 12 months. Every year we review what we hold, and whether we are still entitled to hold it.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You may ask for access to your data and how it is used, have it corrected, have it erased in certain circumstances, object to its use or have it restricted, and have it transferred to you or another organisation. Where we rely on your consent, you may withdraw it at any time, as simply as you gave it. You may ask for any publication on our website to be removed.',
          'Write to the Group Secretary: secretaryimsig@quality.org. Nothing bad follows from asking, or from not giving us your data.',
        ],
      },
      {
        title: 'If you are not content',
        paragraphs: [
          'Complain to us at secretaryimsig@quality.org: we look into it and answer within one month. You may also go to the Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF, ico.org.uk/global/contact-us. If a breach of your data is likely to put you at high risk, we tell you.',
        ],
      },
    ],
  },
];

/** The notice that people are given today. */
export const [NOTICE] = NOTICES;

/** Its version, which documents carry. */
export const NOTICE_VERSION = NOTICE.version;

/** The controller as consent forms and letters name it. */
export const CONTROLLER = {
  name: 'CQI Integrated Management Special Interest Group (IMSIG)',
  contact: 'secretaryimsig@quality.org',
  notice: 'CQI IMSIG Privacy Policy',
  responsible:
    'The Chair of IMSIG has overall responsibility for the data; the group has no data protection officer, and needs none.',
  oversight:
    'The Data Controller of the Chartered Quality Institute (CQI) oversees the arrangements.',
  rights:
    'You have the right to access your data, to have it corrected or erased, to object to or restrict its use, to have it transferred, and to complain to us or to the Information Commissioner’s Office (ico.org.uk).',
} as const;

/** The Information Commissioner’s Office, to which people may go on with a complaint (clause COMPLAINT). */
export const ICO = {
  name: 'Information Commissioner’s Office',
  address: ['Wycliffe House', 'Water Lane', 'Wilmslow', 'Cheshire', 'SK9 5AF'],
  site: 'ico.org.uk',
} as const;
