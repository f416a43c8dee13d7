import type { Day } from '../../../src/kernel/day.js';
import { Card } from '../app/ui/card.js';
import { CropDrawing } from '../app/ui/crop-drawing.js';
import { Icon } from '../app/ui/icon.js';
import { dayText } from '../app/words/format.js';
import { lunarText } from '../app/words/lunar-text.js';
import { fmt } from '../app/words/words.js';
import { Layout } from './layout.js';
import type { HomeProps } from './props.js';
import { words } from './words.js';

/** The board at the gate of the market: the day, what is there, what it costs, what the office says. */
export function HomePage({ frame, day, crops, notices }: HomeProps) {
  const text = words().home;
  return (
    <Layout frame={frame} title={text.title} description={words().description}>
      <div class="stack loose">
        <div>
          <h1 class="board-day num">{fmt().longDay(day as Day)}</h1>
          <p class="earth">
            {lunarText(day as Day)} · {words().motto}
          </p>
        </div>
        <section class="stack">
          <h2>{text.onOffer}</h2>
          {crops.length === 0 && <p>{text.nothing}</p>}
          <ul class="crops">
            {crops.map((crop) => (
              <li key={crop.code}>
                <a href={`/cho?cay=${crop.code}`}>
                  <CropDrawing code={crop.drawing} size={56} />
                  <span class="crop-words">
                    <b>{crop.name}</b>
                    <span class="earth num">{text.lots(crop.lots)}</span>
                  </span>
                  <span class="crop-figures num">
                    <b>{fmt().load(crop.grams)}</b>
                    <span class="earth">
                      {crop.usualVndPerKg === null ? text.noPrice : fmt().perKg(crop.usualVndPerKg)}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <div class="stack tight">
          <a class="btn main wide" href="/app/">
            <Icon name="basket" />
            {text.sell}
          </a>
          <a class="btn wide" href="/cho">
            <Icon name="truck" />
            {text.buy}
          </a>
        </div>
        {notices.length > 0 && (
          <section class="stack">
            <h2>{text.notices}</h2>
            {notices.map((notice) => (
              <Card key={`${notice.on} ${notice.title}`} title={notice.title}>
                <p>{notice.body}</p>
                <p class="earth">
                  {notice.by} · {dayText(notice.on as Day)}
                </p>
              </Card>
            ))}
          </section>
        )}
        <Card title={text.checkTitle} isPanel>
          <form class="filter" method="get" action="/p">
            <label class="filter-search">
              <span class="sr">{text.checkLabel}</span>
              <input
                class="input"
                name="ma"
                required
                maxLength={24}
                placeholder={text.checkLabel}
                autocomplete="off"
              />
            </label>
            <button class="btn" type="submit">
              {text.check}
            </button>
          </form>
        </Card>
      </div>
    </Layout>
  );
}
