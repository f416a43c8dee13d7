import ExcelJS from 'exceljs';
import { Templates } from '../../../src/pages/templates.js';
import { ROLES, type Role } from '../../../src/platform/access/actor.js';
import { routesOf } from '../printed.js';
import { partFor, RELATIONS, relationTo, type Neighbourhood, type Part } from './neighbourhood.js';
import type { OneConnection } from './one-connection.js';
import { Seen } from './table.js';

interface Route {
  /** What follows the path, or stands where its parameter stands. */
  readonly query?: string;
  /** The rows its parameter names: of which table, by which column, which of them. */
  readonly of?: { readonly table: string; readonly column: string; readonly which?: string };
  /** What stands there for a thing that is not. */
  readonly absent?: string;
}

const ABSENT = '00000000-0000-4000-8000-000000000000';
const LOT = { of: { table: 'lots', column: 'x.id', which: `x.state = 'PUBLISHED'` } };
const PAPER = { of: { table: 'grant_papers', column: 'x.id' } };
const PHOTO = { of: { table: 'photos', column: 'x.id' } };

/** How each route is asked so that it is refused for nothing but who asks; a route that is not here fails the test. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': {},
  'GET /*': {},
  'GET /.well-known/permit-keys.json': {},
  'GET /.well-known/permit-status': {},
  'GET /cho': {},
  'GET /demo': {},
  'GET /gia': {},
  'GET /livez': {},
  'GET /grant-papers/:id/full.webp': PAPER,
  'GET /lo/:id': LOT,
  'GET /lo/:id/anh.png': LOT,
  'GET /metrics': {},
  'GET /office/supply.xlsx': { query: '?day=2026-08-25' },
  'GET /p/:code': { of: { table: 'permits', column: 'x.code' }, absent: 'ZZZZZZZZZZ' },
  'GET /photos/:id/card.webp': PHOTO,
  'GET /photos/:id/full.webp': PHOTO,
  'GET /planning/forecast-list.xlsx': { query: '?day=2026-08-25&cropCode=NA' },
  'GET /planning/household-list.xlsx': {},
  'GET /readyz': {},
  'GET /version': {},
  'POST /grant-papers': {},
  'POST /photos': {},
  'POST /planning/forecast-list': {},
  'POST /planning/household-list': {},
  'POST /webhooks/messages/delivery': {},
  'POST /webhooks/messages/reply': {},
};

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

interface Told {
  readonly status: number;
  readonly text: string;
}

/** Asks every route over HTTP as everybody, about everybody's things, and writes down who got what. */
export class Routes {
  readonly seen = new Seen();
  readonly #statuses = new Map<string, Set<number>>();

  constructor(
    private readonly here: Neighbourhood,
    private readonly connection: OneConnection,
  ) {
    // What a page is given to draw, not how it draws it. A page that could be waited for would be, for ever.
    const drawn = new Proxy({} as Awaited<ReturnType<Templates['get']>>, {
      get: (_, name) =>
        name === 'then' ? undefined : name === 'shareCard' ? () => PICTURE : JSON.stringify,
    });
    here.world.app.get(Templates).get = () => Promise.resolve(drawn);
  }

  async fill(): Promise<void> {
    for (const route of routesOf(this.here.world)) {
      const asked = ROUTES[route];
      if (!asked) throw new Error(`say how ${route} is asked`);
      this.#statuses.set(route, new Set());
      for (const role of ROLES) await this.#served(route, asked, role);
    }
  }

  /** With the statuses that anybody was answered at all. */
  get lines(): string[] {
    return this.seen.names.map((route) => {
      const statuses = [...(this.#statuses.get(route) ?? [])].toSorted((a, b) => a - b);
      return `${this.seen.cells(route)}${route} (${statuses.join(' ')})`;
    });
  }

  async #served(route: string, { of, query = '', absent = ABSENT }: Route, role: Role) {
    const nothing = await this.#ask(route, role, of ? absent : query);
    if (nothing.status === 401 || nothing.status === 403) return this.seen.mark(route, role, '-');
    if (!of) return this.#note(route, role, nothing, '*');
    for (const relation of RELATIONS) {
      const part = partFor(role, relation);
      const there = part && (await this.#named(of, part));
      if (!there) continue;
      const told = await this.#ask(route, role, there);
      const isServed = told.status !== nothing.status;
      this.#note(route, role, told, isServed ? relation.slice(0, 1) : '.');
    }
  }

  #note(route: string, role: Role, { text }: Told, mark: string): void {
    this.seen.mark(route, role, mark);
    for (const { part } of this.here.facts.filter(({ value }) => text.includes(value)))
      this.seen.mark(route, role, relationTo(role, part).slice(0, 1));
  }

  async #named({ table, column, which = 'true' }: NonNullable<Route['of']>, part: Part) {
    const { value } = (await this.here.keys(table, part, { value: column }, which)) as {
      value?: string;
    };
    return value;
  }

  #ask(route: string, role: Role, filled: string): Promise<Told> {
    const [method = '', path = ''] = route.split(' ');
    const { world, voices } = this.here;
    const session = voices.get(role)?.session;
    const url = path.includes(':') ? path.replace(/:\w+/, filled) : path.replace('*', 'x') + filled;
    return this.connection.undone(async () => {
      const response = await fetch(`${world.url}${url}`, {
        method,
        headers: {
          'x-requested-with': 'cho-luc-nam',
          ...(session && { cookie: `clns=${session}` }),
        },
      });
      this.#statuses.get(route)?.add(response.status);
      return { status: response.status, text: await textOf(response) };
    });
  }
}

/** What can be read in an answer; of a sheet, the words in its cells. */
async function textOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('spreadsheet')) return response.text();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}
