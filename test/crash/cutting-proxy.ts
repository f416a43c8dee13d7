import { createServer, connect, type AddressInfo, type Server } from 'node:net';

/** Passes bytes both ways, and cuts the line just when the server begins to answer, as often as it was told to. */
export class CuttingProxy {
  cuts = 0;
  #toCut = 0;
  readonly #server: Server;

  constructor(target: number) {
    this.#server = createServer((client) => {
      const server = connect(target, '127.0.0.1');
      client.pipe(server);
      server.on('data', (bytes) => {
        if (this.#toCut > 0) {
          this.#toCut -= 1;
          this.cuts += 1;
          client.destroy();
          server.destroy();
        } else client.write(bytes);
      });
      server.on('end', () => client.end());
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  cutNext(times: number): void {
    this.#toCut += times;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}
