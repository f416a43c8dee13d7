import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeConfig, loadConfig } from './config.js';
import { StartUpFault } from './start-up-faults.js';

const keyOn = (namedCurve: string): string =>
  generateKeyPairSync('ec', { namedCurve })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

const KEY = keyOn('P-256');
const SECRET = 'k0Qm5Z1vX8yB3nT7rW2sD6fG9hJ4lPaE';
const PRODUCTION = {
  NODE_ENV: 'production',
  SECRET_KEY: SECRET,
  PERMIT_SIGNING_KEY: KEY,
  PUBLIC_URL: 'https://cho.example.vn/',
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-config-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** English sentences with which the environment is refused, without the reason behind the colon. */
function refusals(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof StartUpFault)) throw error;
    return error.english.split('\n').map((line) => line.split(/[:.] ?/)[0] ?? '');
  }
}

describe('outside production', () => {
  it('needs no setting at all', () => {
    const { secretKey, permitSigningKey, ...rest } = loadConfig({ DATA_DIR: folder });
    expect(secretKey).toHaveLength(43);
    expect(permitSigningKey).toContain('PRIVATE KEY');
    expect(rest).toEqual({
      isProduction: false,
      port: 3000,
      host: '127.0.0.1',
      dataDir: folder,
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      seed: 'demo',
      bootstrapAdminPhone: undefined,
      otpSink: undefined,
      otpBudgets: {
        perPhoneHour: 100,
        perPhoneDay: 1000,
        perNetworkHour: 2000,
        perDeviceHour: 2000,
        perPrefixDay: 20_000,
        dayVnd: 200_000,
        messageVnd: 800,
      },
      smsGateway: undefined,
      zaloGateway: undefined,
      messageWebhookSecret: undefined,
      smsVnd: 800,
      zaloVnd: 300,
      trustProxy: 0,
      logLevel: 'warn',
      runsJobs: true,
      isUnsafeAllowed: false,
    });
  });

  it('keeps the secrets it made, for its owner alone', () => {
    const first = loadConfig({ DATA_DIR: folder });
    expect(loadConfig({ DATA_DIR: folder })).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('reads a phone, a sink and an empty value the way people write them', () => {
    const config = loadConfig({
      DATA_DIR: folder,
      BOOTSTRAP_ADMIN_PHONE: '0912 345.678',
      OTP_SINK: 'file:/tmp/codes',
      DATABASE_URL: '',
    });
    expect(config.bootstrapAdminPhone).toBe('+84912345678');
    expect(config.otpSink).toBe('/tmp/codes');
    expect(config.databaseUrl).toBeUndefined();
  });

  it('takes a secret from a file', () => {
    writeFileSync(join(folder, 'key'), `${SECRET}\n`);
    writeFileSync(join(folder, 'permit.pem'), KEY);
    const config = loadConfig({
      SECRET_KEY_FILE: join(folder, 'key'),
      PERMIT_SIGNING_KEY: join(folder, 'permit.pem'),
    });
    expect([config.secretKey, config.permitSigningKey]).toEqual([SECRET, KEY]);
  });

  it('tells every fault at once, in English and in Vietnamese', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://localhost/x',
      SECRET_KEY: 'short',
      PERMIT_SIGNING_KEY: keyOn('P-384'),
      SEED: 'all',
      TRUST_PROXY: 'maybe',
      BOOTSTRAP_ADMIN_PHONE: '12345',
      OTP_SINK: '/tmp/codes',
    };
    expect(refusals(wrong)).toEqual([
      'PORT must be between 0 and 65535',
      'DATABASE_URL must look like postgres',
      'SECRET_KEY must have 32 characters or more',
      'PERMIT_SIGNING_KEY must be a P-256 private key as PEM, or the path of one',
      'SEED must be one of',
      'BOOTSTRAP_ADMIN_PHONE must be a Vietnamese mobile number such as 0912 345 678',
      'OTP_SINK must look like file',
      'TRUST_PROXY must be how many proxies stand before the server (0 to 9), or their addresses such as 10',
    ]);
    expect(() => loadConfig({ PORT: '70000' })).toThrow('PORT phải từ 0 đến 65535.');
  });

  it('reads how many proxies are believed, or where they are, and never everybody', () => {
    const of = (TRUST_PROXY: string) => loadConfig({ TRUST_PROXY }).trustProxy;
    expect(of('2')).toBe(2);
    expect(of('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1']);
    for (const word of ['true', '-1', '12', '10.0.0.0/33', '::1/129', '10.0.0.0/', 'proxy'])
      expect(refusals({ TRUST_PROXY: word })).toHaveLength(1);
  });

  it.each([
    ['a gateway without its token', { SMS_GATEWAY_URL: 'https://sms.example.vn' }],
    ['a token without its gateway', { SMS_GATEWAY_TOKEN: 'x' }],
  ])('refuses %s', (_, env) => {
    expect(refusals(env)).toEqual(['SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN must be set together']);
  });

  it('refuses a file that is not there', () => {
    expect(() => loadConfig({ SECRET_KEY_FILE: join(folder, 'none') })).toThrow(
      'SECRET_KEY_FILE names',
    );
  });
});

