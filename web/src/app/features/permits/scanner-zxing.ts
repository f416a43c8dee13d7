import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader';
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
    return readFrame;
  } catch (cause) {
    purgeZXingModule();
    throw cause;
  }
}

const readFrame: ReadFrame = async (video) => {
  if (!pen || video.videoWidth === 0) return undefined;
  const scale = Math.min(1, WIDEST / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  const frame = pen.getImageData(0, 0, canvas.width, canvas.height);
  const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return found?.text;
};
