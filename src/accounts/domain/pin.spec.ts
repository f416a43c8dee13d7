import { checkPin } from './pin.js';

describe('UX-12 the number of a profile', () => {
  it.each(['2580', '1998', '0912', '1357'])('may be %s', (pin) => {
    expect(checkPin(pin)).toBeUndefined();
  });
  it.each(['0000', '7777', '1234', '3210'])('is not %s, which is tried first', (pin) => {
    expect(checkPin(pin)).toMatchObject({ refused: 'PIN_EASY' });
  });
  it.each(['', '123', '12345', 'abcd', '12 4'])('is four digits, so not “%s”', (pin) => {
    expect(checkPin(pin)).toMatchObject({ refused: 'PIN_SHAPE' });
  });
});
