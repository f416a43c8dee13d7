import { dayOf, type Day } from '../../../../../src/kernel/day.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { queue } from '../../offline/phone.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { StatusChip } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { Icon } from '../../ui/icon.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { unsentReport, type CropReport, type Told } from './reports.js';
import { say } from './words.js';

interface CropReportsProps {
  known: readonly CropReport[];
  householdId: string | null;
  day: Day;
  /** The same number as last time. */
  onSame: (cropCode: string, weight: Grams) => void;
  onOther: (cropCode: string) => void;
  /** An arrow against last time's number. */
  onTrend: (cropCode: string, trend: 'UP' | 'DOWN') => void;
}

/** One notice a crop: what was said for the day, or what was said before it. */
export function CropReports(props: CropReportsProps) {
  const { known, householdId, day, onSame, onOther, onTrend } = props;
  const words = say();
  return (
    <>
      {known.map(({ crop, today, before }) => {
        const unsent = unsentReport(queue.value, { householdId, cropCode: crop.code, day });
        const said = unsent ?? today;
        return (
          <Card
            key={crop.code}
            title={
              <span class="row">
                <CropDrawing code={crop.code} size={40} />
                {titled(named(crop))}
              </span>
            }
            aside={unsent !== null && <StatusChip status="UNSENT" />}
          >
            {said !== null && (
              <p class="row beside">
                <Icon name="check" />
                <b>{words.said(toldText(said))}</b>
              </p>
            )}
            {said === null && before && (
              <Button look="main" isWide onPress={() => onSame(crop.code, before.grams)}>
                {words.same(fmt().nearDay(before.day, dayOf(new Date())), fmt().kg(before.grams))}
              </Button>
            )}
            {said === null && before && (
              <div class="pair">
                <Button icon="up" onPress={() => onTrend(crop.code, 'UP')}>
                  {words.more25}
                </Button>
                <Button icon="down" onPress={() => onTrend(crop.code, 'DOWN')}>
                  {words.less25}
                </Button>
              </div>
            )}
            <Button isWide icon="edit" onPress={() => onOther(crop.code)}>
              {said === null ? words.other : words.change}
            </Button>
          </Card>
        );
      })}
    </>
  );
}

const toldText = (told: Told): string =>
  typeof told === 'string' ? say().trendTitle[told] : fmt().kg(told);
