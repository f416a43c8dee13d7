import sharp from 'sharp';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { photoKind, takenAt } from './photo-kind.js';

/** A picture made anew from its pixels: nothing of the file it came in is left. */
export interface Developed {
  readonly card: Buffer;
  readonly full: Buffer;
  readonly width: number;
  readonly height: number;
  /** By the camera's clock. */
  readonly takenAt: Date | undefined;
}

// A good phone takes 12 to 50 megapixels; decoding more than this is what a pixel bomb wants.
const MOST_PIXELS = 40_000_000;
const CARD = { width: 360, height: 270 };
const FULL_QUALITY = 75;
/** A list of twenty cards must stay within what slow 3G carries in a few seconds. */
const CARD_BYTES = 12 * 1024;
const CARD_QUALITIES = [72, 60, 48, 36, 24, 12, 4];
const DECODE_SECONDS = 10;

/**
 * Re-encodes to WebP: a 4:3 card of at most 12 kB and a full size, upright, without metadata.
 *
 * @param longestSide of the full size in pixels
 */
export async function develop(
  bytes: Buffer,
  now: Date,
  longestSide: number,
): Promise<Developed | Refusal<'PHOTO_KIND' | 'PHOTO_BROKEN'>> {
  if (!photoKind(bytes)) return refuse('PHOTO_KIND', {}, 'file');
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: DECODE_SECONDS })
      .autoOrient();
    const { exif } = await picture.metadata();
    const { data: full, info } = await picture
      .clone()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: FULL_QUALITY })
      .toBuffer({ resolveWithObject: true });
    const card = await smallEnough(full);
    const { width, height } = info;
    return { card, full, width, height, takenAt: exif && takenAt(exif, now) };
  } catch {
    // What libvips cannot open is refused alike, whatever is wrong with it: a stranger learns nothing about the decoder.
    return refuse('PHOTO_BROKEN', {}, 'file');
  }
}

async function smallEnough(full: Buffer): Promise<Buffer> {
  const card = sharp(full).resize({ ...CARD, fit: 'cover' });
  let made = Buffer.alloc(0);
  for (const quality of CARD_QUALITIES) {
    made = await card.clone().webp({ quality }).toBuffer();
    if (made.length <= CARD_BYTES) return made;
  }
  return sharp(made)
    .blur(2)
    .webp({ quality: CARD_QUALITIES.at(-1) })
    .toBuffer();
}
