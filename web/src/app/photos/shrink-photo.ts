import { fitWithin } from './fit.js';

// 3 MB take a minute on 400 kbit/s, 200 kB take four seconds.
const LONGEST_EDGE = 1280;
const MOST_BYTES = 200_000;
const QUALITIES = [0.82, 0.7, 0.58, 0.45];

/**
 * The photo as it may leave the phone: at most 1,280 pixels and 200 kB. Drawing it anew drops EXIF, so neither
 * the place nor the make of the phone goes along; the picture is turned upright first.
 * @throws DOMException when the file is no picture the browser can read
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let longest = LONGEST_EDGE;
    for (;;) {
      const smallest = await encoded(picture, longest);
      if (smallest.size <= MOST_BYTES) return smallest;
      longest = Math.round(longest * 0.75);
    }
  } finally {
    picture.close();
  }
}

/** The best quality that fits, else the smallest made. */
async function encoded(picture: ImageBitmap, longest: number): Promise<Blob> {
  const { width, height } = fitWithin(picture, longest);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  let smallest = await written(canvas, QUALITIES[0] ?? 0.8);
  for (const quality of QUALITIES.slice(1)) {
    if (smallest.size <= MOST_BYTES) break;
    smallest = await written(canvas, quality);
  }
  return smallest;
}

/** WebP where the browser writes it; Safari answers with PNG, and then gets JPEG. */
async function written(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  const webp = await toBlob(canvas, 'image/webp', quality);
  return webp.type === 'image/webp' ? webp : toBlob(canvas, 'image/jpeg', quality);
}

const toBlob = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new DOMException('no picture', 'EncodingError'))),
      type,
      quality,
    );
  });
