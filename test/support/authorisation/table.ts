import { ROLES, type Role } from '../../../src/platform/access/actor.js';

const SHORT: Readonly<Record<Role, string>> = {
  GUEST: 'guest',
  NEWCOMER: 'new',
  GROWER: 'grower',
  COOP_CLERK: 'coop',
  TRADER: 'trader',
  DRIVER: 'driver',
  TRANSPORTER: 'carrier',
  CHECKPOINT_OFFICER: 'post',
  COMMUNE_OFFICER: 'commune',
  OFFICE_STAFF: 'office',
  ADMIN: 'admin',
};
const WIDTH = 8;
const LINE = 200;
// In this order within a cell, whatever came first.
const MARKS = ['*', 'o', 'g', 't', 'f', '.', '-'];

/** Rows of marks by role: what each role was seen to get of what. */
export class Seen {
  readonly #rows = new Map<string, Map<Role, Set<string>>>();

  /** A row of its own, whether anything is seen of it or not. */
  row(name: string): void {
    if (!this.#rows.has(name)) this.#rows.set(name, new Map());
  }

  mark(name: string, role: Role, mark: string): void {
    this.row(name);
    const row = this.#rows.get(name);
    row?.set(role, (row.get(role) ?? new Set()).add(mark));
  }

  cells(name: string): string {
    const row = this.#rows.get(name);
    return ROLES.map((role) => cell(row?.get(role)).padEnd(WIDTH)).join('');
  }

  isEmpty(name: string): boolean {
    return !this.#rows.get(name)?.size;
  }

  get names(): string[] {
    return [...this.#rows.keys()];
  }
}

const cell = (marks: ReadonlySet<string> | undefined): string =>
  MARKS.filter((mark) => marks?.has(mark) && !(mark === '.' && marks.size > 1)).join('') || '-';

export const HEADER = ROLES.map((role) => SHORT[role].padEnd(WIDTH)).join('');

/** One line a name. */
export const lines = (seen: Seen): string[] =>
  seen.names.map((name) => `${seen.cells(name)}${name}`);

/** One line for all fields of a type that look the same, broken where it gets long. */
export function linesByType(seen: Seen): string[] {
  const types = grouped(seen.names, (name) => name.slice(0, name.indexOf('.')));
  return [...types]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([type, names]) => {
      const alike = grouped(names, (name) => seen.cells(name));
      return [
        type,
        ...[...alike].flatMap(([cells, same]) =>
          broken(same.map((name) => name.slice(type.length + 1))).map((part) => `${cells}${part}`),
        ),
      ];
    });
}

function grouped(names: readonly string[], keyOf: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name]);
  return groups;
}

function broken(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + word.length < LINE - WIDTH * ROLES.length) {
      parts[parts.length - 1] = `${last} ${word}`;
    } else parts.push(word);
  }
  return parts;
}
