import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Plugin } from 'vite';

const SIZES = [180, 192, 512];

/** Home-screen icons, drawn from the one SVG at build time: no picture is kept twice. */
export const drawnIcons = (): Plugin => ({
  name: 'drawn-icons',
  apply: 'build',
  async buildStart() {
    const svg = await readFile(new URL('../src/app/icon.svg', import.meta.url));
    this.emitFile({ type: 'asset', fileName: 'icon.svg', source: svg });
    for (const size of SIZES) {
      const source = await sharp(svg, { density: 300 })
        .resize(size, size)
        .png({ palette: true })
        .toBuffer();
      this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source });
    }
    const manifest = await readFile(new URL('../src/app/manifest.json', import.meta.url));
    this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest });
  },
});
