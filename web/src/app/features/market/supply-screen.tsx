import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { dayOf, plusDays, type Day } from '../../../../../src/kernel/day.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import {
  CoverageOfNeed,
  RankedLots,
  SavedSearches,
  SupplyFacts,
  SupplyOfDay,
} from './documents.js';
import { Nearest } from './nearest.js';
import { PooledOffers } from './pooled-offers.js';
import { RankedLot } from './ranked-lot.js';
import {
  EMPTY_SEARCH,
  filterOf,
  nearOf,
  needOf,
  withDay,
  withSaved,
  type SearchDraft,
} from './search-draft.js';
import { SearchForm } from './search-form.js';
import { SupplyByCommune } from './supply-by-commune.js';
import { say } from './words.js';

/** Where fruit is to be had: the lots that fit best and why, what they cover together, and what comes nearest. `?ngay=` opens a day, `?tim=` a saved search. */
export default function SupplyScreen({ query }: RouteProps) {
  const words = say();
  const today = dayOf(new Date());
  const facts = useRead(SupplyFacts, {});
  const { value: draft, change } = useDraft<SearchDraft>('supply-search', EMPTY_SEARCH);
  const { route } = useLocation();
  const { ngay, tim } = query;
  const take = (next: SearchDraft): void => {
    change(next);
    // Asked once: from here on the form says what is shown.
    route('/app/nguon-hang', true);
  };
  useLayoutEffect(() => {
    if (draft && ngay) take(withDay(draft, ngay, today));
  }, [ngay, draft === undefined]);
  const day = plusDays(today, draft?.daysAhead ?? 1);
  if (facts.data && draft && tim) return <TakeSaved id={tim} draft={draft} take={take} />;
  if (!facts.data || !draft) {
    return (
      <Screen title={words.title} code="T7" back="/app">
        {facts.fault ? (
          <ErrorState fault={facts.fault} onRetry={facts.refresh} />
        ) : (
          <Skeleton rows={4} />
        )}
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      code="T7"
      back="/app"
      action={
        <LinkButton look="main" isWide icon="plus" href="/app/gom/moi">
          {words.order}
        </LinkButton>
      }
    >
      <div class="stack">
        <SearchForm facts={facts.data} draft={draft} today={today} onChange={change} />
        <PooledOffers cropCode={draft.cropCode || null} />
        <Found draft={draft} day={day} facts={facts.data} />
        <LinkButton isWide icon="basket" href="/app/thung">
          {words.byBox}
        </LinkButton>
        <LinkButton isWide icon="bell" href="/app/tim-da-luu">
          {words.keep}
        </LinkButton>
      </div>
    </Screen>
  );
}

interface TakeSavedProps {
  id: string;
  draft: SearchDraft;
  take: (draft: SearchDraft) => void;
}

/** Until the saved search is known. One that was removed since changes nothing. */
function TakeSaved({ id, draft, take }: TakeSavedProps) {
  const { data, fault, refresh } = useRead(SavedSearches, {});
  useEffect(() => {
    if (!data) return;
    const saved = data.mySavedSearches.nodes.find((one) => one.id === id);
    take(saved ? withSaved(draft, saved.filter) : draft);
  }, [data]);
  return (
    <Screen title={say().title} code="T7" back="/app">
      {fault && !data ? <ErrorState fault={fault} onRetry={refresh} /> : <Skeleton rows={4} />}
    </Screen>
  );
}

interface FoundProps {
  draft: SearchDraft;
  day: Day;
  facts: Parameters<typeof SearchForm>[0]['facts'];
}

function Found({ draft, day, facts }: FoundProps) {
  const words = say();
  const filter = filterOf(draft, day);
  const supply = useRead(SupplyOfDay, { day, cropCode: draft.cropCode || null });
  const ranked = useRead(RankedLots, { filter, near: nearOf(draft) });
  const found = ranked.data?.rankedLots;
  const overview = supply.data?.supplyOverview;
  const crop = facts.crops.find(({ code }) => code === draft.cropCode);
  const gradeCodes = draft.gradeCode
    ? [draft.gradeCode]
    : (crop?.grades ?? []).map(({ code }) => code);
  const need = needOf(draft);
  return (
    <>
      {ranked.isKept && ranked.at && <KeptNote at={ranked.at} />}
      {need !== null && crop && (
        <Covered cropCode={crop.code} gradeCodes={gradeCodes} grams={need} day={day} />
      )}
      {overview && overview.rows.length > 0 && (
        <section class="card stack tight">
          <b>{words.total(fmt().load(overview.totalGrams))}</b>
          <SupplyByCommune rows={overview.rows} />
        </section>
      )}
      {!found && ranked.isLoading && <Skeleton rows={3} />}
      {!found && ranked.fault && <ErrorState fault={ranked.fault} onRetry={ranked.refresh} />}
      {found && found.nodes.length > 0 && (
        <>
          <h2>{words.fitting}</h2>
          {found.nodes.map((one) => (
            <RankedLot key={one.id} ranked={one} />
          ))}
          {found.pageInfo.hasNextPage && <p class="earth">{words.more}</p>}
        </>
      )}
      {found && found.nodes.length === 0 && <Nearest filter={filter} />}
    </>
  );
}

interface CoveredProps {
  cropCode: string;
  gradeCodes: string[];
  grams: number;
  day: Day;
}

/** "12 lô, 5 xã, phủ 94 %": what the lots of the day come to together. */
function Covered({ cropCode, gradeCodes, grams, day }: CoveredProps) {
  const { data } = useRead(CoverageOfNeed, { cropCode, gradeCodes, grams: grams as never, day });
  if (!data) return <Skeleton rows={1} height={3} />;
  const { percent, text } = data.coverage;
  return (
    <p class={`card notice tone-${percent >= 100 ? 'green' : 'amber'}`} role="status">
      <b>{text}</b>
    </p>
  );
}
