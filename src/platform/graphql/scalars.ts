import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay, type Day } from '../../kernel/day.js';
import { isId, type Id } from '../../kernel/id.js';
import { badRequest } from './faults.js';

const integer = (
  name: string,
  description: string,
  least: number,
): GraphQLScalarType<number, number> => {
  const parse = (value: unknown): number => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
      throw badRequest(`${name}: cần một số nguyên từ ${least} trở lên.`);
    }
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: Number,
    parseValue: parse,
    parseLiteral: (node: ValueNode) =>
      parse(node.kind === Kind.INT ? Number(node.value) : undefined),
  });
};

const text = <T extends string>(
  name: string,
  description: string,
  isOne: (value: string) => value is T,
): GraphQLScalarType<T, string> => {
  const parse = (value: unknown): T => {
    const given = typeof value === 'string' ? value.toLowerCase() : '';
    if (!isOne(given)) throw badRequest(`${name}: giá trị không đúng dạng.`);
    return given;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
};

/** GraphQL Int ends at 2,147,483,647, which a bulk order in đồng or grams passes. */
export const GramsScalar = integer('Grams', 'Khối lượng, gam nguyên. / Weight in whole grams.', 0);
export const VndScalar = integer('Vnd', 'Tiền, đồng nguyên. / Money in whole đồng.', 0);
export const DayScalar = text<Day>(
  'Day',
  'Ngày ở Việt Nam, dạng 2021-07-23. / A calendar day in Asia/Ho_Chi_Minh.',
  isDay,
);
export const UuidScalar = text<Id>('UUID', 'Mã UUID chữ thường. / A UUID in lower case.', isId);
