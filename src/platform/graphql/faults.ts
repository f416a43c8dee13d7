import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isOutage } from '../database/outage.js';

/** The closed list of `extensions.code` a client may meet in `errors[]`. Business refusals are not here: they are data. */
const FAULT_CODES = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'OTHER_PROFILE',
  'NOT_FOUND',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
type FaultCode = (typeof FAULT_CODES)[number];

const STATUS: Partial<Record<FaultCode, number>> = { UNAVAILABLE: 503, RATE_LIMITED: 429 };

const fault = (code: FaultCode, message: string): GraphQLError => {
  const status = STATUS[code];
  if (status === undefined) return new GraphQLError(message, { extensions: { code } });
  const headers = new Map([['retry-after', '3']]);
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
};

export const unauthenticated = (): GraphQLError =>
  fault('UNAUTHENTICATED', 'Bà con cần đăng nhập để làm việc này.');
export const forbidden = (): GraphQLError =>
  fault('FORBIDDEN', 'Vai trò đang dùng không được làm việc này.');
export const otherProfile = (): GraphQLError =>
  fault('OTHER_PROFILE', 'Việc này ghi ở hồ sơ khác với hồ sơ đang dùng.');
export const badRequest = (message: string): GraphQLError => fault('BAD_REQUEST', message);
export const rateLimited = (): GraphQLError =>
  fault('RATE_LIMITED', 'Bấm nhanh quá. Chờ một phút rồi thử lại.');
export const unavailable = (): GraphQLError =>
  fault('UNAVAILABLE', 'Hệ thống đang khởi động lại. Thử lại sau vài giây.');
/** More is asked than can be reckoned now; nothing is broken. */
export const busy = (): GraphQLError =>
  fault('UNAVAILABLE', 'Nhiều người đang hỏi cùng lúc. Thử lại sau ít giây.');

// The server's own ways of saying that it could not read what was asked.
const PARSER_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const isUnread = (code: string, { name }: Error): boolean =>
  PARSER_CODES.has(code) || (code === 'BAD_REQUEST' && name === 'BadRequestError');

/** Masks everything that is not meant for the asker; `log` gets the original once, with the id the asker is shown. */
export const maskFault =
  (log: (id: string, error: unknown) => void) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.['code'] ?? '');
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const outage = isOutage(original);
    if (!outage && error instanceof Error && isUnread(code, error)) {
      return wrongShape(formatted.message);
    }
    if (!outage && isFaultCode(code) && code !== 'INTERNAL') {
      return { message: formatted.message, path: formatted.path, extensions: { code } };
    }
    if (outage) {
      const { message } = unavailable();
      return { message, path: formatted.path, extensions: { code: 'UNAVAILABLE' } };
    }
    const id = randomUUID();
    log(id, original);
    return {
      message: `Có lỗi ở hệ thống. Đọc mã ${id.slice(0, 8)} cho người hỗ trợ.`,
      path: formatted.path,
      extensions: { code: 'INTERNAL', id },
    };
  };

/** What a parser says helps whoever writes a program; everybody is told in the product's own language first. */
const wrongShape = (message: string): GraphQLFormattedError => ({
  message: `Yêu cầu không đúng dạng. ${message}`,
  extensions: { code: 'BAD_REQUEST' },
});

const isFaultCode = (code: string): code is FaultCode =>
  (FAULT_CODES as readonly string[]).includes(code);
