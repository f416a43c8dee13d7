import http from 'node:http';

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly requests: number;
  readonly failures: number;
}

export interface Shot {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Whether the answer is what a client would call a success. */
  isGood(status: number, body: string): boolean;
}

/** A closed loop: `clients` senders, each with one request on its way, for `seconds`. */
export async function load(
  port: number,
  clients: number,
  seconds: number,
  next: (turn: number) => Shot,
): Promise<Measured> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failures = 0;
  let turn = 0;
  const end = performance.now() + seconds * 1_000;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const shot = next(turn++);
      const begun = performance.now();
      const { status, body } = await send(agent, port, shot);
      times.push(performance.now() - begun);
      if (!shot.isGood(status, body)) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - started) / 1_000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return {
    perSecond: times.length / took,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    requests: times.length,
    failures,
  };
}

function send(
  agent: http.Agent,
  port: number,
  shot: Shot,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: shot.path,
        headers: { ...shot.headers, 'content-length': Buffer.byteLength(shot.body) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(shot.body);
  });
}
