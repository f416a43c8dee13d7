/** In a message of these what stands in quotes is a word of our own program; in any other it may be what somebody typed. */
const OWN_WORDS = [TypeError, ReferenceError];
/** Postgres class 42: syntax and names, not values. */
const OF_THE_SCHEMA = /^42/;

/**
 * A fault as it may be written down: its kind, the place the database names, its message without values, where it happened.
 * What the database adds of the row (`detail`, the parameters of the statement) is never part of it.
 */
export function faultText(fault: unknown): string {
  if (!(fault instanceof Error)) return withoutPhones(withoutValues(String(fault)));
  const { code, table, constraint } = fault as Partial<
    Record<'code' | 'table' | 'constraint', string>
  >;
  const isPlain =
    OWN_WORDS.some((kind) => fault instanceof kind) || OF_THE_SCHEMA.test(String(code));
  const message = isPlain ? fault.message : withoutValues(fault.message);
  const place = [fault.name, code, table, constraint].filter((one) => one !== undefined);
  return [`${place.join(' ')}: ${withoutPhones(message)}`, ...framesOf(fault.stack ?? '')].join(
    '\n',
  );
}

/** Where it happened, without the message that stands above. */
export const framesOf = (stack: string): string[] =>
  stack.split('\n').filter((line) => /^\s+at /.test(line));

const withoutValues = (text: string): string => text.replaceAll(/"[^"]*"|'[^']*'/g, '"…"');

/** `+84912345678`, `0912 345 678` → `09x…678` */
export const withoutPhones = (text: string): string =>
  text.replaceAll(
    /(?:\+84|\b84|\b0)[ .-]?(\d)(?:[ .-]?\d){5}[ .-]?(\d)[ .-]?(\d)[ .-]?(\d)\b/g,
    '0$1x…$2$3$4',
  );
