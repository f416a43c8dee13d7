import { ask } from '../../api/ask.js';
import type { ResultOf } from '../../api/graphql.js';
import { useLater } from '../../offline/use-later.js';
import { More } from '../../ui/more.js';
import { fmt } from '../../words/words.js';
import { say as roleWords } from '../accounts/words.js';
import { MoreViews, type OwnData } from './documents.js';
import { say } from './words.js';

type Page = ResultOf<typeof OwnData>['whoSawMyNumber'];

/** One line for each party and day that was shown the number. */
export function NumberViews({ first }: { first: Page }) {
  const words = say();
  const list = useLater(first, async (after) => (await ask(MoreViews, { after })).whoSawMyNumber);
  return (
    <section class="stack tight">
      <h2>{words.saw}</h2>
      <p class="earth">{words.sawNote}</p>
      {list.nodes.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <dl>
          {list.nodes.map((view) => (
            <div class="leader" key={`${view.id} ${view.purpose} ${view.lastAt}`}>
              <dt>
                {view.viewer} · {roleWords().roles[view.viewerRole]}
                <br />
                <span class="earth">
                  {[words.lookedFor[view.purpose], view.caseRef].filter(Boolean).join(' · ')}
                </span>
              </dt>
              <dd class="num">
                {words.sawOn(fmt().moment(new Date(view.lastAt), new Date()), view.times)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <More of={list} />
    </section>
  );
}
