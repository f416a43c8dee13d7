import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
import type { ResultOf } from '../../api/graphql.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt, say as shell } from '../../words/words.js';
import { say as roleWords } from '../accounts/words.js';
import { MoreViews, type OwnData } from './documents.js';
import { say } from './words.js';

type Page = ResultOf<typeof OwnData>['whoSawMyNumber'];

/** One line for each party and day that was shown the number. */
export function NumberViews({ first }: { first: Page }) {
  const words = say();
  const [later, setLater] = useState<Page | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const nodes = [...first.nodes, ...(later?.nodes ?? [])];
  const { endCursor, hasNextPage } = (later ?? first).pageInfo;
  const more = async (after: string): Promise<void> => {
    try {
      const { whoSawMyNumber: page } = await ask(MoreViews, { after });
      setLater({ ...page, nodes: [...(later?.nodes ?? []), ...page.nodes] });
      setFault(null);
    } catch (why) {
      // The button stays, to be pressed again where there is a signal.
      if (!(why instanceof Fault)) throw why;
      setFault(why);
    }
  };
  return (
    <section class="stack tight">
      <h2>{words.saw}</h2>
      <p class="earth">{words.sawNote}</p>
      {nodes.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <dl>
          {nodes.map((view) => (
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
      <NotDone why={fault && { ...shell().faults[fault.code], field: null }} />
      {hasNextPage && endCursor && (
        <Button isWide onPress={() => void more(endCursor)}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
