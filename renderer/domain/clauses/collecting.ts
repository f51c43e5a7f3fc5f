import type { ClauseGroup } from './clause.ts';

/** What documents carry, whose data there is, and by which way it came. */
export const DOCUMENTS: ClauseGroup = {
  title: 'The documents',
  clauses: [
    {
      id: 'BANNER',
      title: 'The sentence on every document',
      words:
        'Any documents created by CQI IMSIG containing personal data shall prominently display the following: ‘CONFIDENTIAL – this document shall be secured from unauthorised access at all times and managed within the restrictions of the CQI IMSIG Privacy Policy’.',
      carriedOutBy:
        'Every print, PDF and data file is stamped with that exact sentence before it leaves; the host refuses one without it.',
      at: [{ room: 'office', tab: 'trail', label: 'The trail' }],
      actions: ['printed', 'exported'],
    },
    {
      id: 'TRANSPARENCY',
      title: 'People are told',
      words:
        'We aim to always be fair, transparent and ensure that people know how their information will be used.',
      carriedOutBy:
        'Consent forms and letters carry the notice, which has versions; each person’s record says which version they were given.',
      at: [
        { room: 'people', label: 'People' },
        { room: 'consents', label: 'Consents' },
      ],
      kinds: ['person'],
    },
  ],
};

export const COLLECTING: ClauseGroup = {
  title: 'Whose data, and how it came',
  clauses: [
    {
      id: 'SCOPE',
      title: 'Whose data it is',
      words:
        'Scope of individuals needing privacy embraces: IMSIG members, IMSIG appointed officers, authors of documents published on the IMSIG websites, participants in IMSIG events, CQI employed and contracted staff, members of the public who may interact with us.',
      carriedOutBy: 'Every person has one or more of these categories, and the holder of the data.',
      at: [{ room: 'people', label: 'People' }],
      kinds: ['person'],
    },
    {
      id: 'COLLECT-CQI',
      title: 'People who join by the CQI form',
      words:
        'We do not maintain data of members joining via this route, all contact with members is managed via the Chartered Quality Institute.',
      carriedOutBy:
        'Typing in and importing people refuse this route: nothing is stored, and the sentence points to the CQI.',
      at: [{ room: 'people', label: 'People' }],
      kinds: ['import'],
    },
    {
      id: 'COLLECT-DIRECT',
      title: 'People who make direct contact',
      words:
        'They will be contacted by an Officer of the group to establish their requirements and their information will only be shared within IMSIG or the CQI as needed to fulfil their contact request.',
      carriedOutBy:
        'An enquiry has its officer, what is needed, its outcome and each sharing, for which there is no recipient but IMSIG and the CQI.',
      at: [{ room: 'enquiries', label: 'Enquiries' }],
      kinds: ['enquiry'],
    },
    {
      id: 'COLLECT-STEERING',
      title: 'The steering group',
      words:
        'Our Group Secretary maintains a contact list of members names, addresses, EMAILs, information on meeting attendance and meeting minutes.',
      carriedOutBy: 'People with their posts and terms, meetings, attendance and minutes.',
      at: [
        { room: 'people', label: 'People' },
        { room: 'meetings', label: 'Meetings' },
      ],
      kinds: ['meeting', 'minutes'],
    },
    {
      id: 'COLLECT-LINKEDIN',
      title: 'The LinkedIn group',
      words: 'Individuals joining the LinkedIN group CQI Integrated Management SIG.',
      carriedOutBy: 'A way of collection of its own; nothing of a profile is copied.',
      at: [{ room: 'people', label: 'People' }],
      kinds: ['person'],
    },
    {
      id: 'COLLECT-AUTHORS',
      title: 'Authors and the people they name',
      words:
        'Documents placed or otherwise embedded on the CQI IMSIG website may contain personal data such as names, contact details and photographs of authors or participants. This data is only placed on the website following the consent of the author.',
      carriedOutBy:
        'A publication can be marked as published only with a consent in force from each author and each person named.',
      at: [{ room: 'publications', label: 'Publications' }],
      kinds: ['publication', 'consent'],
    },
    {
      id: 'COLLECT-PHOTOS',
      title: 'Photographs of events',
      words:
        'Photograph consent will be obtained from individuals whose picture is taken at an event to cover situations whereby event photographs may be published via the IMSIG website.',
      carriedOutBy:
        'A photograph is publishable only with a consent in force from every recognisable person.',
      at: [{ room: 'publications', label: 'Publications' }],
      kinds: ['photograph', 'event', 'consent'],
    },
    {
      id: 'COLLECT-CQI-CONTACTS',
      title: 'Key contacts in the CQI',
      words:
        'We also maintain personal information on key contacts within Chartered Quality Institute to enable us to contact them regarding day to day management of the steering group.',
      carriedOutBy: 'A category of people with a purpose and a review of its own.',
      at: [
        { room: 'people', label: 'People' },
        { room: 'office', tab: 'purposes', label: 'Purposes' },
      ],
      kinds: ['person'],
    },
    {
      id: 'COLLECT-INVOICES',
      title: 'Invoices',
      words: 'We also may hold information required for the collection and payment of invoices.',
      carriedOutBy:
        'Payers, payees and references only, in a compartment of their own for the posts that need them.',
      at: [{ room: 'office', tab: 'invoices', label: 'Invoices' }],
      kinds: ['invoice'],
    },
    {
      id: 'MINIMISE',
      title: 'Only what is needed',
      words:
        'Only collect data that is essential and lawful. We do not track individuals online, or use inferred information through algorithms, or profile people.',
      carriedOutBy:
        'Every field of every record says what it is needed for; the program makes no connection and infers nothing.',
      at: [{ room: 'office', tab: 'security', label: 'Security' }],
    },
  ],
};
