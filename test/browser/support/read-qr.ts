import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

/** What a scanner reads off a picture of a QR code. */
export async function readQr(png: Buffer): Promise<string> {
  const [found] = await readBarcodes(new Blob([new Uint8Array(png)], { type: 'image/png' }), {
    formats: ['QRCode'],
    tryHarder: true,
  });
  if (!found) throw new Error('no QR code could be read off the picture');
  return found.text;
}
