import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to the product that can be cut, and that can lose answers. */
export class Line {
  private state: 'up' | 'cut' | 'loses-answers' = 'up';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<Line> {
    const port = Number(new URL(target).port);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new Line(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (phone) => line.join(phone, connect(port, '127.0.0.1')));
    return line;
  }

  /** Nothing comes through any more, and what was on its way is lost. */
  cut(): void {
    this.become('cut');
  }

  /** Questions arrive, and the line breaks before their answers do. */
  loseAnswers(): void {
    this.become('loses-answers');
  }

  restore(): void {
    this.become('up');
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private become(state: typeof this.state): void {
    this.state = state;
    for (const socket of this.sockets) socket.destroy();
  }

  private join(phone: Socket, product: Socket): void {
    if (this.state === 'cut') {
      phone.destroy();
      product.destroy();
      return;
    }
    for (const [socket, other] of [
      [phone, product],
      [product, phone],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    phone.on('data', (bytes) => product.write(bytes));
    product.on('data', (bytes) => {
      if (this.state === 'loses-answers') phone.destroy();
      else phone.write(bytes);
    });
  }
}
