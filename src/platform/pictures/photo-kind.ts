/** What a picture is by its first bytes; whatever else a file claims to be is not asked. */
export type PhotoKind = 'JPEG' | 'PNG' | 'WEBP';

const STARTS: readonly (readonly [PhotoKind, number, readonly number[]])[] = [
  ['JPEG', 0, [0xff, 0xd8, 0xff]],
  ['PNG', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['WEBP', 8, [0x57, 0x45, 0x42, 0x50]],
];

/** Undefined for everything the market does not take: SVG, GIF, PDF, HTML, archives. */
export const photoKind = (bytes: Uint8Array): PhotoKind | undefined =>
  STARTS.find(([, offset, start]) =>
    start.every((byte, index) => bytes[offset + index] === byte),
  )?.[0];

/** A camera writes its clock at the beginning; what follows may be megabytes of anything. */
const LOOKED_AT = 65_536;

/** The camera's clock in an EXIF block, read as Việt Nam time; undefined when there is none or it lies ahead of `now`. */
export function takenAt(exif: Uint8Array, now: Date): Date | undefined {
  const words = new TextDecoder('latin1').decode(exif.subarray(0, LOOKED_AT));
  const match = /(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(words);
  if (!match) return undefined;
  const at = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+07:00`);
  return Number.isNaN(at.getTime()) || at > now ? undefined : at;
}
