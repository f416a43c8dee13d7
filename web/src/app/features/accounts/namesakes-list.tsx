import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { PartyPeople } from './party-people.js';
import { Merge, Namesakes, Unmerge, type PartyFile } from './party-documents.js';
import { say } from './party-words.js';

interface Pair {
  older: PartyFile;
  newer: PartyFile;
}

/** Households that are probably one, and those merged already. */
export function NamesakesList() {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(Namesakes, {});
  const merging = useDeed();
  const parting = useDeed();
  const [asked, setAsked] = useState<Pair | null>(null);
  const merge = async (reason: string): Promise<boolean> => {
    if (!asked) return false;
    const input = { keepId: asked.older.id, mergeId: asked.newer.id, reason };
    if (!(await merging.run(Merge, input, keyOf(asked)))) return false;
    setAsked(null);
    refresh();
    return true;
  };
  const part = async (mergeId: string): Promise<void> => {
    if (await parting.run(Unmerge, { mergeId }, mergeId)) refresh();
  };
  const pairs = data?.likelySameHouseholds.nodes ?? [];
  const merges = data?.partyMerges.nodes ?? [];
  return (
    <section class="stack">
      <h2>{words.pairs}</h2>
      {!data && isLoading && <Skeleton rows={2} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data && pairs.length === 0 && <p class="earth">{words.pairsNone}</p>}
      {pairs.map(({ id, older, newer }) => (
        <Card key={id} title={older.name}>
          <Entry label={words.earlier} file={older} onOpened={refresh} />
          <Entry label={words.later} file={newer} onOpened={refresh} />
          <Button onPress={() => setAsked({ older, newer })}>{words.merge}</Button>
        </Card>
      ))}
      {merges.length > 0 && <h2>{words.merges}</h2>}
      <NotDone why={parting.notDone} />
      {merges.map(({ id, reason, kept, merged }) => (
        <Card key={id} title={words.mergedInto(merged?.name ?? '', kept?.name ?? '')}>
          <p class="earth">{reason}</p>
          <Button icon="undo" isDisabled={parting.isBusy} onPress={() => void part(id)}>
            {words.unmerge}
          </Button>
        </Card>
      ))}
      <p class="earth">{words.mergeNote}</p>
      <ReasonSheet
        draftKey={`merge:${asked?.newer.id ?? ''}`}
        title={words.mergeWhy}
        reasons={words.mergeReasons}
        send={words.merge}
        isOpen={asked !== null}
        isBusy={merging.isBusy}
        notDone={asked && merging.notDoneFor(keyOf(asked))}
        onClose={() => setAsked(null)}
        onSend={merge}
      />
    </section>
  );
}

const keyOf = ({ older, newer }: Pair): string => older.id + newer.id;

function Entry({
  label,
  file,
  onOpened,
}: {
  label: string;
  file: PartyFile;
  onOpened: () => void;
}) {
  return (
    <div class="stack tight">
      <p>
        <b>{label}:</b> {file.name}, {fmt().moment(new Date(file.createdAt), new Date())}
      </p>
      <PartyPeople file={file} onOpened={onOpened} />
    </div>
  );
}
