import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Tx } from '../database/unit-of-work.js';
import { Announcements } from './announcements.js';

declare module './announcements.js' {
  interface Channels {
    counted: number;
  }
}

/** A door before the database: while it is closed, whoever knocks is turned away and counted. */
async function doorBefore(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const inside = new Set<Socket>();
  const door = { isOpen: true, knocks: 0, url: '', close: () => undefined as void };
  const server = createServer((client) => {
    if (!door.isOpen) {
      door.knocks += 1;
      client.destroy();
      return;
    }
    const database = connect(Number(target.port), target.hostname);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      inside.add(socket);
      socket.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  door.url = url.toString();
  door.close = () => {
    door.isOpen = false;
    for (const socket of inside) socket.destroy();
    inside.clear();
  };
  return { door, shut: () => (door.close(), server.close()) };
}

it('has one ear again after the database was away, however often it had to try', async () => {
  const databaseUrl = process.env['TEST_PG_URL'] ?? '';
  const { door, shut } = await doorBefore(databaseUrl);
  const announcements = new Announcements({ options: { url: door.url } } as unknown as DataSource);
  const speaker = new pg.Client({ connectionString: databaseUrl });
  await speaker.connect();
  const heard: number[] = [];
  const ear = announcements.listen('counted', (said) => said);
  try {
    await announcements.onApplicationBootstrap();
    door.close();
    while (door.knocks < 5) await pause(5);
    door.isOpen = true;

    let said = 0;
    const hearing = (async () => {
      for await (const number of ear) heard.push(number);
    })();
    while (heard.length === 0)
      await announcements.tell(speaker as unknown as Tx, 'counted', said++).then(() => pause(20));
    const last = said;
    await announcements.tell(speaker as unknown as Tx, 'counted', last);
    while (!heard.includes(last)) await pause(5);
    await announcements.onApplicationShutdown();
    expect(heard).toEqual([...new Set(heard)]);
    await ear.return?.();
    await hearing;
  } finally {
    await speaker.end();
    shut();
  }
});
