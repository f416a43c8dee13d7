import { given, type Given } from '../support/given.js';
import { World } from '../support/world.js';

const CREATE = `mutation ($input: CreateLotInput!) { createLot(input: $input) { __typename ... on Lot { id } ... on Refused { code message } } }`;

describe('the pages everybody may read', () => {
  let world: World;
  let make: Given;
  let lotId: string;

  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.url}${path}`, {
      headers: { accept: 'text/html', ...headers },
      redirect: 'manual',
    });
    return { status: response.status, html: await response.text(), headers: response.headers };
  };

  beforeAll(async () => {
    world = await World.open('2026-11-22T19:00:00+07:00', { PUBLIC_URL: 'https://cho.example.vn' });
    make = await given(world);
    const lan = await make.grower({ name: 'Giáp Thị Lan', phone: '+84912345678' });
    lotId = world.id();
    const input = {
      clientMutationId: world.id(),
      lotId,
      cropCode: 'NA',
      varietyCode: 'NA_DAI',
      grades: [{ gradeCode: 'L1', grams: 320_000, askVndPerKg: 36_000 }],
      readyFrom: '2026-11-23T04:30:00+07:00',
      readyTo: '2026-11-23T10:00:00+07:00',
      publish: true,
    };
    await lan.voice.ask(CREATE, { input });
  });
  afterAll(() => world.close());

  it('shows lots, weights and prices as text, without JavaScript', async () => {
    const { status, html } = await page('/cho');
    expect(status).toBe(200);
    expect(html).toContain('320');
    expect(html).toContain('36.000');
    expect(html).toContain(`/lo/${lotId}`);
    expect(html).toContain('Nghĩa Phương');
  });

  it('SM-01 finds by words without marks and narrows by crop', async () => {
    expect((await page('/cho?q=na')).html).toContain(`/lo/${lotId}`);
    expect((await page('/cho?q=khoai%20so')).html).not.toContain(`/lo/${lotId}`);
    expect((await page('/cho?cay=KHOAI_SO')).html).not.toContain(`/lo/${lotId}`);
  });

  it('gives a lot page that can be shared, with a picture', async () => {
    const { status, html } = await page(`/lo/${lotId}`);
    expect(status).toBe(200);
    expect(html).toMatch(/<meta property="og:title" content="[^"]*na dai[^"]*"/i);
    expect(html).toContain(`https://cho.example.vn/lo/${lotId}/anh.png`);
    const image = await fetch(`${world.url}/lo/${lotId}/anh.png`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await image.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('SM-07: says on the market and on a lot of a closed commune until when nothing leaves it, and by which decision', async () => {
    const office = await make.officeStaff({});
    const closed = await office.voice.ask<{ id: string }>(
      `mutation ($input: ApplyClosureInput!) { applyClosure(input: $input) { ... on CommuneClosure { id } } }`,
      {
        input: {
          clientMutationId: world.id(),
          communeId: make.commune('Nghĩa Phương'),
          from: '2026-11-22T19:00:00+07:00',
          to: '2026-11-26T00:00:00+07:00',
          source: 'QĐ 12/QĐ-UBND',
        },
      },
    );
    const note = /Nghĩa Phương phong tỏa đến [^<]*26\/11 theo QĐ 12\/QĐ-UBND/;
    for (const path of ['/cho', `/lo/${lotId}`]) expect((await page(path)).html).toMatch(note);
    const lucSon = '/cho?xa=07492';
    expect((await page(lucSon)).html).not.toMatch(note);
    await office.voice.ask(
      `mutation ($input: LiftClosureInput!) { liftClosure(input: $input) { __typename } }`,
      { input: { clientMutationId: world.id(), closureId: closed.id } },
    );
    for (const path of ['/cho', `/lo/${lotId}`]) expect((await page(path)).html).not.toMatch(note);
  });

  it('shows only the grades of which something is left', async () => {
    const id = world.id();
    const hoa = await make.grower({ name: 'Vi Thị Hoa', phone: '+84912345679' });
    const grade = (gradeCode: string, askVndPerKg: number) => ({
      gradeCode,
      grams: 100_000,
      askVndPerKg,
    });
    const input = {
      clientMutationId: world.id(),
      lotId: id,
      cropCode: 'NA',
      grades: [grade('L1', 41_000), grade('L2', 31_000)],
      readyFrom: '2026-11-23T04:30:00+07:00',
      readyTo: '2026-11-23T10:00:00+07:00',
      publish: true,
    };
    await hoa.voice.ask(CREATE, { input });
    expect((await page(`/lo/${id}`)).html).toContain('41.000');
    await world.db.query(
      `update lot_grades set reserved_g = offered_g where lot_id = $1 and grade_code = 'L1'`,
      [id],
    );
    for (const path of [`/lo/${id}`, '/cho']) {
      const { html } = await page(path);
      expect(html).toContain('31.000');
      expect(html).not.toContain('41.000');
    }
  });

  it('ID-08 names no household and no phone on any page', async () => {
    for (const path of ['/', '/cho', `/lo/${lotId}`, '/gia']) {
      const { html } = await page(path);
      expect(html).not.toContain('Giáp Thị Lan');
      expect(html).not.toMatch(/912\s?345\s?678/);
    }
  });

  it('answers 304 to a browser that has the same page', async () => {
    const first = await page('/gia');
    const again = await page('/gia', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(again.html).toBe('');
  });

  it('speaks English when asked, and remembers', async () => {
    const { html, headers } = await page('/cho?lang=en');
    expect(html).toContain('<html lang="en"');
    expect(headers.get('set-cookie')).toContain('locale=en');
  });

  it('says gone of a lot that is over, not found of one that never was', async () => {
    expect((await page(`/lo/${world.id()}`)).status).toBe(404);
    expect((await page('/lo/khong-phai-ma')).status).toBe(404);
    world.clock.moveTo('2026-11-23T12:00:00+07:00');
    expect((await page(`/lo/${lotId}`)).status).toBe(410);
  });

  it('has no demonstration page where there is no demonstration', async () => {
    expect((await page('/demo')).status).toBe(404);
  });

  it('answers an unknown address with a page to people and JSON to programs', async () => {
    expect((await page('/khong-co')).html).toContain('<html');
    const program = await page('/khong-co', { accept: 'application/json' });
    expect(program).toMatchObject({
      status: 404,
      html: '{"code":"NOT_FOUND","message":"Không có địa chỉ này."}',
    });
  });

  it('allows no script of others and no framing', async () => {
    const policy = (await page('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
  });
});
