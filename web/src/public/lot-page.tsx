import type { Day } from '../../../src/kernel/day.js';
import { CropDrawing } from '../app/ui/crop-drawing.js';
import { Seal } from '../app/ui/chips.js';
import { Icon } from '../app/ui/icon.js';
import { Slip, type SlipLine } from '../app/ui/slip.js';
import { clockText, dayText } from '../app/words/format.js';
import { fmt } from '../app/words/words.js';
import { ClosedNote } from './closed-note.js';
import { Layout } from './layout.js';
import { askText } from './lot-card.js';
import type { LotProps } from './props.js';
import { words } from './words.js';

/** `Na dai loại 1 – 500 kg – 35.000 ₫/kg – Nghĩa Phương`: what a share shows before it is opened. */
function lotTitle({ cropName, grades, communeName }: LotProps['lot']): string {
  const [first] = grades;
  const what = first
    ? [`${cropName} ${first.name}`, fmt().kg(first.availableGrams), askText(first)]
    : [cropName];
  return [...what, communeName].join(' – ');
}

export function LotPage({ frame, lot, orderHref }: LotProps) {
  const text = words().lot;
  const [first] = lot.grades;
  const title = lotTitle(lot);
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${text.ready}: ${readyText(lot, frame.asOf)}`}
      section="/cho"
    >
      <article class="stack">
        <div class="lot-large">
          {lot.largePhoto ? (
            <img src={lot.largePhoto} alt={text.photo(lot.cropName)} width="1280" height="960" />
          ) : (
            <CropDrawing code={lot.drawing} size={160} />
          )}
        </div>
        <div>
          <h1>
            {lot.cropName} {first?.name}
          </h1>
          <p class="earth lot-where">
            <Icon name="pin" size={20} />
            {[lot.communeName, first?.perKg].filter(Boolean).join(' · ')}
          </p>
        </div>
        {lot.closure && <ClosedNote closure={lot.closure} now={new Date(frame.asOf)} />}
        {lot.confirmed && (
          <Seal
            by={lot.confirmed.by}
            what={text.confirms}
            at={`${text.confirmedOn} ${dayText(lot.confirmed.on as Day)}`}
          />
        )}
        <Slip title={text.grades} lines={linesOf(lot, frame.asOf)} />
        <div class="stack tight">
          <a class="btn main wide" href={orderHref}>
            <Icon name="order" />
            {text.order}
          </a>
          {/* Shown by the page's script, where the browser can share or copy. */}
          <button
            class="btn wide"
            type="button"
            hidden
            data-share={title}
            data-copied={text.copied}
          >
            <Icon name="share" />
            <span>{text.share}</span>
          </button>
          <p class="earth">{text.contact}</p>
        </div>
      </article>
    </Layout>
  );
}

function linesOf(lot: LotProps['lot'], asOf: string): SlipLine[] {
  const text = words().lot;
  const now = new Date(asOf);
  return [
    ...lot.grades.map((line) => ({
      label: `${line.name} · ${fmt().kg(line.availableGrams)}`,
      value: askText(line),
    })),
    { label: text.ready, value: readyText(lot, asOf) },
    { label: text.min, value: fmt().kg(lot.minTakeGrams) },
    lot.spray
      ? { label: text.lastSpray, value: dayText(lot.spray.on as Day) }
      : { label: text.spray, value: text.noSpray },
    ...(lot.spray ? [{ label: text.wait, value: text.waitDays(lot.spray.waitDays) }] : []),
    { label: text.posted, value: fmt().moment(new Date(lot.publishedAt), now) },
  ];
}

const readyText = ({ readyFrom, readyTo }: LotProps['lot'], asOf: string): string =>
  `${fmt().moment(new Date(readyFrom), new Date(asOf))} ${words().lot.to} ${clockText(new Date(readyTo))}`;
