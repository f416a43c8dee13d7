import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { badRequest } from './faults.js';

const LARGEST_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: 20,
    description: 'Số dòng, nhiều nhất 100. / Page size, at most 100.',
  })
  first: number;
  @Field(() => String, {
    nullable: true,
    description: 'Con trỏ của trang trước. / endCursor of the page before.',
  })
  after?: string;
}

@ObjectType('PageInfo', { description: 'Vị trí trong danh sách. / Where the page ends.' })
class PageInfoModel {
  @Field(() => String, {
    nullable: true,
    description: 'Con trỏ cuối trang. / Cursor of the last row.',
  })
  endCursor: string | null;
  @Field(() => Boolean, { description: 'Còn trang sau không. / Whether more rows follow.' })
  hasNextPage: boolean;
}

export interface Page<Row> {
  nodes: Row[];
  pageInfo: PageInfoModel;
}

/** The connection type of a model: `LotConnection { nodes pageInfo }`. */
export function connectionOf<Model>(name: string, model: Type<Model>): Type<Page<Model>> {
  @ObjectType(name, { description: 'Một trang của danh sách. / One page of a list.' })
  class Connection implements Page<Model> {
    @Field(() => [model], { description: 'Các dòng của trang. / The rows.' })
    nodes: Model[];
    @Field(() => PageInfoModel, { description: 'Vị trí trong danh sách. / Where the page ends.' })
    pageInfo: PageInfoModel;
  }
  return Connection;
}

/** @throws BAD_REQUEST outside 1 … 100 */
export function pageSize(first: number): number {
  if (first < 1 || first > LARGEST_PAGE) throw badRequest('first: từ 1 đến 100.');
  return first;
}

/** Keyset values of the last row, opaque to clients. */
const cursorOf = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** @throws BAD_REQUEST when the text is not a cursor of `length` keys */
export function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every(isKey)) return keys;
  } catch {
    // Falls through to the one refusal below: an unreadable cursor and a foreign one look the same.
  }
  throw badRequest('after: con trỏ không đúng.');
}

/** Of `first + 1` fetched rows, the page and whether more follow. */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  keysOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: { endCursor: last ? cursorOf(keysOf(last)) : null, hasNextPage: rows.length > first },
  };
}

const isKey = (key: unknown): key is string | number =>
  typeof key === 'string' || typeof key === 'number';