describe('in production', () => {
  it('starts with its secrets, quiet and strict', () => {
    const config = loadConfig(PRODUCTION);
    expect(config).toMatchObject({
      isProduction: true,
      seed: 'none',
      publicUrl: 'https://cho.example.vn',
      otpBudgets: { perPhoneHour: 5, perPhoneDay: 10, perNetworkHour: 20, perDeviceHour: 10 },
    });
  });

  it.each([
    ['invented people', { SEED: 'demo' }, 'SEED=demo is refused in production'],
    ['codes in a file', { OTP_SINK: 'file:/tmp/codes' }, 'OTP_SINK is refused in production'],
    ['no key', { SECRET_KEY: '' }, 'SECRET_KEY is required in production'],
    [
      'a key from an example',
      { SECRET_KEY: 'change-me-change-me-change-me-abcdefghij' },
      'SECRET_KEY is one that others know or guess',
    ],
    [
      'a key of one letter',
      { SECRET_KEY: 'a'.repeat(40) },
      'SECRET_KEY is one that others know or guess',
    ],
    ['no signing key', { PERMIT_SIGNING_KEY: '' }, 'PERMIT_SIGNING_KEY is required in production'],
    [
      'an address without TLS',
      { PUBLIC_URL: 'http://cho.example.vn' },
      'PUBLIC_URL must begin with https',
    ],
    ['no address', { PUBLIC_URL: '' }, 'PUBLIC_URL must begin with https'],
  ])('refuses %s', (_, change, sentence) => {
    expect(refusals({ ...PRODUCTION, ...change })).toEqual([sentence]);
  });
});

it('shows the settings without their secrets', () => {
  const rows = describeConfig(
    loadConfig({
      ...PRODUCTION,
      DATABASE_URL: 'postgres://shop:hunter2@db:5432/shop',
      SMS_GATEWAY_URL: 'https://sms.example.vn',
      SMS_GATEWAY_TOKEN: 'token-of-the-gateway',
      BOOTSTRAP_ADMIN_PHONE: '0912345678',
    }),
  );
  const shown = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  expect(shown).toMatchObject({
    PORT: '3000',
    DATABASE_URL: 'postgres://shop:xxxx@db:5432/shop',
    SECRET_KEY: '••••••••',
    BOOTSTRAP_ADMIN_PHONE: '+xxxxxxxx678',
  });
  const everything = JSON.stringify(rows);
  for (const secret of ['hunter2', SECRET, 'PRIVATE KEY', 'token-of-the-gateway', '912345678'])
    expect(everything).not.toContain(secret);
  expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
});
