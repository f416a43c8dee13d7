import { REPLY_TEXTS, UNDO_TEXTS } from './reply-texts.js';

const CODE = 'LN-0825-4K7WWW';

it('NO-07 every answer by text message is one SMS without marks', () => {
  const texts = [
    REPLY_TEXTS.accepted(CODE, '500.000 kg'),
    REPLY_TEXTS.declined(CODE),
    REPLY_TEXTS.alreadyYes(CODE),
    REPLY_TEXTS.alreadyNo(CODE),
    REPLY_TEXTS.expired(CODE, '21:00 25/08'),
    REPLY_TEXTS.gone(CODE),
    REPLY_TEXTS.which(
      Array.from({ length: 12 }, () => CODE),
      '500.000kg',
    ),
    REPLY_TEXTS.acceptedPart(CODE, '499.999,999 kg', '500.000 kg'),
    REPLY_TEXTS.moreThanAsked(CODE, '500.000 kg'),
    REPLY_TEXTS.belowLeast(CODE, '500.000 kg'),
    REPLY_TEXTS.lotWhole(CODE, '500.000 kg'),
    REPLY_TEXTS.severalGrades(CODE),
    REPLY_TEXTS.severalGrades(CODE, 'L1 99.999kg, L2 99.999kg, L3 99.999kg, L4 99.999kg'),
    REPLY_TEXTS.weightUnclear,
    REPLY_TEXTS.nothing,
    REPLY_TEXTS.help,
    UNDO_TEXTS.undone('w'.repeat(200)),
    UNDO_TEXTS.wentOn('w'.repeat(200)),
    UNDO_TEXTS.nothing,
    UNDO_TEXTS.which(
      Array.from({ length: 50 }, () => ({ code: 'LT-1A2B3C', what: 'w'.repeat(200) })),
    ),
  ];
  for (const text of texts) expect(text).toMatch(/^[\x20-\x7e]{1,160}$/);
});
