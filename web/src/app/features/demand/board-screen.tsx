import { useState } from 'preact/hooks';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import { ask } from '../../api/ask.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { Reports } from '../planning/documents.js';
import { membersOf, membersRange } from '../planning/reports.js';
import { AnswerForm } from './answer-form.js';
import { DemandBoard, type Need } from './documents.js';
import { NeedCard } from './need-card.js';
import { say } from './words.js';

type Members = readonly { id: string; name: string }[];

/** What buyers need; a household says how much it has, a clerk says it for a member. */
export default function BoardScreen() {
  return session.value?.role === 'COOP_CLERK' ? <ClerkBoard /> : <Board members={[]} />;
}

function ClerkBoard() {
  const today = dayOf(new Date());
  const { data } = useRead(Reports, membersRange(today));
  return <Board members={membersOf(data?.myForecasts ?? [], plusDays(today, 1))} />;
}

function Board({ members }: { members: Members }) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(DemandBoard, {});
  const list = useLater(
    data?.demandBoard,
    async (after) => (await ask(DemandBoard, { after })).demandBoard,
  );
  const needs = list.nodes;
  return (
    <Screen title={words.board} code="A12" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={9} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && needs.length === 0 && (
          <EmptyState
            picture={<Icon name="order" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {needs.map((need) => (
          <NeedToAnswer key={need.id} need={need} members={members} onSaid={refresh} />
        ))}
        <More of={list} />
      </div>
    </Screen>
  );
}

interface NeedToAnswerProps {
  need: Need;
  members: Members;
  onSaid: () => void;
}

function NeedToAnswer({ need, members, onSaid }: NeedToAnswerProps) {
  const words = say();
  const [isOpen, setOpen] = useState(false);
  const gradeOf = (code: string): string => {
    const line = need.lines.find(({ grade }) => grade.code === code);
    return line ? named(line.grade) : '';
  };
  const said = need.mySaid.filter(({ grams }) => grams > 0);
  const isTakeable =
    members.length > 0 &&
    need.missingGrams > 0 &&
    need.lines.some((line) => line.maxVndPerKg !== null);
  return (
    <NeedCard need={need}>
      {said.length > 0 && (
        <p class="row" role="status">
          <Icon name="check" />
          <span class="grow">
            {words.mine(
              said
                .map(({ grams, gradeCode }) => `${fmt().kg(grams)} ${gradeOf(gradeCode)}`)
                .join(', '),
            )}
          </span>
        </p>
      )}
      {isTakeable && !isOpen && (
        <LinkButton href={`/app/htx/nhan-don/${need.id}`} icon="people" isWide>
          {words.take}
        </LinkButton>
      )}
      {isOpen ? (
        <AnswerForm
          need={need}
          members={members}
          onDone={(isSaid) => {
            setOpen(false);
            if (isSaid) onSaid();
          }}
        />
      ) : (
        <Button isWide icon="basket" onPress={() => setOpen(true)}>
          {said.length > 0 ? words.haveAgain : words.have}
        </Button>
      )}
    </NeedCard>
  );
}
