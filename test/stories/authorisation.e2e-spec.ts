import { Matrix } from '../support/authorisation/matrix.js';
import { Neighbourhood } from '../support/authorisation/neighbourhood.js';
import { Routes } from '../support/authorisation/routes.js';
import { OneConnection } from '../support/authorisation/one-connection.js';
import { HEADER, lines, linesByType } from '../support/authorisation/table.js';
import { UNFILLED } from '../support/authorisation/unfilled.js';
import { committed } from '../support/printed.js';

const PATH = 'test/contracts/authorisation.txt';
const HOW_TO_READ = `Who gets what: every operation, every route and every field of schema.graphql, asked as every role about things that are its own (o), of
one who granted it everything (g), of another in the same commune (t) and of a stranger elsewhere (f). Whatever is not
there is answered exactly as what does not exist is.

- the role is refused before anything is read; of a field: nothing of it was ever answered to this role
* answered, and nobody's
. the role is let in, and nothing of the four is its business (or what there is of it is none of the four)

The test asks and compares. UPDATE=1 writes what is answered today, so that a change is read in review.`;

describe('who gets what', () => {
  let here: Neighbourhood;
  let connection: OneConnection;
  let matrix: Matrix;
  let routes: Routes;

  beforeAll(async () => {
    here = await Neighbourhood.open();
    connection = await OneConnection.to(here.world.config.databaseUrl ?? '');
    matrix = new Matrix(here, connection);
    await matrix.fill('query');
    await matrix.fill('mutation');
    await matrix.fill('subscription');
    routes = new Routes(here, connection);
    await routes.fill();
  }, 400_000);
  afterAll(async () => {
    await connection.close();
    await here.world.close();
  });

  it('AP-06 F6: is what the table says, for every operation, field, role and relation', () => {
    const unfilled = matrix.fields.names.filter((name) => matrix.fields.isEmpty(name)).length;
    const filled = `${matrix.fields.names.length - unfilled} of ${matrix.fields.names.length} were filled here`;
    const today = [
      ...HOW_TO_READ.split('\n'),
      '',
      'OPERATIONS',
      HEADER,
      ...lines(matrix.operations),
      '',
      'ROUTES, with every status that anybody was answered',
      HEADER,
      ...routes.lines,
      '',
      'WHAT IS KNOWN OF PEOPLE, wherever in an answer',
      HEADER,
      ...lines(matrix.facts),
      '',
      `FIELDS (${filled})`,
      HEADER,
      ...linesByType(matrix.fields),
      '',
    ].map((line) => line.trimEnd());
    expect(committed(PATH, today.join('\n')).split('\n')).toEqual(today);
  });

  it('AP-06: every field is judged, but for those that say why they cannot be', () => {
    const unfilled = matrix.fields.names.filter((name) => matrix.fields.isEmpty(name));
    expect(unfilled.toSorted()).toEqual(Object.keys(UNFILLED).toSorted());
  });

  it('AP-06: nobody outside the rule of an operation gets past its door, and nobody meets a fault', () => {
    expect(matrix.faults).toEqual([]);
  });
});
