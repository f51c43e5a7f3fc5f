/** The version of the privacy notice that documents carry today (clause TRANSPARENCY). */
export const NOTICE_VERSION = '2026-1';

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
