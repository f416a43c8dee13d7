import { dayOf } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { act } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { titled, named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { HeldReports, ReportForecast } from './documents.js';
import { ownRange } from './reports.js';
import { say } from './words.js';

/** Numbers beyond what the land bears: kept by the market, and counted once they are said again. */
export function HeldNumbers({ householdId }: { householdId: Id | null }) {
  const words = say();
  const today = dayOf(new Date());
  const { from, to } = ownRange(today);
  const { data } = useRead(HeldReports, { from, to });
  const held = (data?.heldForecasts ?? []).filter(
    ({ day, household }) => day >= today && (householdId === null || household.id === householdId),
  );
  return (
    <>
      {held.map(({ id, day, grams, crop }) => {
        const load = fmt().kg(grams);
        const dayName = fmt().nearDay(day, today);
        const confirm = (): void => {
          void act(ReportForecast, {
            objectKey: `forecast:${householdId ?? 'own'}:${crop.code}:${day}`,
            title: words.actTitle(load, named(crop), dayName),
            input: { householdId, cropCode: crop.code, day, grams, isSure: true },
          });
        };
        return (
          <section class="card tone-amber notice" key={id}>
            <p>{words.held(load, named(crop), titled(dayName))}</p>
            <Button isWide onPress={confirm}>
              {words.heldYes(load)}
            </Button>
          </section>
        );
      })}
    </>
  );
}
