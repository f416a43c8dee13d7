import { appendFile } from 'node:fs/promises';

/** Appends codes to a file as JSON lines instead of sending them, for whoever drives the product from outside. */
export class OtpFile {
  constructor(private readonly path: string) {}

  async append(phone: string, code: string, at: Date): Promise<void> {
    await appendFile(this.path, `${JSON.stringify({ phone, code, at: at.toISOString() })}\n`, {
      mode: 0o600,
    });
  }
}
