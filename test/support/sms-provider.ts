import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const TOKEN = 'a token the operator was given';

export interface SentSms {
  readonly to: string;
  readonly text: string;
}

/** An SMS company on a free port: it records what it was asked to carry, and fails when it is told to. */
export class SmsProvider {
  readonly sent: SentSms[] = [];
  isDown = false;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<SmsProvider> {
    const server = createServer();
    const provider = new SmsProvider(server);
    server.on('request', (request, response) => {
      void provider.#answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const isKnown = request.headers.authorization === `Bearer ${TOKEN}`;
    if (this.isDown || !isKnown) {
      response.writeHead(this.isDown ? 503 : 401).end();
      return;
    }
    this.sent.push(JSON.parse(body) as SentSms);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: `sms-${this.sent.length}` }));
  }

  get env(): { SMS_GATEWAY_URL: string; SMS_GATEWAY_TOKEN: string } {
    const { port } = this.server.address() as AddressInfo;
    return { SMS_GATEWAY_URL: `http://127.0.0.1:${port}/messages`, SMS_GATEWAY_TOKEN: TOKEN };
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
