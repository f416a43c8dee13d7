import type { ValueTransformer } from 'typeorm';

/** pg hands `bigint` over as text, because it may exceed 2^53; our grams and đồng never do, and this checks it. */
export const safeInteger: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : parseSafe(value)),
};

/** For raw SQL rows: the same conversion as the column transformer. */
export function parseSafe(text: string | number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`);
  return value;
}
