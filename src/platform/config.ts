import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { SECRET_SETTINGS, SETTINGS, type SettingName, type Settings } from './config-settings.js';
import { ownSecrets } from './own-secrets.js';
import { StartUpFault } from './start-up-faults.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of one process, checked. */
export interface Config {
  readonly isProduction: boolean;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Undefined: the PostgreSQL that comes along is used. */
  readonly databaseUrl: string | undefined;
  /** At least 32 characters; everything hashed or sealed in the database depends on it. */
  readonly secretKey: string;
  /** PEM of the P-256 key that signs transport permits. */
  readonly permitSigningKey: string;
  /** At least 32 characters; undefined: backups are not sealed. */
  readonly backupKey: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly seed: 'demo' | 'empty' | 'none';
  /** E.164. */
  readonly bootstrapAdminPhone: string | undefined;
  /** Absolute path of the file that receives sign-in codes instead of a phone. Never in production. */
  readonly otpSink: string | undefined;
  /** How many sign-in codes go out, and for how much money; outside production wide enough for trying things. */
  readonly otpBudgets: {
    readonly perPhoneHour: number;
    readonly perPhoneDay: number;
    readonly perNetworkHour: number;
    readonly perDeviceHour: number;
    readonly perPrefixDay: number;
    readonly dayVnd: number;
    readonly messageVnd: number;
  };
  readonly smsGateway: { readonly url: string; readonly token: string } | undefined;
  readonly zaloGateway: { readonly url: string; readonly token: string } | undefined;
  /** Key of what gateways send back; undefined: nothing is taken from them. */
  readonly messageWebhookSecret: string | undefined;
  /** Prices of one message, in đồng. */
  readonly smsVnd: number;
  readonly zaloVnd: number;
  /** How many proxies stand before the server, or where; 0: none. */
  readonly trustProxy: number | readonly string[];
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>;
  /** The web process also runs the jobs. */
  readonly runsJobs: boolean;
  /** Start even on a database that may lose what it confirmed. */
  readonly isUnsafeAllowed: boolean;
}

/**
 * Checks the environment; nothing else in the product reads settings. Outside production, secrets that are missing are
 * made once and kept in DATA_DIR/secrets.json.
 *
 * @throws StartUpFault with one sentence for each fault
 */
export function loadConfig(env: Environment): Config {
  const parsed = SETTINGS.safeParse(withFiles(env));
  if (!parsed.success) throw faultOf(parsed.error.issues.map(({ message }) => message));
  const settings = parsed.data;
  const isProduction = settings.NODE_ENV === 'production';
  const faults = [...gatewayFaults(settings), ...(isProduction ? productionFaults(settings) : [])];
  if (faults.length > 0) throw faultOf(faults);

  const dataDir = resolve(settings.DATA_DIR);
  return {
    isProduction,
    port: settings.PORT,
    host: settings.HOST,
    dataDir,
    databaseUrl: settings.DATABASE_URL,
    ...secretsOf(settings, dataDir),
    backupKey: settings.BACKUP_KEY,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    seed: settings.SEED ?? (isProduction ? 'none' : 'demo'),
    bootstrapAdminPhone: settings.BOOTSTRAP_ADMIN_PHONE,
    otpSink: settings.OTP_SINK,
    otpBudgets: {
      ...(isProduction ? STRICT : WIDE),
      dayVnd: settings.OTP_DAY_BUDGET_VND,
      messageVnd: settings.SMS_VND,
    },
    smsGateway: gatewayOf(settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN),
    zaloGateway: gatewayOf(settings.ZALO_GATEWAY_URL, settings.ZALO_GATEWAY_TOKEN),
    messageWebhookSecret: settings.MESSAGE_WEBHOOK_SECRET,
    smsVnd: settings.SMS_VND,
    zaloVnd: settings.ZALO_VND,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    runsJobs: settings.WORKER === 'inline',
    isUnsafeAllowed: settings.UNSAFE_OK,
  };
}

const STRICT = {
  perPhoneHour: 5,
  perPhoneDay: 10,
  perNetworkHour: 20,
  perDeviceHour: 10,
  perPrefixDay: 100,
} as const;
const WIDE = {
  perPhoneHour: 100,
  perPhoneDay: 1000,
  perNetworkHour: 2000,
  perDeviceHour: 2000,
  perPrefixDay: 20_000,
} as const;

