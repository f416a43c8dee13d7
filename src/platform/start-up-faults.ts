/** A reason not to start that the operator can mend: one sentence in English, the same in Vietnamese. */
export class StartUpFault extends Error {
  constructor(
    readonly english: string,
    readonly vietnamese: string,
    options?: ErrorOptions,
  ) {
    super(`${english}\n${vietnamese}`, options);
    this.name = 'StartUpFault';
  }
}

interface SystemFault {
  readonly code: string;
  readonly message: string;
  readonly port?: number;
  readonly path?: string;
  readonly address?: string;
}

const isAFile = ({ path }: SystemFault): readonly [string, string] => [
  `${path ?? 'DATA_DIR'} cannot be made: a file stands where a directory should; set DATA_DIR to a directory.`,
  `Không tạo được ${path ?? 'DATA_DIR'}: chỗ đáng lẽ là thư mục lại là một tệp; hãy đặt DATA_DIR vào một thư mục.`,
];

/** Codes of Node (E…) and SQLSTATEs of PostgreSQL that mean "the surroundings are wrong", not "a bug". */
const SENTENCES: Readonly<Record<string, (fault: SystemFault) => readonly [string, string]>> = {
  EADDRINUSE: ({ port }) => [
    `Port ${port ?? ''} is already taken: stop the other program, or choose another with PORT=3001.`,
    `Cổng ${port ?? ''} đang có chương trình khác dùng: hãy tắt chương trình đó, hoặc chọn cổng khác bằng PORT=3001.`,
  ],
  EADDRNOTAVAIL: ({ address }) => [
    `This machine has no address ${address ?? ''}: mend HOST.`,
    `Máy này không có địa chỉ ${address ?? ''}: hãy sửa HOST.`,
  ],
  EACCES: ({ path, port }) => [
    `Not allowed to use ${path ?? `port ${port ?? ''}`}: give this user access, or choose another DATA_DIR or PORT.`,
    `Không có quyền dùng ${path ?? `cổng ${port ?? ''}`}: hãy cấp quyền, hoặc chọn DATA_DIR hay PORT khác.`,
  ],
  EROFS: ({ path }) => [
    `${path ?? 'The data directory'} is on a read-only disk: set DATA_DIR to a directory that can be written.`,
    `${path ?? 'Thư mục dữ liệu'} nằm trên ổ chỉ đọc: hãy đặt DATA_DIR vào nơi ghi được.`,
  ],
  ENOTDIR: isAFile,
  EEXIST: isAFile,
  ENOSPC: () => [
    'The disk is full: free some space, then start again; nothing that was confirmed is lost.',
    'Ổ đĩa đã đầy: hãy dọn chỗ rồi chạy lại; những gì đã xác nhận thì không mất.',
  ],
  ECONNREFUSED: ({ address, port }) => [
    `No PostgreSQL answers at ${address ?? 'that address'}:${port ?? ''}: start it, or mend DATABASE_URL.`,
    `Không có PostgreSQL nào trả lời ở ${address ?? 'địa chỉ đó'}:${port ?? ''}: hãy bật nó, hoặc sửa DATABASE_URL.`,
  ],
  ENOTFOUND: () => [
    'The host name in DATABASE_URL is not known: mend DATABASE_URL.',
    'Không tìm thấy tên máy trong DATABASE_URL: hãy sửa DATABASE_URL.',
  ],
  ETIMEDOUT: () => [
    'PostgreSQL did not answer in time: check DATABASE_URL and the network.',
    'PostgreSQL không trả lời kịp: hãy kiểm tra DATABASE_URL và đường mạng.',
  ],
  '28P01': () => [
    'PostgreSQL refuses the password: mend the user or password in DATABASE_URL.',
    'PostgreSQL từ chối mật khẩu: hãy sửa tên hoặc mật khẩu trong DATABASE_URL.',
  ],
  '28000': ({ message }) => [
    `PostgreSQL refuses this user (${message}): mend DATABASE_URL.`,
    `PostgreSQL từ chối người dùng này (${message}): hãy sửa DATABASE_URL.`,
  ],
  '3D000': ({ message }) => [
    `The database in DATABASE_URL does not exist (${message}): create it, or mend DATABASE_URL.`,
    `Chưa có cơ sở dữ liệu ghi trong DATABASE_URL (${message}): hãy tạo nó, hoặc sửa DATABASE_URL.`,
  ],
  '53300': () => [
    'PostgreSQL has no free connections: stop other programs, or raise its max_connections.',
    'PostgreSQL đã hết kết nối: hãy tắt bớt chương trình khác, hoặc tăng max_connections.',
  ],
  '53100': () => [
    'The disk of PostgreSQL is full: free some space, then start again.',
    'Ổ đĩa của PostgreSQL đã đầy: hãy dọn chỗ rồi chạy lại.',
  ],
  '42501': ({ message }) => [
    `The user in DATABASE_URL may not do this (${message}): grant it the right, or use another user.`,
    `Người dùng trong DATABASE_URL không đủ quyền (${message}): hãy cấp quyền, hoặc dùng người dùng khác.`,
  ],
  '57P03': () => [
    'PostgreSQL is still starting or stopping: wait a moment, then start again.',
    'PostgreSQL đang bật hoặc đang tắt: hãy đợi một lát rồi chạy lại.',
  ],
};

/**
 * What to tell the operator instead of a stack trace: an English line and a Vietnamese line.
 * Undefined for everything that looks like a bug, which deserves its stack trace.
 */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StartUpFault) return error.message;
  if (error instanceof AggregateError) return firstSentence(error.errors);
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') {
    const words = SENTENCES[error.code]?.(error as Error & SystemFault);
    if (words) return words.join('\n');
  }
  return firstSentence([error.cause, 'driverError' in error ? error.driverError : undefined]);
}

function firstSentence(errors: readonly unknown[]): string | undefined {
  for (const error of errors) {
    const sentence = sentenceFor(error);
    if (sentence) return sentence;
  }
  return undefined;
}
