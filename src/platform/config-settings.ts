import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

import { z } from 'zod';

/** Each fault is told in both languages, a line each. */
const says = (english: string, vietnamese: string) => ({ error: `${english}\n${vietnamese}` });

const flag = (name: string) =>
  z
    .enum(['1', '0', 'true', 'false'], says(`${name} must be 1 or 0.`, `${name} phải là 1 hoặc 0.`))
    .transform((word) => word === '1' || word === 'true');

/** An address, or a network such as 10.0.0.0/8. */
function isNetwork(word: string): boolean {
  const [address = '', bits, ...rest] = word.split('/');
  const version = isIP(address);
  const isWhole = bits === undefined || /^\d{1,3}$/.test(bits);
  return (
    version !== 0 && rest.length === 0 && isWhole && Number(bits ?? 0) <= (version === 4 ? 32 : 128)
  );
}

/** Nobody, so many proxies in a row, or those at these addresses; never whoever says so. */
const proxies = (name: string) =>
  z
    .string()
    .transform((words) => words.replaceAll(' ', ''))
    .refine(
      (words) => /^(\d|false)$/.test(words) || words.split(',').every(isNetwork),
      says(
        `${name} must be how many proxies stand before the server (0 to 9), or their addresses such as 10.0.0.0/8,192.168.1.5.`,
        `${name} phải là số máy chủ đứng trước (0 đến 9), hoặc địa chỉ của chúng, ví dụ 10.0.0.0/8,192.168.1.5.`,
      ),
    )
    .transform((words): number | readonly string[] =>
      words === 'false' ? 0 : words.length === 1 ? Number(words) : words.split(','),
    );

const webAddress = (name: string) =>
  z
    .url({
      protocol: /^https?$/,
      ...says(
        `${name} must be a web address such as https://cho.example.vn.`,
        `${name} phải là địa chỉ web, ví dụ https://cho.example.vn.`,
      ),
    })
    .transform((url) => url.replace(/\/+$/, ''));

const choice = <const Words extends readonly string[]>(name: string, words: Words) =>
  z.enum(
    words,
    says(
      `${name} must be one of: ${words.join(', ')}.`,
      `${name} phải là một trong: ${words.join(', ')}.`,
    ),
  );

const price = (name: string, most = 100_000) =>
  z.coerce
    .number(says(`${name} must be a number.`, `${name} phải là số.`))
    .int(says(`${name} must be whole đồng.`, `${name} phải là số đồng nguyên.`))
    .min(0, says(`${name} must not be negative.`, `${name} không được âm.`))
    .max(most, says(`${name} must not pass ${most}.`, `${name} không quá ${most}.`));

const PHONE = /^(?:\+84|84|0)(\d{9})$/;