/** A table for the operator: what holds now, secrets masked. */
export function describeConfig(
  config: Config,
): readonly { readonly name: SettingName; readonly value: string; readonly meaning: string }[] {
  const values: Readonly<Record<SettingName, string>> = {
    NODE_ENV: config.isProduction ? 'production' : 'development',
    PORT: `${config.port}`,
    HOST: config.host,
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.databaseUrl ? withoutPassword(config.databaseUrl) : '(comes along)',
    SECRET_KEY: MASK,
    PERMIT_SIGNING_KEY: MASK,
    BACKUP_KEY: config.backupKey ? MASK : NOT_SET,
    PUBLIC_URL: config.publicUrl,
    SEED: config.seed,
    BOOTSTRAP_ADMIN_PHONE: config.bootstrapAdminPhone?.replace(/\d(?=\d{3})/g, 'x') ?? NOT_SET,
    OTP_SINK: config.otpSink ? `file:${config.otpSink}` : NOT_SET,
    OTP_DAY_BUDGET_VND: `${config.otpBudgets.dayVnd}`,
    SMS_GATEWAY_URL: config.smsGateway?.url ?? NOT_SET,
    SMS_GATEWAY_TOKEN: config.smsGateway ? MASK : NOT_SET,
    ZALO_GATEWAY_URL: config.zaloGateway?.url ?? NOT_SET,
    ZALO_GATEWAY_TOKEN: config.zaloGateway ? MASK : NOT_SET,
    MESSAGE_WEBHOOK_SECRET: config.messageWebhookSecret ? MASK : NOT_SET,
    SMS_VND: `${config.smsVnd}`,
    ZALO_VND: `${config.zaloVnd}`,
    TRUST_PROXY: [config.trustProxy].flat().join(','),
    LOG_LEVEL: config.logLevel,
    WORKER: config.runsJobs ? 'inline' : 'none',
    UNSAFE_OK: config.isUnsafeAllowed ? '1' : '0',
  };
  return (Object.keys(SETTINGS.shape) as SettingName[]).map((name) => ({
    name,
    value: values[name],
    meaning: SETTINGS.shape[name].description ?? '',
  }));
}

const MASK = '••••••••';
const NOT_SET = '(not set)';

function withoutPassword(url: string): string {
  const shown = new URL(url);
  if (shown.password) shown.password = 'xxxx';
  return shown.href;
}

/** An empty value counts as none, as compose files pass it; `NAME_FILE` stands for the content of a file. */
function withFiles(env: Environment): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  for (const name of SECRET_SETTINGS) {
    const path = given[`${name}_FILE`];
    if (path !== undefined) given[name] = contentOf(path, name) || undefined;
  }
  return given;
}

function contentOf(path: string, name: SettingName): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw faultOf([
      `${name}_FILE names ${path}, which cannot be read.\n${name}_FILE trỏ tới ${path}, nhưng không đọc được.`,
    ]);
  }
}

function secretsOf(
  { NODE_ENV, SECRET_KEY, PERMIT_SIGNING_KEY }: Settings,
  dataDir: string,
): Pick<Config, 'secretKey' | 'permitSigningKey'> {
  if (SECRET_KEY && PERMIT_SIGNING_KEY)
    return { secretKey: SECRET_KEY, permitSigningKey: PERMIT_SIGNING_KEY };
  if (NODE_ENV === 'production') throw new Error('production secrets are checked before');
  const own = ownSecrets(dataDir);
  return {
    secretKey: SECRET_KEY ?? own.secretKey,
    permitSigningKey: PERMIT_SIGNING_KEY ?? own.permitSigningKey,
  };
}

function gatewayOf(url: string | undefined, token: string | undefined) {
  return url && token ? { url, token } : undefined;
}

function* gatewayFaults(settings: Settings) {
  for (const name of ['SMS', 'ZALO'] as const) {
    const url = `${name}_GATEWAY_URL` as const;
    const token = `${name}_GATEWAY_TOKEN` as const;
    if (Boolean(settings[url]) !== Boolean(settings[token]))
      yield `${url} and ${token} must be set together.\n${url} và ${token} phải đặt cùng nhau.`;
  }
}

// Words of examples and tests: a key that was copied from somewhere is known to others.
const COPIED_KEY = /change.?me|example|default|password|tests? only|your.?secret/i;

function* productionFaults(settings: Settings) {
  if (settings.SEED === 'demo')
    yield 'SEED=demo is refused in production: it would put invented people among real ones.\nKhông dùng SEED=demo khi chạy thật: người bịa sẽ lẫn với người thật.';
  if (settings.OTP_SINK)
    yield 'OTP_SINK is refused in production: sign-in codes go to phones alone.\nKhông dùng OTP_SINK khi chạy thật: mã đăng nhập chỉ gửi tới điện thoại.';
  if (!settings.SECRET_KEY)
    yield 'SECRET_KEY is required in production: make one with `openssl rand -base64 32`.\nChạy thật phải có SECRET_KEY: hãy tạo bằng `openssl rand -base64 32`.';
  else if (COPIED_KEY.test(settings.SECRET_KEY) || new Set(settings.SECRET_KEY).size < 10)
    yield 'SECRET_KEY is one that others know or guess: make one with `openssl rand -base64 32`.\nSECRET_KEY này người khác biết hoặc đoán được: hãy tạo bằng `openssl rand -base64 32`.';
  if (!settings.PERMIT_SIGNING_KEY)
    yield 'PERMIT_SIGNING_KEY is required in production: permits signed with a lost key are worthless.\nChạy thật phải có PERMIT_SIGNING_KEY: mất khoá thì giấy đi đường đã cấp không còn giá trị.';
  if (!settings.PUBLIC_URL?.startsWith('https://'))
    yield 'PUBLIC_URL must begin with https:// in production.\nChạy thật thì PUBLIC_URL phải bắt đầu bằng https://.';
}

function faultOf(faults: readonly string[]): StartUpFault {
  const lines = faults.map((fault) => fault.split('\n'));
  const language = (index: 0 | 1) => lines.map((line) => line[index]).join('\n');
  return new StartUpFault(language(0), language(1));
}
