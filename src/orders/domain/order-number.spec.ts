import fc from 'fast-check';
import { day } from '../../kernel/day.js';
import { isRefusal } from '../../kernel/refusal.js';
import { orderNumber, parseOrderNumber, numberEnding } from './order-number.js';

const serial = fc.integer({ min: 0, max: 700_000 });
const vuLan = day('2026-08-25');

describe('the number of an order', () => {
  it('OR-11 is short and says month, day, serial and a check sign', () => {
    expect(orderNumber(vuLan, 134)).toBe('LN-0825-4K7');
    expect(orderNumber(vuLan, 0)).toMatch(/^LN-0825-00.$/);
  });

  it('OR-11 is read as people type it', () => {
    for (const typed of ['ln-0825-4k7', 'LN 0825 4K7', 'ln08254k7', '0825-4K7', 'LN-O825-4K7']) {
      expect(parseOrderNumber(typed)).toBe('LN-0825-4K7');
    }
  });

  it('OR-11 says when something is no number at all', () => {
    for (const typed of ['', 'LN', 'LN-0825-4', 'LN-08X5-4K7', 'xin chào']) {
      expect(parseOrderNumber(typed)).toMatchObject({ refused: 'ORDER_NUMBER_MALFORMED' });
    }
  });

  it('OR-11 comes back from its own text, for every serial', () => {
    fc.assert(
      fc.property(serial, (n) => {
        expect(parseOrderNumber(orderNumber(vuLan, n))).toBe(orderNumber(vuLan, n));
      }),
    );
  });

  it('OR-11 notices one wrong sign and two swapped signs', () => {
    fc.assert(
      fc.property(
        serial,
        fc.nat(),
        fc.constantFrom(...Array.from('0123456789ACDEFGHJKMNPRSTVWYZ')),
        (n, at, sign) => {
          const said = orderNumber(vuLan, n);
          const places = Array.from(said).flatMap((one, i) => (i >= 3 && one !== '-' ? [i] : []));
          const place = places[at % places.length]!;
          const wrong = said.slice(0, place) + sign + said.slice(place + 1);
          const swapped =
            said.slice(0, place) +
            said
              .slice(place, place + 2)
              .split('')
              .toReversed()
              .join('') +
            said.slice(place + 2);
          for (const mistyped of [wrong, swapped]) {
            const isSame = mistyped.replaceAll('-', '') === said.replaceAll('-', '');
            expect(isRefusal(parseOrderNumber(mistyped))).toBe(!isSame);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('OR-11 is never the same for two serials, not even a year apart', () => {
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        fc.pre(a !== b);
        expect(orderNumber(vuLan, a)).not.toBe(orderNumber(day('2027-08-25'), b));
      }),
    );
  });

  it('OR-11 the last signs are read as people type them, three at least', () => {
    expect(numberEnding('5-4k7')).toBe('54K7');
    expect(numberEnding('LN 0825 4K7')).toBe('08254K7');
    expect(numberEnding('4 kO')).toBe('4K0');
    for (const text of ['', '4K', '4K%', 'x'.repeat(40)])
      expect(numberEnding(text)).toBeUndefined();
  });
});
