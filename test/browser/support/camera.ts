import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const SIZE = 720;

/** What every camera of the browser sees: one picture, held still. */
export class Camera {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-camera-'));
  private readonly film = join(this.folder, 'seen.y4m');

  /** Until something is held up it sees an empty road. */
  static async bought(): Promise<Camera> {
    const camera = new Camera();
    await camera.show(Buffer.alloc(SIZE * SIZE, 128));
    return camera;
  }

  get arguments(): string[] {
    return [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${this.film}`,
    ];
  }

  /** A picture on paper or glass, with a margin of table around it. */
  async holdUp(png: Buffer): Promise<void> {
    const grey = await sharp(png)
      .flatten({ background: '#fff' })
      .resize(SIZE - 120, SIZE - 120, { fit: 'contain', background: '#fff' })
      .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer();
    await this.show(grey);
  }

  throwAway(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A film of one frame, in the plainest form the browser reads. */
  private show(grey: Buffer): Promise<void> {
    const colours = Buffer.alloc((SIZE * SIZE) / 2, 128);
    const head = `YUV4MPEG2 W${SIZE} H${SIZE} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
    return writeFile(this.film, Buffer.concat([Buffer.from(head), grey, colours]));
  }
}
