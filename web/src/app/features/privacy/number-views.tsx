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
        list.nodes.map((view) => (
          <p key={`${view.id} ${view.purpose} ${view.lastAt}`}>
            <b>{view.viewer}</b> · {roleWords().roles[view.viewerRole]}
            <br />
            <span class="earth">
              {[
                words.lookedFor[view.purpose],
                view.caseRef,
                words.sawOn(fmt().moment(new Date(view.lastAt), new Date()), view.times),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
        ))
      )}
      <More of={list} />
    </section>
  );
}
