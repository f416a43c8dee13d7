import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { keepFiles } from '../../shell/new-version.js';
import type { ReadFrame } from './read-frame.js';

// Served by us: nothing of the app comes from elsewhere.
const wasm = new URL(
  '../../../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
  import.meta.url,
).href;

// Larger frames cost time and find no more: a permit's code fills a third of the picture.
const WIDEST = 960;

const canvas = document.createElement('canvas');
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Fetches ZXing, for phones whose browser has no reader of its own; what failed without signal can be tried again. */
export async function openScanner(): Promise<ReadFrame> {
  try {
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
    void keepFiles([import.meta.url, wasm]);
    return readFrame;
  } catch (cause) {
    purgeZXingModule();
    throw cause;
  }
}

const readFrame: ReadFrame = async (seen) => {
  const frame = frameOf(seen instanceof Blob ? await createImageBitmap(seen) : seen);
  if (!frame) return undefined;
  const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return found?.text;
};

function frameOf(seen: HTMLVideoElement | ImageBitmap): ImageData | undefined {
  const [width, height] =
    seen instanceof ImageBitmap ? [seen.width, seen.height] : [seen.videoWidth, seen.videoHeight];
  if (!pen || width === 0) return undefined;
  const scale = Math.min(1, WIDEST / width);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  pen.drawImage(seen, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
