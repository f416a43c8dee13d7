import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { phoneText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { OpenPersonalData } from '../accounts/look-documents.js';
import { say } from './help-words.js';

const HelpCalls = graphql(`
  query HelpCalls($after: String) {
    helpCalls(first: 50, after: $after) {
      nodes {
        id
        householdId
        householdName
        phone
        screen
        note
        createdAt
        tries
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
type Waiting = ResultOf<typeof HelpCalls>['helpCalls']['nodes'][number];

const RecordHelpCall = graphql(`
  mutation RecordHelpCall($input: RecordHelpCallInput!) {
    recordHelpCall(input: $input) {
      __typename
      ... on HelpCallRecorded {
        helpCallId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
const OUTCOMES = [
  ['TALKED', 'check'],
  ['NO_ANSWER', 'phone'],
  ['WRONG_NUMBER', 'warning'],
] as const;

/** Households that asked to be called, longest wait first: whom to call, where they are stuck, what came of it. */
export default function HelpCallsScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(HelpCalls, {});
  const [called, setCalled] = useState<Waiting | null>(null);
  const deed = useDeed();
  const list = useLater(
    data?.helpCalls,
    async (after) => (await ask(HelpCalls, { after })).helpCalls,
  );
  const waiting = list.nodes;
  const record = async (outcome: (typeof OUTCOMES)[number][0]): Promise<void> => {
    if (!called || !(await deed.run(RecordHelpCall, { helpCallId: called.id, outcome }, called.id)))
      return;
    toast(words.recorded(called.householdName));
    setCalled(null);
    refresh();
  };
  return (
    <Screen title={words.title} code="H8" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={5} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && waiting.length === 0 && (
          <EmptyState
            picture={<Icon name="phone" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {waiting.map((call) => (
          <HelpCard key={call.id} call={call} onCalled={() => setCalled(call)} onOpened={refresh} />
        ))}
        <More of={list} />
      </div>
      <Sheet
        title={words.after(called?.householdName ?? '')}
        isOpen={called !== null}
        onClose={() => setCalled(null)}
      >
        <NotDone why={deed.notDoneFor(called?.id ?? '')} />
        {OUTCOMES.map(([outcome, icon]) => (
          <Button key={outcome} isWide icon={icon} onPress={() => void record(outcome)}>
            {words.outcomes[outcome]}
          </Button>
        ))}
      </Sheet>
    </Screen>
  );
}

interface HelpCardProps {
  call: Waiting;
  onCalled: () => void;
  onOpened: () => void;
}

/** To the staff the number is shown once it says that it calls back; the household reads so. */
function HelpCard({ call, onCalled, onOpened }: HelpCardProps) {
  const words = say();
  const deed = useDeed();
  const open = async (): Promise<void> => {
    const input = { partyId: call.householdId, purpose: 'HELP_CALL', caseRef: null } as const;
    if (await deed.run(OpenPersonalData, input)) onOpened();
  };
  const { householdName, phone, screen, note, createdAt, tries } = call;
  const facts = [
    fmt().moment(new Date(createdAt), new Date()),
    screen && words.screen(screen),
    tries > 0 && words.tries(fmt().number(tries)),
  ].filter(Boolean);
  return (
    <Card title={householdName}>
      <p class="earth">{facts.join(' · ')}</p>
      {note && <p>{note}</p>}
      {phone === null ? (
        <Button
          look="main"
          icon="phone"
          isWide
          isDisabled={deed.isBusy}
          onPress={() => void open()}
        >
          {words.seeNumber}
        </Button>
      ) : (
        <LinkButton look="main" icon="phone" isWide href={`tel:${phone}`}>
          {words.call(phoneText(phone))}
        </LinkButton>
      )}
      <NotDone why={deed.notDone} />
      <Button icon="edit" isWide onPress={onCalled}>
        {words.write}
      </Button>
    </Card>
  );
}
