// Nine digits and more, however people space them out; a date has eight.
const LONG_NUMBER = /\+?\d(?:[ .\-_/]*\d){8,}/g;

/** Words of a thread before anything is agreed: telephone numbers are for the two sides of a deal (ID-08). */
export const withoutContacts = (text: string): string => text.replace(LONG_NUMBER, '•••');
