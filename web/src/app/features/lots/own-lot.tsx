import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { lazyScreen } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { PauseLot, PublishLot, ResumeLot, type Lot } from './documents.js';
import { goodsOfLot } from './goods.js';
import { ClosureNote, gradeName, lotFacts, LotPicture } from './lot-face.js';
import { standingOf } from './lot-look.js';
import { RepeatLot } from './repeat-lot.js';
import { WithdrawLot } from './withdraw-lot.js';
import { say } from './words.js';

const EditLot = lazyScreen(() => import('./edit-lot.js'));

interface OwnLotProps {
  lot: Lot;
  note: ComponentChildren;
  refresh: () => void;
}

/** A lot as its household sees it: how much is left of each grade, and what may be done with it. */
export function OwnLot({ lot, note, refresh }: OwnLotProps) {
  const words = say();
  const deed = useDeed();
  const [isEditing, setEditing] = useState(false);
  const { standing, ...look } = standingOf(lot);
  const isOver = lot.state === 'CLOSED';

  const step = async (
    document: typeof PauseLot | typeof ResumeLot | typeof PublishLot,
  ): Promise<void> => {
    const input = { lotId: lot.id as never, expectedVersion: lot.version };
    await deed.run(document as typeof PauseLot, input);
    refresh();
  };

  if (isEditing) {
    return (
      <EditLot
        lot={lot}
        onDone={() => {
          setEditing(false);
          refresh();
        }}
      />
    );
  }
  return (
    <Screen title={titled(goodsOfLot(lot))} code="A5" back="/app/lo">
      <div class="stack">
        {note}
        <ClosureNote closure={lot.closure} />
        {lot.photoUrl && <LotPicture lot={lot} />}
        <Slip
          title={lot.isMine ? words.lot : (lot.household?.name ?? words.lot)}
          aside={<Chip {...look}>{words.states[standing]}</Chip>}
          lines={[...lot.grades.flatMap(gradeLines), ...lotFacts(lot)]}
        />
        {lot.withdrawal && (
          <p class={lot.withdrawal.forceMajeure === 'REFUSED' ? 'wrong' : 'soon'}>
            {words.withdrawals[lot.withdrawal.forceMajeure]}
            {lot.withdrawal.decisionNote && ` “${lot.withdrawal.decisionNote}”`}
          </p>
        )}
        {!isOnline.value && !isOver && <p class="stale">{words.needLine}</p>}
        <NotDone why={deed.notDone} />
        {lot.state === 'DRAFT' && (
          <Button
            look="main"
            isWide
            isDisabled={deed.isBusy || !isOnline.value}
            onPress={() => void step(PublishLot)}
          >
            {words.publishDraft}
          </Button>
        )}
        {!isOver && (
          <Button isWide icon="edit" onPress={() => setEditing(true)}>
            {words.edit}
          </Button>
        )}
        {lot.state === 'PUBLISHED' && (
          <Button
            isWide
            icon="lock"
            isDisabled={deed.isBusy || !isOnline.value}
            onPress={() => void step(PauseLot)}
          >
            {words.pause}
          </Button>
        )}
        {lot.state === 'PUBLISHED' && (
          <LinkButton isWide icon="basket" href={`/app/lo/${lot.id}/thung`}>
            {words.byBox}
          </LinkButton>
        )}
        {!isOver && (
          <LinkButton look="quiet" isWide icon="people" href={`/app/lo/${lot.id}/them`}>
            {words.others}
          </LinkButton>
        )}
        {lot.state === 'PAUSED' && (
          <Button
            look="main"
            isWide
            isDisabled={deed.isBusy || !isOnline.value}
            onPress={() => void step(ResumeLot)}
          >
            {words.resume}
          </Button>
        )}
        {!lot.isMine && lot.household && (
          <LinkButton
            look="quiet"
            isWide
            icon="shield"
            href={`/app/nghi-ban?ho=${lot.household.id}&ten=${encodeURIComponent(lot.household.name)}`}
          >
            {words.pauseAndPapers}
          </LinkButton>
        )}
        {isOver && <RepeatLot lot={lot} />}
        {!isOver && <WithdrawLot lot={lot} onDone={refresh} />}
      </div>
    </Screen>
  );
}

/** What was brought, what is promised, what is left; nothing is said of what is nought. */
function gradeLines(line: Lot['grades'][number]): SlipLine[] {
  const words = say();
  const { offeredGrams, reservedGrams, weighedGrams, freeGrams, askVndPerKg } = line;
  const parts = [
    { label: words.taken, grams: reservedGrams },
    { label: words.weighed, grams: weighedGrams },
    { label: words.left, grams: freeGrams },
  ].filter(({ grams }) => grams > 0 && grams !== offeredGrams);
  return [
    {
      label: `${gradeName(line)} · ${askVndPerKg === null ? words.byOrder : fmt().vnd(askVndPerKg)}`,
      value: fmt().kg(offeredGrams),
    },
    ...parts.map(({ label, grams }) => ({ label: `– ${label}`, value: fmt().kg(grams) })),
  ];
}
