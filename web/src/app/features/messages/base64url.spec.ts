import { bytesOf, textOf } from './base64url.js';

it('reads what it wrote, without padding or signs an address could not hold', () => {
  const bytes = Uint8Array.from({ length: 65 }, (_, i) => (i * 37) % 256);
  const text = textOf(bytes.buffer);
  expect(text).toMatch(/^[\w-]+$/);
  expect(bytesOf(text)).toEqual(bytes);
});
