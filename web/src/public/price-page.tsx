import type { Day } from '../../../src/kernel/day.js';
import { Sparkline } from '../app/ui/charts.js';
import { CropDrawing } from '../app/ui/crop-drawing.js';
import { Icon } from '../app/ui/icon.js';
import { EmptyState } from '../app/ui/states.js';
import { lunarText } from '../app/words/lunar-text.js';
import { fmt } from '../app/words/words.js';
import { Layout } from './layout.js';
import { Select } from './market-page.js';
import type { PriceRow, PricesProps } from './props.js';
import { words } from './words.js';

export function PricePage({ frame, day, crops, crop, rows, previousHref, nextHref }: PricesProps) {
  const text = words().board;
  const dayWords = `${fmt().longDay(day as Day)} · ${lunarText(day as Day)}`;
  return (
    <Layout
      frame={frame}
      title={text.title}
      description={text.description(dayWords)}
      section="/gia"
      isWide
    >
      <div class="stack">
        <div>
          <h1>{text.title}</h1>
          <p class="earth">{dayWords}</p>
        </div>
        <form class="filter" method="get" action="/gia" data-submits-itself>
          <input type="hidden" name="ngay" value={day} />
          <Select name="cay" label={words().list.crop} options={crops} value={crop} />
          <button class="btn" type="submit">
            {words().list.apply}
          </button>
        </form>
        {rows.length === 0 ? (
          <EmptyState picture={<Icon name="scale" size={56} />} title={text.empty} />
        ) : (
          <Board caption={text.caption(dayWords)} rows={rows} />
        )}
        <p class="earth">{text.note}</p>
        <div class="row apart">
          {previousHref && (
            <a class="btn" href={previousHref}>
              <Icon name="back" />
              {text.previous}
            </a>
          )}
          {nextHref && (
            <a class="btn" href={nextHref}>
              {text.next}
              <Icon name="forward" />
            </a>
          )}
        </div>
      </div>
    </Layout>
  );
}

function Board({ caption, rows }: { caption: string; rows: readonly PriceRow[] }) {
  const text = words().board;
  const heads = [text.place, text.low, text.usual, text.high, text.grams, text.tickets, text.run];
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table class="price-board">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.crop}</th>
            {heads.map((head, i) => (
              <th key={head} scope="col" class={i > 0 && i < 6 ? 'right' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow key={`${row.cropName} ${row.gradeName} ${row.placeName}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TONE_ICONS = { up: 'up', down: 'down', same: 'minus' } as const;

function BoardRow({ row }: { row: PriceRow }) {
  const text = words().board;
  const { price, tone } = row;
  const figure = (amount: number): string => fmt().number(amount);
  return (
    <tr>
      <th scope="row">
        <span class="price-name">
          <CropDrawing code={row.drawing} size={36} />
          <span>
            {row.cropName} {row.gradeName}
          </span>
        </span>
      </th>
      <td>{row.placeName}</td>
      {price ? (
        <>
          <td class="right" data-head={text.low}>
            {figure(price.low)}
          </td>
          <td class="right usual" data-head={text.usual}>
            <b>{figure(price.usual)}</b>
            {tone && <Icon name={TONE_ICONS[tone]} size={18} label={text.tones[tone]} />}
          </td>
          <td class="right" data-head={text.high}>
            {figure(price.high)}
          </td>
          <td class="right" data-head={text.grams}>
            {fmt().load(price.grams)}
          </td>
          <td class="right" data-head={text.tickets}>
            {figure(price.tickets)}
          </td>
        </>
      ) : (
        <td colSpan={5} class="earth">
          {text.hidden}
        </td>
      )}
      <td>
        <Sparkline values={row.history} label={text.runOf(`${row.cropName} ${row.gradeName}`)} />
      </td>
    </tr>
  );
}
