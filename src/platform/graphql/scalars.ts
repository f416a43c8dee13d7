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

const INSTANT =
  /^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function instantOf(value: unknown): Date {
  const at = new Date(typeof value === 'string' && INSTANT.test(value) ? value : Number.NaN);
  if (Number.isNaN(at.getTime())) throw badRequest('DateTime: giá trị không đúng dạng.');
  return at;
}

/** Nest's own scalar of this name lets through whatever the Date constructor takes, invalid dates included. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'Thời điểm có múi giờ, dạng 2021-07-23T05:30:00+07:00. / An instant in ISO 8601 with its offset.',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: instantOf,
  parseLiteral: (node: ValueNode) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});

/** GraphQL Int ends at 2,147,483,647, which a bulk order in đồng or grams passes. */
export const GramsScalar = integer('Grams', 'Khối lượng, gam nguyên. / Weight in whole grams.', 0);
export const VndScalar = integer('Vnd', 'Tiền, đồng nguyên. / Money in whole đồng.', 0);
export const DayScalar = text<Day>(
  'Day',
  'Ngày ở Việt Nam, dạng 2021-07-23. / A calendar day in Asia/Ho_Chi_Minh.',
  isDay,
);
export const UuidScalar = text<Id>('UUID', 'Mã UUID chữ thường. / A UUID in lower case.', isId);
