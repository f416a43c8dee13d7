import { assert, constantFrom, integer, property } from 'fast-check';
import { isRefusal } from '../refusal.js';
import { grams, kilograms } from '../units.js';
import { CONTAINERS, parseCounted } from './containers.js';
import { numberInWords } from './number-words.js';
import { parseWeight, weightInWords } from './weight.js';

const OWN = { SOT: kilograms(25), THUNG: kilograms(18.5) };
const echo = (text: string): unknown => {
  const said = parseCounted(text, OWN);
  return isRefusal(said) ? said.refused : said.echo;
};

describe('PL-02 weights counted in sọt and thùng of one’s own', () => {
  it.each([
    ['12 sọt', 'mười hai sọt = 300 kg'],
    ['mười hai sọt', 'mười hai sọt = 300 kg'],
    ['12 SOT', 'mười hai sọt = 300 kg'],
    ['ba thùng rưỡi', 'ba thùng rưỡi = 64,75 kg'],
    ['3,5 thung', 'ba thùng rưỡi = 64,75 kg'],
    ['nửa sọt', 'nửa sọt = 12,5 kg'],
    ['sọt', 'một sọt = 25 kg'],
    ['12 sọt 5 cân', 'mười hai sọt năm cân = 305 kg'],
    ['1,2 sọt', '1,2 sọt = 30 kg'],
    ['khoảng 4 sọt', 'bốn sọt = 100 kg'],
    ['3 tạ 2', 'ba tạ hai = 320 kg'],
    ['45', 'bốn mươi lăm cân = 45 kg'],
  ])('%s is said back as %s', (text, said) => {
    expect(echo(text)).toBe(said);
  });

  it('reads nothing longer than anybody says, in no time', () => {
    expect(echo(`a${' '.repeat(200_000)}x`)).toBe('WEIGHT_UNREADABLE');
  });

  it('guesses no container: without its weight it asks, whatever else it knows', () => {
    expect(parseCounted('12 sọt', {})).toMatchObject({
      refused: 'CONTAINER_UNKNOWN',
      facts: { container: 'SOT' },
    });
    expect(parseCounted('2 thùng', { SOT: kilograms(25) })).toMatchObject({
      facts: { container: 'THUNG' },
    });
  });

  it.each(['12 sọt 5', '12 sọt 30 kg', 'nửa sọt rưỡi', '1,5 sọt rưỡi', 'vài sọt', '2 thùng 3 sọt'])(
    'does not make a weight of %s',
    (text) => {
      expect(echo(text)).toBe('WEIGHT_UNREADABLE');
    },
  );

  it('asks back where two people would read differently', () => {
    expect(echo('hai ba sọt')).toBe('WEIGHT_AMBIGUOUS');
  });

  it('n containers weigh n times one, in figures and in words', () => {
    const cases = [integer({ min: 1, max: 999 }), integer({ min: 1000, max: 100_000 })] as const;
    assert(
      property(...cases, constantFrom(...CONTAINERS), (count, one, container) => {
        const name = container === 'SOT' ? 'sọt' : 'thùng';
        const weights = { [container]: grams(one) };
        const figures = parseCounted(`${count} ${name}`, weights);
        expect(figures).toMatchObject({ grams: count * one });
        expect(parseCounted(`${numberInWords(count)} ${name}`, weights)).toEqual(figures);
      }),
    );
  });

  it('reads every other weight as it is read without containers', () => {
    assert(
      property(integer({ min: 1, max: 9_999_999 }), (weight) => {
        const [words = ''] = weightInWords(grams(weight * 10)).split(' = ');
        const plain = parseWeight(words);
        const counted = parseCounted(words, OWN);
        expect(isRefusal(counted) ? counted : counted.grams).toEqual(plain);
      }),
    );
  });
});
