import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { WhyChosen } from './grower-documents.js';
import { say } from './grower-words.js';

/** Why the household's lots were, or were not, chosen for an order. */
export default function GrowerWhy({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(WhyChosen, {
    orderId: params['orderId'] ?? '',
  });
  const why = data?.allocationExplanation;
  return (
    <Screen title={words.whyTitle} code="B3" back="/app/don">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={1} height={10} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <EmptyState
            picture={<Icon name={why?.chosen ? 'check' : 'info'} size={56} />}
            title={why ? (why.chosen ? words.chosen : words.notChosen) : words.noWhy}
            note={why?.sentence}
          >
            {why && (
              <div class="stack tight">
                {why.askedGrams > 0 && (
                  <p class="lead">{words.askedOfYou(fmt().load(why.askedGrams))}</p>
                )}
                <p>{why.policySentence}</p>
                {why.byHandReason && <p>{words.byHandReason(why.byHandReason)}</p>}
                {why.computedGrams !== null && (
                  <p class="earth">{words.computedHere(fmt().load(why.computedGrams))}</p>
                )}
                {why.limits.map((limit) => (
                  <p key={limit} class="earth">
                    {limit}
                  </p>
                ))}
              </div>
            )}
            <LinkButton look="main" isWide href="/app/don">
              {words.toOffers}
            </LinkButton>
          </EmptyState>
        )}
      </div>
    </Screen>
  );
}
