import type { ResultOf } from '../../api/graphql.js';
import { session } from '../../session.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip } from '../../ui/chips.js';
import type { IconName } from '../../ui/icon.js';
import type { Tone } from '../../ui/picture-button.js';
import { dayText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import type { MyPayables } from './grower-documents.js';
import { say } from './grower-words.js';

export type Payable = ResultOf<typeof MyPayables>['myPayables']['nodes'][number];

const LOOKS: Record<Payable['state'], { tone: Tone; icon: IconName }> = {
  DUE: { tone: 'blue', icon: 'clock' },
  DECLARED_PAID: { tone: 'amber', icon: 'waiting' },
  CONFIRMED: { tone: 'green', icon: 'check' },
  CONTESTED: { tone: 'red', icon: 'warning' },
};

interface GrowerPayableProps {
  payable: Payable;
  onReceived: () => void;
  onMissing: () => void;
}

/** One sum of one buyer for one weighing, and where it stands. */
export function GrowerPayable({ payable, onReceived, onMissing }: GrowerPayableProps) {
  const words = say();
  const { dealId, amountVnd, state, payer, payee, ticket, reference, contestReason } = payable;
  return (
    <section class="card">
      <div class="card-head">
        <h3 class="num">{fmt().vnd(amountVnd)}</h3>
        <Chip {...LOOKS[state]}>{words.states[state]}</Chip>
      </div>
      {session.value?.role === 'COOP_CLERK' && (
        <p>
          <b>{payee.name}</b>
        </p>
      )}
      <p>{payer.name}</p>
      <When payable={payable} />
      {reference && <p class="earth">{words.reference(reference)}</p>}
      {state === 'CONTESTED' && contestReason && <p>{words.contested(contestReason)}</p>}
      {state === 'DECLARED_PAID' && (
        <>
          <Button look="main" icon="check" isWide onPress={onReceived}>
            {words.yes}
          </Button>
          <Button look="stop" isWide onPress={onMissing}>
            {words.no}
          </Button>
        </>
      )}
      <LinkButton look="quiet" icon="money" href={`/app/so-tien/${dealId}`}>
        {words.reckoned}
      </LinkButton>
      <div class="pair">
        <LinkButton look="quiet" icon="scale" href={`/app/can/${ticket.id}`}>
          {words.ticket(ticket.number)}
        </LinkButton>
        {state !== 'CONFIRMED' && payer.phone && (
          <LinkButton look="quiet" icon="phone" href={`tel:${payer.phone}`}>
            {words.callName(payer.name)}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

function When({ payable }: { payable: Payable }) {
  const words = say();
  const { state, dueOn, isOverdue, declaredAt, confirmedAt, method } = payable;
  const now = new Date();
  if (state === 'CONFIRMED' && confirmedAt)
    return <p class="earth">{words.confirmedAt(fmt().moment(new Date(confirmedAt), now))}</p>;
  return (
    <>
      {isOverdue ? (
        <p>
          <Chip tone="red" icon="warning">
            {words.overdue(dayText(dueOn))}
          </Chip>
        </p>
      ) : (
        <p>{words.due(dayText(dueOn))}</p>
      )}
      {state === 'DECLARED_PAID' && declaredAt && method && (
        <p class="earth">
          {words.declaredAt(words.methods[method], fmt().moment(new Date(declaredAt), now))}
        </p>
      )}
    </>
  );
}
