import type { ResultOf } from '../../api/graphql.js';
import { locale } from '../../words/words.js';
import type { ScaleTicket } from './scale-documents.js';

type Answer = ResultOf<typeof ScaleTicket>;
export type Ticket = NonNullable<Answer['weighTicket']>;
export type CrateType = Answer['crateTypes'][number];

/** A grade's name in the language in use. */
export function gradeName(ticket: Ticket, code: string): string {
  const grade = ticket.deal.lines.find((line) => line.grade.code === code)?.grade;
  return (locale.value === 'vi' ? grade?.nameVi : grade?.nameEn) ?? code;
}

export function crateName(types: readonly CrateType[], code: string | null): string {
  const type = types.find((one) => one.code === code);
  return (locale.value === 'vi' ? type?.nameVi : type?.nameEn) ?? code ?? '';
}
