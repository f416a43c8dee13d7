const END_OF_DIRECTORY = 0x06_05_4b_50;
const DIRECTORY_ENTRY = 0x02_01_4b_50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** Bytes that nothing is packed into. */
const LEAST_PACKED = 2;

/**
 * Bytes a zip archive says it will unpack to, read from its directory without unpacking anything.
 * Undefined when it is no zip, or does not say it of a part: a small file must not be able to fill the memory.
 */
export function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_LENGTH > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    return undefined;
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_LENGTH > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY)
      return undefined;
    const [packed, unpacked] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    // What says nothing of its size is unpacked to any.
    if (unpacked === 0 && packed > LEAST_PACKED) return undefined;
    total += unpacked;
    at +=
      ENTRY_LENGTH +
      zip.readUInt16LE(at + 28) +
      zip.readUInt16LE(at + 30) +
      zip.readUInt16LE(at + 32);
  }
  return total;
}
