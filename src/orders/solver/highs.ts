import highsLoader, { type Highs, type ModelData } from 'highs';
import type { MixedIntegerProgram } from '../domain/allocation/cheapest/mip.js';
import type { MipSolver } from '../domain/allocation/cheapest/proven.js';
import { ENOUGH } from '../domain/allocation/cheapest/search.js';

// Ten nodes a millisecond on an old core: the nodes end the search first, so that the answer is the machine's least.
const MOST_NODES = 20_000;

/** For one purchase, after its core was found. */
export const MOST_SECONDS = 2;

// Its types describe the CommonJS build; what an ES module imports is the function itself.
const loadHighs = highsLoader as unknown as typeof highsLoader.default;

let loading: Promise<Highs> | undefined;

/** HiGHS as WebAssembly, one program at a time; the seconds are the last stop, nodes and gap come first. */
export const solveWithHighs =
  (mostSeconds: number): MipSolver =>
  async (program) => {
    loading ??= loadHighs();
    const highs = await loading;
    return highs.withModel(modelOf(program, highs), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        time_limit: mostSeconds,
        mip_rel_gap: ENOUGH,
        mip_max_nodes: MOST_NODES,
      });
      model.setSolution({ colValue: program.start });
      model.run();
      const bound = Number(model.info.get('mip_dual_bound'));
      const values = model.getSolution().colValue;
      return Number.isFinite(bound) ? { values: Array.from(values), bound } : undefined;
    });
  };

function modelOf({ costs, uppers, isWhole, rows }: MixedIntegerProgram, highs: Highs): ModelData {
  const finite = (value: number): number => (value === -Infinity ? -highs.infinity : value);
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.terms.length);
  const { continuous, integer } = highs.constants.variableType;
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: costs.map(() => 0),
    colUpper: uppers,
    rowLower: rows.map((row) => finite(row.lower)),
    rowUpper: rows.map((row) => (row.upper === Infinity ? highs.infinity : row.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: rows.flatMap((row) => row.terms.map(([column]) => column)),
      values: rows.flatMap((row) => row.terms.map(([, value]) => value)),
    },
    integrality: isWhole.map((whole) => (whole ? integer : continuous)),
  };
}