/** Every setting of the product, by the name of its environment variable. */
export const SETTINGS = z.object({
  NODE_ENV: choice('NODE_ENV', ['development', 'test', 'production'])
    .default('development')
    .describe('Which rules apply; `production` refuses everything made for trying out.'),
  PORT: z.coerce
    .number(says('PORT must be a number.', 'PORT phải là số.'))
    .int(says('PORT must be a whole number.', 'PORT phải là số nguyên.'))
    .min(0, says('PORT must be between 0 and 65535.', 'PORT phải từ 0 đến 65535.'))
    .max(65_535, says('PORT must be between 0 and 65535.', 'PORT phải từ 0 đến 65535.'))
    .default(3000)
    .describe('Port of the web server; 0 takes any free one.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; `0.0.0.0` for every network of the machine.'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('Directory for the PostgreSQL that comes along and for secrets made by the machine.'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.*/,
      ...says(
        'DATABASE_URL must look like postgres://user:password@host:5432/database.',
        'DATABASE_URL phải có dạng postgres://user:password@host:5432/database.',
      ),
    })
    .optional()
    .describe('PostgreSQL 18 to use instead of the one that comes along.'),
  SECRET_KEY: z
    .string()
    .min(
      32,
      says(
        'SECRET_KEY must have 32 characters or more: make one with `openssl rand -base64 32`.',
        'SECRET_KEY phải có từ 32 ký tự: hãy tạo bằng `openssl rand -base64 32`.',
      ),
    )
    .optional()
    .describe('Key for hashes and sealed words; changing it ends every session and open code.'),
  PERMIT_SIGNING_KEY: z
    .string()
    .transform((value, context) => {
      const pem = pemOf(value);
      if (pem !== undefined) return pem;
      context.addIssue({
        code: 'custom',
        message: says(
          'PERMIT_SIGNING_KEY must be a P-256 private key as PEM, or the path of one: make it with `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`.',
          'PERMIT_SIGNING_KEY phải là khoá riêng P-256 dạng PEM, hoặc đường dẫn tới khoá: hãy tạo bằng `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`.',
        ).error,
      });
      return z.NEVER;
    })
    .optional()
    .describe('Private key that signs transport permits: PEM, or the path of a PEM file.'),
  BACKUP_KEY: z
    .string()
    .min(
      32,
      says(
        'BACKUP_KEY must have 32 characters or more: make one with `openssl rand -base64 32`.',
        'BACKUP_KEY phải có từ 32 ký tự: hãy tạo bằng `openssl rand -base64 32`.',
      ),
    )
    .optional()
    .describe(
      'Key that seals backups; without it none is made in production. Kept apart from them.',
    ),
  PUBLIC_URL: webAddress('PUBLIC_URL')
    .optional()
    .describe('Address people open; it stands in links and QR codes.'),
  SEED: choice('SEED', ['demo', 'empty', 'none'])
    .optional()
    .describe(
      'What an empty database gets: invented people and trade, the reference lists alone, or nothing.',
    ),
  BOOTSTRAP_ADMIN_PHONE: z
    .string()
    .transform((text) => text.replace(/[\s.]/g, ''))
    .pipe(
      z
        .string()
        .regex(
          PHONE,
          says(
            'BOOTSTRAP_ADMIN_PHONE must be a Vietnamese mobile number such as 0912 345 678.',
            'BOOTSTRAP_ADMIN_PHONE phải là số di động Việt Nam, ví dụ 0912 345 678.',
          ),
        ),
    )
    .transform((text) => text.replace(PHONE, '+84$1'))
    .optional()
    .describe('Mobile number of the first administrator.'),
  OTP_SINK: z
    .string()
    .regex(
      /^file:.+/,
      says('OTP_SINK must look like file:PATH.', 'OTP_SINK phải có dạng file:ĐƯỜNG_DẪN.'),
    )
    .transform((text) => resolve(text.slice('file:'.length)))
    .optional()
    .describe('`file:PATH` receives sign-in codes instead of a phone; refused in production.'),
  OTP_DAY_BUDGET_VND: price('OTP_DAY_BUDGET_VND', 100_000_000)
    .default(200_000)
    .describe('What sign-in codes may cost in a day, in đồng; a fifth is kept for known devices.'),
  SMS_GATEWAY_URL: webAddress('SMS_GATEWAY_URL')
    .optional()
    .describe('Address that sends text messages; needs SMS_GATEWAY_TOKEN.'),
  SMS_GATEWAY_TOKEN: z.string().optional().describe('Secret word the gateway knows us by.'),
  ZALO_GATEWAY_URL: webAddress('ZALO_GATEWAY_URL')
    .optional()
    .describe('Address that sends Zalo template messages (ZNS); needs ZALO_GATEWAY_TOKEN.'),
  ZALO_GATEWAY_TOKEN: z.string().optional().describe('Access token the Zalo gateway knows us by.'),
  MESSAGE_WEBHOOK_SECRET: z
    .string()
    .min(
      24,
      says(
        'MESSAGE_WEBHOOK_SECRET must have 24 characters or more: make one with `openssl rand -base64 32`.',
        'MESSAGE_WEBHOOK_SECRET phải có từ 24 ký tự: hãy tạo bằng `openssl rand -base64 32`.',
      ),
    )
    .optional()
    .describe('Key that signs what gateways send back: delivery reports and replies.'),
  SMS_VND: price('SMS_VND')
    .default(800)
    .describe('What one SMS costs, in đồng; counted against the monthly cap.'),
  ZALO_VND: price('ZALO_VND')
    .default(300)
    .describe('What one Zalo message costs, in đồng; counted against the monthly cap.'),
  TRUST_PROXY: proxies('TRUST_PROXY')
    .default(0)
    .describe(
      'How many reverse proxies stand before the server, or their addresses: what these add to X-Forwarded-For is believed.',
    ),
  LOG_LEVEL: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .optional()
    .describe('How much is logged, as JSON lines; `info` in production, `warn` elsewhere.'),
  WORKER: choice('WORKER', ['inline', 'none'])
    .default('inline')
    .describe('`inline`: the web process also runs the jobs; `none`: another process does.'),
  UNSAFE_OK: flag('UNSAFE_OK')
    .default(false)
    .describe(
      '1 starts although the database may lose what it confirmed (fsync off and the like).',
    ),
});

export type Settings = z.infer<typeof SETTINGS>;
export type SettingName = keyof Settings;

/** Settings that must not be shown; each may also be given as a file, by its name with `_FILE` behind it. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'SECRET_KEY',
  'PERMIT_SIGNING_KEY',
  'BACKUP_KEY',
  'SMS_GATEWAY_TOKEN',
  'ZALO_GATEWAY_TOKEN',
  'MESSAGE_WEBHOOK_SECRET',
] as const satisfies readonly SettingName[];

/** PEM of a P-256 private key, from the text itself (line breaks may be written `\n`) or from a file. */
function pemOf(value: string): string | undefined {
  try {
    const pem = value.includes('-----BEGIN')
      ? value.replaceAll('\\n', '\n')
      : readFileSync(value, 'utf8');
    const key = createPrivateKey(pem);
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? pem : undefined;
  } catch {
    return undefined;
  }
}
