import type { ReadFrame } from './read-frame.js';

interface BarcodeDetector {
  detect(source: HTMLVideoElement | Blob): Promise<readonly { readonly rawValue: string }[]>;
}

interface BarcodeDetectors {
  new (options: { formats: readonly string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

let reader: Promise<ReadFrame> | undefined;

/** The phone's own reader where it has one, else ours, fetched once and kept for the days without signal. */
export const codeReader = (): Promise<ReadFrame> => (reader ??= bestReader());

async function bestReader(): Promise<ReadFrame> {
  const { BarcodeDetector: Detector } = globalThis as { BarcodeDetector?: BarcodeDetectors };
  const formats = (await Detector?.getSupportedFormats().catch(() => [])) ?? [];
  if (Detector && formats.includes('qr_code')) {
    const detector = new Detector({ formats: ['qr_code'] });
    return async (seen) => (await detector.detect(seen))[0]?.rawValue;
  }
  try {
    return await (await import('./scanner-zxing.js')).openScanner();
  } catch (cause) {
    reader = undefined;
    throw cause;
  }
}
