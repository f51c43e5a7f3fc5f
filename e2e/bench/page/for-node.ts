/** What the peers that run in Node share with the page. */
export { IMPORTED, WARM_UPS, WRITES } from './amounts.ts';
export { peopleFrom } from './contacts.ts';
