import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { useDeed } from '../../api/use-deed.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { AssistedActs, Undo, type AssistedAct } from './grant-documents.js';
import { say } from './grant-words.js';

/** What others did for the household, newest first; to a helper, what she did for others. */
export default function AssistedScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(AssistedActs, {});
  const deed = useDeed();
  const [asked, setAsked] = useState<AssistedAct | null>(null);
  const isHousehold = session.value?.role === 'GROWER';
  const list = useLater(data?.assistedActs, async (after) => {
    return (await ask(AssistedActs, { after })).assistedActs;
  });
  const acts = list.nodes;
  const undo = async (act: AssistedAct): Promise<void> => {
    setAsked(null);
    if (await deed.run(Undo, { actId: act.id }, act.id)) refresh();
  };
  return (
    <Screen title={words.assistedTitle} code="A10" back={isHousehold ? '/app/giup' : '/app'}>
      <div class="stack">
        <p>{isHousehold ? words.assistedIntro : words.helperIntro}</p>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && acts.length === 0 && (
          <EmptyState picture={<Icon name="check" size={56} />} title={words.assistedNone} />
        )}
        {acts.map((act) => (
          <Card
            key={act.id}
            title={isHousehold ? act.party.name : words.forWhom(act.household.name)}
            aside={
              act.undoneAt !== null && (
                <Chip tone="plain" icon="undo">
                  {words.undone}
                </Chip>
              )
            }
          >
            <p>{words.did(act.by, act.text)}</p>
            <p class="earth num">{fmt().moment(new Date(act.createdAt), new Date())}</p>
            {isHousehold && act.canUndo && act.undoUntil && (
              <>
                <Button isWide icon="undo" isDisabled={deed.isBusy} onPress={() => setAsked(act)}>
                  {words.undo}
                </Button>
                <NotDone why={deed.notDoneFor(act.id)} />
                <p class="earth num">
                  {words.undoUntil(fmt().moment(new Date(act.undoUntil), new Date()))}
                </p>
              </>
            )}
            {act.path && act.undoUntil === null && <p class="earth">{words.binding}</p>}
            {act.path && act.undoneAt === null && (
              <LinkButton isWide look="quiet" icon="eye" href={act.path}>
                {words.open}
              </LinkButton>
            )}
          </Card>
        ))}
        <More of={list} />
      </div>
      <ConfirmSheet
        title={words.undoAsk}
        note={asked ? words.did(asked.by, asked.text) : undefined}
        yes={words.undoYes}
        no={words.undoNo}
        isOpen={asked !== null}
        onNo={() => setAsked(null)}
        onYes={() => asked && void undo(asked)}
      />
    </Screen>
  );
}
