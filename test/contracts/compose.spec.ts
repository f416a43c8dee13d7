import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { load, YAML11_SCHEMA } from 'js-yaml';

import { SECRET_SETTINGS, SETTINGS } from '../../src/platform/config-settings.js';
import { loadConfig } from '../../src/platform/config.js';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<'db' | 'app' | 'worker' | 'caddy', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const read = (path: string): string => readFileSync(join(process.cwd(), path), 'utf8');

// Compose merges `<<`, which the newest YAML no longer knows.
const compose = load(read('docker-compose.yml'), { schema: YAML11_SCHEMA }) as Compose;
const { db, app, worker, caddy } = compose.services;

const SETTING_NAMES = Object.keys(SETTINGS.shape);
const NAMES_IN_COMPOSE = [...SETTING_NAMES, ...SECRET_SETTINGS.map((name) => `${name}_FILE`)];

const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const SECRETS: Readonly<Record<string, string>> = {
  database_url: 'postgres://choluc_nam:secret@db:5432/choluc_nam',
  secret_key: 'k0Qm5Z1vX8yB3nT7rW2sD6fG9hJ4lPaE',
  permit_signing_key: KEY,
  sms_gateway_token: '',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-compose-'));
  for (const [name, content] of Object.entries(SECRETS)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The environment inside the container, with `${NAME:-default}` put in as compose does and no .env but DOMAIN. */
function environmentOf({ environment }: Service): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value
        .replace(/\$\{DOMAIN:\?[^}]*\}/, 'cho.example.vn')
        .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
        .replace('/run/secrets', folder),
    ]),
  );
}

describe('docker-compose.yml', () => {
  it.each([
    ['app', app],
    ['worker', worker],
  ])('gives the %s settings the product knows, and no other', (_, { environment }) => {
    expect(Object.keys(environment).filter((name) => !NAMES_IN_COMPOSE.includes(name))).toEqual([]);
  });

  it('starts the web process in production behind the proxy, with the jobs elsewhere', () => {
    expect(loadConfig(environmentOf(app))).toMatchObject({
      isProduction: true,
      host: '0.0.0.0',
      port: 3000,
      publicUrl: 'https://cho.example.vn',
      databaseUrl: SECRETS['database_url'],
      seed: 'empty',
      trustProxy: 1,
      runsJobs: false,
      smsGateway: undefined,
    });
    expect(loadConfig(environmentOf(worker)).isProduction).toBe(true);
  });

  it('names entry points that exist', () => {
    const entries = [app, worker].map(({ command }) => command?.at(-1) ?? '');
    expect(entries).toEqual(['dist/main.js', 'dist/worker.js']);
    for (const entry of entries)
      expect(existsSync(entry.replace('dist/', 'src/').replace('.js', '.ts'))).toBe(true);
  });

  it('asks each service that listens for its health, and starts them in order', () => {
    expect(db.healthcheck.test?.[1]).toBe('pg_isready');
    expect(app.healthcheck.test?.join(' ')).toContain('127.0.0.1:3000/readyz');
    expect(caddy.healthcheck.test?.join(' ')).toContain('127.0.0.1:2019');
    expect(app.depends_on).toEqual({ db: { condition: 'service_healthy' } });
    expect(worker.depends_on).toEqual({ app: { condition: 'service_healthy' } });
    expect(caddy.depends_on).toEqual({ app: { condition: 'service_healthy' } });
  });

  it('hands out only secrets and volumes it declares, and keeps the secrets out of git', () => {
    const services = Object.values(compose.services);
    const secrets = new Set(services.flatMap(({ secrets: names = [] }) => names));
    expect([...secrets].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
    const volumes = services.flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.replace(/:.*/, '')),
    );
    expect(volumes.filter((name) => !name.startsWith('.')).toSorted()).toEqual(
      Object.keys(compose.volumes).toSorted(),
    );
    expect(read('.gitignore').split('\n')).toContain('.data/');
    for (const { file } of Object.values(compose.secrets))
      expect(file).toMatch(/^\.data\/secrets\//);
  });
});

it('Caddyfile sends every request to the port of the web process, but keeps the figures inside', () => {
  const caddyfile = read('Caddyfile');
  expect(caddyfile).toContain(`reverse_proxy app:${app.environment['PORT']}`);
  expect(caddyfile).toContain('respond /metrics 404');
});

it('.env.example names every setting once, and what compose itself needs', () => {
  const names = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.toSorted()).toEqual([...SETTING_NAMES, 'DOMAIN', 'VERSION'].toSorted());
});

it('docs/operations.md explains every setting in its words', () => {
  const rows = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` +\|[^|]*\| (.*?) +\|$/gm)];
  const documented = Object.fromEntries(rows.map(([, name, meaning]) => [name, meaning]));
  const meanings = Object.entries(SETTINGS.shape).map(([name, type]) => [name, type.description]);
  expect(documented).toEqual(Object.fromEntries(meanings));
});
