import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import sharp from 'sharp';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

interface Sent {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly code?: string;
    readonly message?: string;
    readonly nextStep?: string;
  };
}

const CREATE = `mutation ($input: CreateLotInput!) {
  createLot(input: $input) { __typename ... on Lot { photoUrl } ... on Refused { code } }
}`;

describe('pictures of lots', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let photo: Buffer;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    // Noise is the hardest picture to make small; the position and the owner are what must not get out.
    const pixels = { width: 1600, height: 1200, channels: 3 as const };
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    photo = await sharp({ create: { ...pixels, background: '#3b6d1f', noise } })
      .jpeg({ quality: 85 })
      .withExif({
        IFD0: { Artist: 'Nguyen Thi Lan' },
        IFD2: { DateTimeOriginal: '2026:08:25 05:30:00' },
        IFD3: { GPSLatitude: '21/1 18/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
  });
  afterAll(() => world.close());

  const send = async (
    voice: Voice,
    bytes: Buffer,
    type = 'image/jpeg',
    name = 'na.jpg',
  ): Promise<Sent> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const headers = new Headers();
    if (voice.session !== undefined) headers.set('cookie', `clns=${voice.session}`);
    const response = await fetch(`${world.url}/photos`, {
      method: 'POST',
      headers,
      body: form,
    });
    return { status: response.status, body: (await response.json()) as Sent['body'] };
  };
  const get = (path: string): Promise<Response> => fetch(`${world.url}/photos/${path}`);
  const kept = async (): Promise<number> => (await world.db.query(`select 1 from photos`)).length;

  it('LI-13 are made anew: upright, small, and without a word about where and by whom', async () => {
    const { status, body } = await send(lan.voice, photo);
    expect(status).toBe(201);
    const full = await get(`${body.id}/full.webp`);
    expect(Object.fromEntries(full.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const fullBytes = Buffer.from(await full.arrayBuffer());
    const { format, width, height, exif, xmp, icc } = await sharp(fullBytes).metadata();
    // 1600 × 1200 with the camera held upright.
    expect({ format, width, height, exif, xmp, icc }).toEqual({
      format: 'webp',
      width: 720,
      height: 960,
    });
    expect(fullBytes.includes('Nguyen')).toBe(false);
    const card = Buffer.from(await (await get(`${body.id}/card.webp`)).arrayBuffer());
    expect(await sharp(card).metadata()).toMatchObject({ format: 'webp', width: 360, height: 270 });
    expect(card.length).toBeLessThanOrEqual(12 * 1024);
    const [row] = await world.db.query(`select taken_at, party_id from photos where id = $1`, [
      body.id,
    ]);
    expect(row).toEqual({
      taken_at: new Date('2026-08-25T05:30:00+07:00'),
      party_id: lan.party.id,
    });
  });

  it('LI-01 let a lot above 500 kg onto the market, their own household’s only', async () => {
    const { body } = await send(lan.voice, photo);
    const input = () => ({
      clientMutationId: world.id(),
      lotId: world.id(),
      cropCode: 'NA',
      grades: [{ gradeCode: 'L1', grams: 900_000 }],
      readyFrom: '2026-08-25T22:00:00.000Z',
      readyTo: '2026-08-26T05:00:00.000Z',
      photoId: body.id,
      publish: true,
    });
    const thief = await make.grower({});
    expect(await thief.voice.ask(CREATE, { input: input() })).toEqual({
      __typename: 'Refused',
      code: 'PHOTO_NOT_FOUND',
    });
    expect(await lan.voice.ask(CREATE, { input: input() })).toEqual({
      __typename: 'Lot',
      photoUrl: `/photos/${body.id}/card.webp`,
    });
  });

  describe('a phone that hangs up', () => {
    const logged: unknown[] = [];
    beforeAll(() => {
      const keep = (...words: unknown[]): number => logged.push(words);
      Logger.overrideLogger({ log: keep, warn: keep, error: keep, fatal: keep });
    });
    afterAll(() => Logger.overrideLogger(['error']));

    const question = JSON.stringify({ query: '{ __schema { types { name description } } }' });
    const picture = [
      '--na\r\ncontent-disposition: form-data; name="file"; filename="na.jpg"',
      'content-type: image/jpeg\r\n\r\nhalf of it',
    ].join('\r\n');
    it.each([
      ['in the middle of a picture', 'POST /photos', 'multipart/form-data; boundary=na', picture],
      ['in the middle of what it says', 'POST /graphql', 'application/json', '{"query":"{ he'],
      ['before its answer comes', 'POST /graphql', 'application/json', question],
    ])('is nobody’s fault and no alarm (%s)', async (_when, route, type, sent) => {
      const { hostname, port } = new URL(world.url);
      const server = world.app.getHttpServer() as NodeJS.EventEmitter;
      const connected = once(server, 'connection') as Promise<[Socket]>;
      const phone = connect(Number(port), hostname);
      const [heard] = await connected;
      const gone = new Promise((resolve) => heard.once('close', resolve));
      const asked = once(server, 'request');
      const head = [
        `${route} HTTP/1.1`,
        `host: ${hostname}`,
        `cookie: clns=${lan.voice.session}`,
        'accept-encoding: gzip',
        'x-requested-with: cho-luc-nam',
        `content-type: ${type}`,
        `content-length: ${sent === question ? question.length : 9000}`,
      ];
      phone.write(`${head.join('\r\n')}\r\n\r\n${sent}`);
      await asked;
      phone.destroy();
      await gone;
      // Whatever the server makes of it, it has made before it answers the next one.
      for (let i = 0; i < 3; i++) await make.guest().send(JSON.parse(question).query);
      expect(logged).toEqual([]);
    });
  });

  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      415,
      'PHOTO_KIND',
    ],
    ['an animation', () => sharp(photo).resize(20).gif().toBuffer(), 415, 'PHOTO_KIND'],
    [
      'a page that calls itself a picture',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      415,
      'PHOTO_KIND',
    ],
    ['a picture that ends in the middle', () => photo.subarray(0, 4000), 422, 'PHOTO_BROKEN'],
    [
      'a page behind the first bytes of a JPEG',
      () => Buffer.from('\xff\xd8\xff<html>', 'latin1'),
      422,
      'PHOTO_BROKEN',
    ],
    ['a picture of 64 megapixels in a few kilobytes', () => bomb(), 422, 'PHOTO_BROKEN'],
    [
      'a file above 8 MB',
      () => Buffer.concat([photo, Buffer.alloc(8_000_000)]),
      413,
      'PHOTO_TOO_LARGE',
    ],
    ['nothing at all', () => Buffer.alloc(0), 415, 'PHOTO_KIND'],
  ])('refuse %s in a sentence', async (_, bytes, status, code) => {
    const before = await kept();
    const sent = await send(lan.voice, await bytes());
    expect(sent).toMatchObject({
      status,
      body: { code, message: expect.any(String), nextStep: expect.any(String) },
    });
    expect(await kept()).toBe(before);
  });

  it('keep only the picture of a file that is also something else', async () => {
    const both = Buffer.concat([photo, Buffer.from('<script>alert("kept")</script>')]);
    const { status, body } = await send(lan.voice, both);
    expect(status).toBe(201);
    const full = Buffer.from(await (await get(`${body.id}/full.webp`)).arrayBuffer());
    expect(full.includes('script')).toBe(false);
  });

  it('ask for a file when none was sent', async () => {
    const response = await fetch(`${world.url}/photos`, {
      method: 'POST',
      headers: { cookie: `clns=${lan.voice.session}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { code: 'PHOTO_MISSING', nextStep: 'Chọn một ảnh rồi gửi lại.' },
    });
  });

  it('are taken from those who offer lots only', async () => {
    const trader = await make.trader({});
    expect(await send(make.guest(), photo)).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
    expect(await send(trader.voice, photo)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });

  it.each(['00000000-0000-4000-8000-000000000000/full.webp', 'khong-phai-ma/card.webp'])(
    'are not found at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

/** One colour packs well: 8000 × 8000 pixels are 64 megapixels. */
const bomb = (): Promise<Buffer> =>
  sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
