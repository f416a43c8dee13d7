import type { ResultOf } from '../../api/graphql.js';
import { fmt } from '../../words/words.js';
import type { SupplyBoardQuery } from './documents.js';
import { say } from './words.js';

type Totals = ResultOf<typeof SupplyBoardQuery>['supplyDashboard']['totals'];

export const MEASURES = [
  { measure: 'PLANNED', field: 'plannedGrams' },
  { measure: 'FORECAST', field: 'forecastGrams' },
  { measure: 'OFFERED', field: 'offeredGrams' },
  { measure: 'COMMITTED', field: 'committedGrams' },
  { measure: 'WEIGHED', field: 'weighedGrams' },
  { measure: 'UNSOLD', field: 'unsoldGrams' },
] as const;

/** The six figures of the day, each beside the day before; nobody's report is not nought. */
export function Figures({ totals, yesterday }: { totals: Totals; yesterday: Totals }) {
  const words = say();
  const load = (grams: number | null): string =>
    grams === null ? words.notReported : fmt().load(grams);
  return (
    <dl class="tiles">
      {MEASURES.map(({ measure, field }) => (
        <div key={measure} class="card tile">
          <dt>{words.measures[measure]}</dt>
          <dd>
            <b class={totals[field] === null ? undefined : 'num'}>{load(totals[field])}</b>
            <span class="earth">{words.against(load(yesterday[field]))}</span>
            {measure === 'FORECAST' && totals.carriedGrams > 0 && (
              <span class="earth">{words.carried(fmt().load(totals.carriedGrams))}</span>
            )}
            {measure === 'FORECAST' && totals.unknownHouseholds > 0 && (
              <span class="earth">{words.silent(fmt().number(totals.unknownHouseholds))}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
