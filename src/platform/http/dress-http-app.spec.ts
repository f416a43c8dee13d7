import type { Config } from '../config.js';
import { httpAdapter } from './dress-http-app.js';

describe('the address a request comes from', () => {
  /** What a server that believes these proxies says of a request from 127.0.0.1. */
  async function seen(trustProxy: Config['trustProxy']): Promise<string> {
    const server = httpAdapter({ trustProxy } as Config).getInstance();
    server.get('/', (request) => Promise.resolve(request.ip));
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const headers = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 3.3.3.3' };
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    await server.close();
    return text;
  }

  it('E3 is what our own proxies saw, whatever the caller wrote before them', async () => {
    expect(await seen(0)).toBe('127.0.0.1');
    expect(await seen(1)).toBe('3.3.3.3');
    expect(await seen(2)).toBe('2.2.2.2');
    expect(await seen(['127.0.0.0/8'])).toBe('3.3.3.3');
    expect(await seen(['127.0.0.0/8', '3.3.3.3'])).toBe('2.2.2.2');
    expect(await seen(['10.0.0.0/8'])).toBe('127.0.0.1');
  });
});
