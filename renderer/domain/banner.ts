/**
 * The sentence that every document with personal data carries (clause BANNER of the privacy policy),
 * to the letter: an en dash, no quotation marks, no full stop.
 */
export const BANNER =
  'CONFIDENTIAL – this document shall be secured from unauthorised access at all times and managed within the restrictions of the CQI IMSIG Privacy Policy';
