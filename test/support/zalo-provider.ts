import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { textOf } from './sms-provider.js';

const TOKEN = 'an access token of the official account';
const NO_ACCOUNT = -118;

interface SentZalo {
  readonly phone: string;
  readonly template_id: string;
  readonly template_data: Readonly<Record<string, string>>;
  readonly tracking_id: string;
}

/** Zalo's notification service on a free port; phones without an account are refused as Zalo refuses them. */
export class ZaloProvider {
  readonly sent: SentZalo[] = [];
  readonly withoutAccount = new Set<string>();
  isDown = false;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<ZaloProvider> {
    const server = createServer();
    const provider = new ZaloProvider(server);
    server.on('request', (request, response) => {
      void textOf(request).then((body) => {
        if (provider.isDown || request.headers['access_token'] !== TOKEN) {
          response.writeHead(provider.isDown ? 502 : 401).end();
          return;
        }
        const message = JSON.parse(body) as SentZalo;
        const isRefused = provider.withoutAccount.has(message.phone);
        if (!isRefused) provider.sent.push(message);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify(
            isRefused
              ? { error: NO_ACCOUNT, message: 'Zalo account not existed' }
              : { error: 0, data: { msg_id: `zalo-${provider.sent.length}` } },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get env(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      ZALO_GATEWAY_URL: `http://127.0.0.1:${port}/message/template`,
      ZALO_GATEWAY_TOKEN: TOKEN,
    };
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
