import { heldChangeText } from './held-change-text.js';

describe('NO-07 E7 the message to the old number', () => {
  it.each(['PHONE', 'PAYOUT', 'PERSON_ADDED', 'PERSON_REMOVED'] as const)(
    'of %s has no marks and fits one SMS',
    (kind) => {
      expect(heldChangeText(kind)).toMatch(/^[\x20-\x7e]{1,160}$/);
    },
  );
});
