import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { newId } from '../../offline/new-id.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import {
  RemoveSearch,
  SavedSearches,
  SaveSearch,
  SubscribeSheet,
  SupplyFacts,
  type SavedSearch,
} from './documents.js';
import { EMPTY_SEARCH, filterOf, withSaved, type SearchDraft } from './search-draft.js';
import { say } from './words.js';

const HOURS = [5, 6, 7, 17, 18, 19, 20];

/** Searches that tell of new lots, the one on the supply screen first; and the hour of the daily sheet. */
export default function SavedSearchesScreen() {
  const words = say();
  const { route } = useLocation();
  const facts = useRead(SupplyFacts, {});
  const { data, at, isKept, isLoading, fault, refresh } = useRead(SavedSearches, {});
  const { value: draft, change } = useDraft<SearchDraft>('supply-search', EMPTY_SEARCH);
  const deed = useDeed();
  const [isSaved, setSaved] = useState(false);
  if (!draft) return null;
  const crop = facts.data?.crops.find(({ code }) => code === draft.cropCode);
  const grade = crop?.grades.find(({ code }) => code === draft.gradeCode);
  const name =
    [crop && titled(named(crop)), grade && named(grade), draft.text.trim()]
      .filter(Boolean)
      .join(' ') || words.everyCrop;

  const save = async (): Promise<void> => {
    const filter = filterOf(draft, null);
    const saved = await deed.run(SaveSearch, { searchId: newId(), name, filter, alerts: true });
    setSaved(saved !== undefined);
    refresh();
  };
  const remove = async ({ id }: SavedSearch): Promise<void> => {
    await deed.run(RemoveSearch, { searchId: id as Id }, id);
    refresh();
  };
  const subscribe = async (hour: string): Promise<void> => {
    await deed.run(SubscribeSheet, { atHour: hour === '' ? null : Number(hour) });
    refresh();
  };
  const open = ({ filter }: SavedSearch): void => {
    change(withSaved(draft, filter));
    route('/app/nguon-hang');
  };
  const searches = data?.mySavedSearches.nodes ?? [];
  return (
    <Screen
      title={words.mine}
      code="T8"
      back="/app/nguon-hang"
      action={
        <Button
          look="main"
          isWide
          icon="bell"
          isDisabled={deed.isBusy || !isOnline.value}
          onPress={() => void save()}
        >
          {words.save(name)}
        </Button>
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={deed.notDone} />
        {isSaved && (
          <p class="row" role="status">
            <Icon name="check" />
            <span class="grow">{words.saved}</span>
          </p>
        )}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && searches.length === 0 && (
          <EmptyState
            picture={<Icon name="search" size={56} />}
            title={words.noneSaved}
            note={words.noneSavedNote}
          />
        )}
        {searches.map((search) => (
          <Card key={search.id} title={search.name}>
            <div class="pair">
              <Button icon="search" onPress={() => open(search)}>
                {words.see}
              </Button>
              <Button
                look="quiet"
                icon="trash"
                isDisabled={deed.isBusy}
                onPress={() => void remove(search)}
              >
                {words.remove}
              </Button>
            </div>
          </Card>
        ))}
        {data && (
          <PickField
            id="sheet"
            label={words.sheet}
            hint={words.sheetHint}
            value={String(data.mySheet.atHour ?? '')}
            options={[
              { value: '', label: words.noSheet },
              ...HOURS.map((hour) => ({ value: String(hour), label: words.atHour(hour) })),
            ]}
            onChange={(hour) => void subscribe(hour)}
          />
        )}
      </div>
    </Screen>
  );
}
