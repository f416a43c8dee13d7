import { unpackedSize } from './unpacked-size.js';

/** The directory of a zip archive of these parts, in bytes, as it says of itself. */
function directoryOf(parts: readonly { packed: number; unpacked: number }[]): Buffer {
  const entries = parts.map(({ packed, unpacked }) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02_01_4b_50, 0);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(unpacked, 24);
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(parts.length, 10);
  return Buffer.concat([...entries, end]);
}

describe('what a workbook unpacks to', () => {
  it('is the sum of what its parts say', () => {
    const parts = [
      { packed: 100, unpacked: 900 },
      { packed: 0, unpacked: 0 },
      { packed: 2, unpacked: 0 },
    ];
    expect(unpackedSize(directoryOf(parts))).toBe(900);
  });

  it.each([
    ['no archive at all', Buffer.from('tên hộ;số cân')],
    ['a part that does not say', directoryOf([{ packed: 196_000, unpacked: 0 }])],
    ['a directory that ends early', directoryOf([{ packed: 1, unpacked: 1 }]).subarray(40)],
  ])('is not known of %s', (_, bytes) => {
    expect(unpackedSize(bytes)).toBeUndefined();
  });
});
