import { useState } from 'preact/hooks';
import { dayOf } from '../../../../../src/kernel/day.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { DayBars, ChartKey } from '../../ui/charts.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Field } from '../../ui/field.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { dayText } from '../../words/format.js';
import { lunarOf } from '../../words/lunar.js';
import { fmt, locale } from '../../words/words.js';
import { ForwardCurveQuery } from './documents.js';
import { say } from './words.js';

/** What ripens and what is already bought, fourteen days ahead, while there is time to act. */
export default function CurveScreen() {
  const words = say();
  const [cropCode, setCropCode] = useState('NA');
  const from = dayOf(new Date());
  const { data, at, isKept, isLoading, fault, refresh } = useRead(ForwardCurveQuery, {
    cropCode,
    from,
  });
  const days = data?.forwardCurve ?? [];
  const glut = days.filter(({ isGlut }) => isGlut).map(({ day }) => dayText(day).slice(0, 5));
  const crops = (data?.crops ?? []).map(({ code, nameVi, nameEn }) => ({
    value: code,
    label: locale.value === 'vi' ? nameVi : nameEn,
  }));
  return (
    <Screen title={words.curve} code="O3" density="desk">
      <div class="stack">
        {crops.length > 0 && (
          <Field id="cay" label={words.crop}>
            {(tied) => (
              <select
                class="input"
                {...tied}
                value={cropCode}
                onChange={({ currentTarget }) => setCropCode(currentTarget.value)}
              >
                {crops.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <>
            <p>
              <Chip
                tone={glut.length > 0 ? 'red' : 'green'}
                icon={glut.length > 0 ? 'warning' : 'check'}
              >
                {glut.length > 0 ? words.glut(glut.join(', ')) : words.noGlut}
              </Chip>
            </p>
            <Card title={words.curveLabel}>
              <DayBars
                label={words.curveLabel}
                text={(grams) => fmt().load(grams)}
                mark={(day) => lunarMark(lunarOf(day).day)}
                bars={days.map(({ day, forecastGrams, committedGrams }) => ({
                  day,
                  value: forecastGrams,
                  wanted: committedGrams,
                  isExpected: true,
                }))}
              />
              <ChartKey
                measured={words.measuredKey}
                expected={words.forecastKey}
                wanted={words.committedKey}
                unknown={words.unknownKey}
              />
            </Card>
            {days[0] && <p class="earth">{words.trucks(fmt().load(days[0].truckCapacityGrams))}</p>}
            <Table
              caption={words.curveCaption}
              rows={days}
              rowKey={({ day }) => day}
              columns={[
                {
                  key: 'day',
                  title: words.day,
                  cell: ({ day }) => fmt().nearDay(day, from),
                  by: ({ day }) => day,
                },
                {
                  key: 'forecast',
                  title: words.forecast,
                  isNumber: true,
                  cell: ({ forecastGrams }) =>
                    forecastGrams === null ? words.notReported : fmt().load(forecastGrams),
                  by: ({ forecastGrams }) => forecastGrams ?? -1,
                },
                {
                  key: 'committed',
                  title: words.committed,
                  isNumber: true,
                  cell: (row) => fmt().load(row.committedGrams),
                  by: (row) => row.committedGrams,
                },
                {
                  key: 'missing',
                  title: words.missing,
                  isNumber: true,
                  cell: (row) => fmt().number(row.unknownHouseholds),
                  by: (row) => row.unknownHouseholds,
                },
              ]}
            />
          </>
        )}
      </div>
    </Screen>
  );
}

/** The two days of the moon when fruit is bought for the altar. */
const lunarMark = (day: number): string | undefined =>
  day === 1 ? 'mùng 1' : day === 15 ? 'rằm' : undefined;
