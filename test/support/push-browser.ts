import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Notification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** A browser and its push service on a free port: it opens what it is sent as RFC 8188 and 8291 say. */
export class PushBrowser {
  readonly shown: Notification[] = [];
  /** Authorization headers: `vapid t=…, k=…`. */
  readonly authorizations: string[] = [];
  isGone = false;
  readonly #keys = createECDH('prime256v1');
  readonly #auth = randomBytes(16);

  private constructor(private readonly server: Server) {
    this.#keys.generateKeys();
  }

  static async open(): Promise<PushBrowser> {
    const server = createServer();
    const browser = new PushBrowser(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (!browser.isGone) {
          browser.authorizations.push(request.headers.authorization ?? '');
          browser.shown.push(browser.#open(Buffer.concat(parts)));
        }
        response.writeHead(browser.isGone ? 410 : 201).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return browser;
  }

  get address(): { endpoint: string; p256dh: string; auth: string } {
    const { port } = this.server.address() as AddressInfo;
    return {
      endpoint: `http://127.0.0.1:${port}/push/1`,
      p256dh: this.#keys.getPublicKey('base64url'),
      auth: this.#auth.toString('base64url'),
    };
  }

  #open(body: Buffer): Notification {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const serverKey = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const info = Buffer.concat([
      Buffer.from('WebPush: info\0'),
      this.#keys.getPublicKey(),
      serverKey,
    ]);
    const shared = this.#keys.computeSecret(serverKey);
    const secret = Buffer.from(hkdfSync('sha256', shared, this.#auth, info, 32));
    const derive = (use: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${use}\0`, length));
    const opener = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    opener.setAuthTag(sealed.subarray(-16));
    const open = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
    return JSON.parse(open.subarray(0, open.lastIndexOf(2)).toString('utf8')) as Notification;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
