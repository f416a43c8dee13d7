import { CropDrawing } from '../app/ui/crop-drawing.js';
import { EmptyState } from '../app/ui/states.js';
import { fmt } from '../app/words/words.js';
import { ClosedNote } from './closed-note.js';
import { Layout } from './layout.js';
import { LotCard } from './lot-card.js';
import type { MarketProps, Option } from './props.js';
import { words } from './words.js';

/** Cards seen without scrolling on a phone. */
const ON_FIRST_SCREEN = 4;

export function MarketPage(props: MarketProps) {
  const { frame, closures, lots, totalGrams, nextHref } = props;
  const text = words().list;
  const now = new Date(frame.asOf);
  return (
    <Layout
      frame={frame}
      title={text.title}
      description={text.description(fmt().load(totalGrams))}
      section="/cho"
    >
      <div class="stack">
        <div class="row apart">
          <h1>{text.title}</h1>
          <p class="num earth">{text.total(fmt().load(totalGrams))}</p>
        </div>
        <Filter {...props} />
        {closures.map((closure) => (
          <ClosedNote key={closure.communeName} closure={closure} now={now} />
        ))}
        {lots.length === 0 ? (
          <EmptyState
            picture={<CropDrawing code="" size={72} />}
            title={text.empty}
            note={text.emptyNote}
          >
            <a class="btn main" href="/cho">
              {text.clear}
            </a>
          </EmptyState>
        ) : (
          <ul class="lots">
            {lots.map((lot, i) => (
              <LotCard key={lot.id} lot={lot} now={now} isLazy={i >= ON_FIRST_SCREEN} />
            ))}
          </ul>
        )}
        {nextHref && (
          <a class="btn wide" href={nextHref}>
            {text.more}
          </a>
        )}
      </div>
    </Layout>
  );
}

/** A plain GET form: works without JavaScript, and every view of the list has its own address. */
function Filter({ crops, communes, crop, commune, search }: MarketProps) {
  const text = words().list;
  return (
    <form class="filter" method="get" action="/cho" data-submits-itself>
      <Select name="cay" label={text.crop} options={crops} value={crop} />
      <Select name="xa" label={text.commune} options={communes} value={commune} />
      <label class="filter-search">
        <span class="sr">{text.searchLabel}</span>
        <input
          class="input"
          type="search"
          name="tim"
          value={search}
          placeholder={text.search}
          maxLength={60}
        />
      </label>
      <button class="btn" type="submit">
        {text.apply}
      </button>
    </form>
  );
}

interface SelectProps {
  name: string;
  label: string;
  options: readonly Option[];
  value: string | null;
}

export function Select({ name, label, options, value }: SelectProps) {
  return (
    <label>
      <span class="sr">{label}</span>
      <select class="input" name={name}>
        <option value="">
          {label}: {words().list.all}
        </option>
        {options.map((option) => (
          <option key={option.code} value={option.code} selected={option.code === value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
