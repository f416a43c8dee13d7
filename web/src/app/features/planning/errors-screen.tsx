import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import type { ResultOf } from '../../api/graphql.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { PickField } from '../../ui/pick-field.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { ForecastErrorsRead } from './error-documents.js';
import { say } from './error-words.js';

type Row = ResultOf<typeof ForecastErrorsRead>['forecastErrors']['nodes'][number];

/** PL-06: how far what households said is from the scale, for the offices of their ground. */
export default function ErrorsScreen() {
  const words = say();
  const [cropCode, setCrop] = useState('');
  const filter = { cropCode: cropCode === '' ? null : cropCode };
  const { data, at, isKept, isLoading, fault, refresh } = useRead(ForecastErrorsRead, filter);
  const page = data?.forecastErrors;
  const list = useLater(
    page,
    async (after) => (await ask(ForecastErrorsRead, { ...filter, after })).forecastErrors,
  );
  return (
    <Screen title={words.title} code="O10" back="/app/vp/ke-hoach" density="desk">
      <div class="stack">
        <p class="earth">{words.intro}</p>
        <PickField
          id="crop"
          label={words.crop}
          value={cropCode}
          options={[
            { value: '', label: words.allCrops },
            ...(data?.crops ?? []).map((crop) => ({
              value: crop.code,
              label: titled(named(crop)),
            })),
          ]}
          onChange={setCrop}
        />
        {isKept && at && <KeptNote at={at} />}
        {!page && isLoading && <Skeleton rows={4} />}
        {!page && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {page && page.nodes.length === 0 && (
          <EmptyState
            picture={<Icon name="scale" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {page && page.nodes.length > 0 && (
          <Table
            caption={words.caption}
            columns={columns()}
            rows={list.nodes}
            rowKey={({ household, crop }) => `${household.id}/${crop.code}`}
          />
        )}
        <More of={list} />
      </div>
    </Screen>
  );
}

function columns(): Column<Row>[] {
  const words = say();
  const percent = (value: number | null, signed: boolean): string =>
    value === null
      ? '–'
      : `${signed && value > 0 ? '+' : ''}${fmt().number(Math.round(value)).replace('-', '−')} %`;
  return [
    {
      key: 'household',
      title: words.household,
      cell: ({ household }) => household.name,
      by: ({ household }) => household.name,
    },
    {
      key: 'crop',
      title: words.crop,
      cell: ({ crop }) => named(crop),
      by: ({ crop }) => named(crop),
    },
    {
      key: 'bias',
      title: words.bias,
      isNumber: true,
      cell: ({ biasPercent }) => percent(biasPercent, true),
      by: ({ biasPercent }) => biasPercent ?? 0,
    },
    {
      key: 'off',
      title: words.off,
      isNumber: true,
      cell: ({ absolutePercent }) => percent(absolutePercent, false),
      by: ({ absolutePercent }) => absolutePercent ?? 0,
    },
    {
      key: 'said',
      title: words.said,
      isNumber: true,
      cell: ({ saidGrams }) => fmt().load(saidGrams),
      by: ({ saidGrams }) => saidGrams,
    },
    {
      key: 'weighed',
      title: words.weighed,
      isNumber: true,
      cell: ({ weighedGrams }) => fmt().load(weighedGrams),
      by: ({ weighedGrams }) => weighedGrams,
    },
    {
      key: 'days',
      title: words.count,
      isNumber: true,
      cell: ({ days }) => fmt().number(days),
      by: ({ days }) => days,
    },
    {
      key: 'commune',
      title: words.commune,
      cell: ({ commune }) => commune.name,
      by: ({ commune }) => commune.name,
    },
  ];
}
