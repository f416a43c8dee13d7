/** What nobody may come to know of people she has nothing to do with, as it is written in the database and as people write it. */
export const SECRETS = `select id::text secret from people
  union select id::text from parties where kind = 'HOUSEHOLD'
  union select phone from people union select '0' || right(phone, 9) from people
  union select name from parties where kind = 'HOUSEHOLD' and char_length(name) > 8
  union select plate from vehicles
  union select plate from permits`;

/** A number of a telephone, a place nearer than a kilometre, a test. */
export const PRIVATE = [
  /(?<![\d.,])(?:\+84|0) ?[35789]\d(?:[ .]?\d){7}\b/,
  /\b(?:20|21|105|106|107)\.\d{4,}/,
  /RAPID_AG|RT_PCR|âm tính|dương tính/i,
];
