import { useState } from 'preact/hooks';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { act } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { Icon } from '../../ui/icon.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { DayAndCrop, mostGathered } from './day-and-crop.js';
import { ReportForecast } from './documents.js';
import { Gathered, type GatheredRow } from './gather-documents.js';
import { say } from './gather-words.js';

const LOOKS = {
  REPORTED: { tone: 'green', icon: 'check' },
  CARRIED: { tone: 'amber', icon: 'clock' },
  UNKNOWN: { tone: 'plain', icon: 'help' },
} as const;

/** What the households bring on a day, in three parts that are never added up unseen. */
export default function SourceScreen() {
  const words = say();
  const today = dayOf(new Date());
  const [day, setDay] = useState(plusDays(today, 1));
  const [chosen, setChosen] = useState<string>();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Gathered, {
    day,
    cropCode: null,
  });
  const crops = data?.coopForecast.crops ?? [];
  const part = crops.find(({ cropCode }) => cropCode === chosen) ?? mostGathered(crops);
  const rows = (data?.coopForecast.rows ?? []).filter(
    ({ cropCode }) => cropCode === part?.cropCode,
  );
  const { load, number } = fmt();
  const line = (label: string, one: { grams: Grams; households: number }) => ({
    label,
    value: words.part(load(one.grams), number(one.households)),
  });
  return (
    <Screen title={words.source} code="H3" back="/app" density="desk">
      <div class="stack">
        <DayAndCrop
          {...{ today, day, crops }}
          onDay={setDay}
          cropCode={part?.cropCode}
          onCrop={setChosen}
        />
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !part && (
          <EmptyState
            picture={<Icon name="basket" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {part && (
          <>
            <Slip
              title={
                <span class="row">
                  <CropDrawing code={part.cropCode} size={40} />
                  {titled(named(part.crop))}
                </span>
              }
              lines={[
                line(words.reported, part.supply.reported),
                line(words.carried, part.supply.carried),
                line(words.unknown, part.supply.unknown),
              ]}
            >
              <p class="earth">{words.notZero}</p>
            </Slip>
            {part.held > 0 && <p class="stale">{words.held(number(part.held))}</p>}
            {part.supply.unknown.households + part.supply.carried.households > 0 && (
              <LinkButton look="main" isWide icon="edit" href="/app/htx/bao-ho">
                {words.toReport}
              </LinkButton>
            )}
            <Table
              caption={words.caption}
              rows={rows}
              rowKey={({ householdId }) => householdId}
              columns={[
                {
                  key: 'name',
                  title: words.household,
                  cell: ({ name }) => name,
                  by: ({ name }) => name.split(' ').at(-1) ?? name,
                },
                {
                  key: 'mark',
                  title: words.mark,
                  cell: ({ mark }) => (
                    <Chip tone={LOOKS[mark].tone} icon={LOOKS[mark].icon}>
                      {words.marks[mark]}
                    </Chip>
                  ),
                  by: ({ mark }) => mark,
                },
                {
                  key: 'weight',
                  title: words.weight,
                  isNumber: true,
                  cell: (row) => <Weight row={row} day={day} />,
                  by: ({ grams }) => grams ?? -1,
                },
                {
                  key: 'hamlet',
                  title: words.hamlet,
                  cell: ({ hamlet }) => hamlet ?? '',
                  by: ({ hamlet }) => hamlet ?? '',
                },
              ]}
            />
          </>
        )}
      </div>
    </Screen>
  );
}

/** A number that was said; a guess is written lighter, and one beyond the land waits for a yes. */
function Weight({ row, day }: { row: GatheredRow; day: string }) {
  const words = say();
  const { kg } = fmt();
  const { grams, mark, heldGrams, householdId, cropCode, name } = row;
  const confirm = async (held: Grams): Promise<void> => {
    await act(ReportForecast, {
      objectKey: `forecast:${householdId}:${cropCode}:${day}`,
      title: words.actTitle(name, kg(held)),
      input: {
        householdId: householdId as Id,
        cropCode,
        day: day as never,
        grams: held,
        isSure: true,
      },
    });
  };
  return (
    <>
      {grams === null ? (
        '–'
      ) : mark === 'UNKNOWN' ? (
        <span class="earth">≈ {fmt().load(grams)}</span>
      ) : (
        kg(grams)
      )}
      {heldGrams !== null && (
        <span class="stack tight">
          <span class="earth">{words.heldNumber(kg(heldGrams))}</span>
          <Button onPress={() => void confirm(heldGrams)}>{words.heldYes}</Button>
        </span>
      )}
    </>
  );
}
