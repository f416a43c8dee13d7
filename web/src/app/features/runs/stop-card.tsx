import { useState } from 'preact/hooks';
import { act, forget, noted, sendAgain } from '../../offline/phone.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { clockText } from '../../words/format.js';
import { fmt, say as sayShell } from '../../words/words.js';
import { ArriveStop, CompleteStop, type Run } from './run-documents.js';
import { STOP_LOOKS } from './run-look.js';
import { say } from './run-words.js';
import { StopProblem, type Problem } from './stop-problem.js';
import type { ShownStop } from './stops-on-screen.js';

interface StopCardProps {
  stop: ShownStop<Run['stops'][number]>;
  runId: string;
  destination: string;
  /** The one with the big buttons. */
  isNext: boolean;
  /** It gave less than the order needs: others that stand by can give in its place. */
  isShort: boolean;
}

/** One stop: whom, how much, when; the next one carries what can be done there, with and without signal. */
export function StopCard({ stop, runId, destination, isNext, isShort }: StopCardProps) {
  const words = say();
  const [isTelling, setTelling] = useState(false);
  const isDrop = stop.kind === 'DROP';
  const name = isDrop ? destination : (stop.household?.name ?? stop.deal?.commune.name ?? '');
  const now = (): string => new Date().toISOString();
  const wish = { objectKey: `run:${runId}` };

  const arrive = (): void => {
    const input = { stopId: stop.id, at: now() };
    void act(ArriveStop, { ...wish, title: words.arriveTitle(name), input, isUndoable: false });
  };
  const finish = async (): Promise<void> => {
    const input = { stopId: stop.id, at: now(), outcome: 'DONE' as const };
    const waiting = await act(CompleteStop, { ...wish, title: words.finishTitle(name), input });
    noted(words.finishTitle(name), waiting);
    showNext();
  };
  const tell = async ({ outcome, issue }: Problem): Promise<void> => {
    setTelling(false);
    const input = { stopId: stop.id, at: now(), outcome, issue };
    const waiting = await act(CompleteStop, { ...wish, title: words.problemTitle(name), input });
    noted(words.problemTitle(name), waiting);
    showNext();
  };

  return (
    <li class={isNext ? 'card next' : 'card'} aria-current={isNext ? 'step' : undefined}>
      <div class="card-head">
        <h2>
          <span class="num">{stop.seq}.</span> {isDrop ? `${words.drop}: ${name}` : name}
        </h2>
        {stop.state !== 'PENDING' && (
          <Chip {...STOP_LOOKS[stop.state]}>{words.stopStates[stop.state]}</Chip>
        )}
      </div>
      <p>
        <b class="num">{clockText(new Date(stop.arrivedAt ?? stop.plannedAt))}</b> ·{' '}
        <span class="num">{fmt().load(stop.grams)}</span>
        {!isDrop && stop.household && stop.deal && ` · ${stop.deal.commune.name}`}
      </p>
      {stop.ticket && (
        <p class="row earth beside">
          <Icon name="scale" size={20} />
          {words.ticketStates[stop.ticket.state]}
        </p>
      )}
      {stop.issue && <p class="stale">{stop.issue}</p>}
      {stop.isUnsent && (
        <p class="stale">
          <Icon name="waiting" size={20} />
          {stop.replacing && `${stop.replacing.title}. `}
          {words.unsent}
        </p>
      )}
      {isShort && (
        <LinkButton href={`/app/chuyen/${runId}/du-phong?diem=${stop.id}`} icon="stall" isWide>
          {words.backups}
        </LinkButton>
      )}
      <Refused stop={stop} />
      {isNext && (
        <div class="stack tight">
          <div class="pair">
            {stop.household?.phone && (
              <LinkButton href={`tel:${stop.household.phone}`} icon="phone" isWide>
                {words.callShort}
              </LinkButton>
            )}
            {stop.state === 'PENDING' && (
              <Button look={isDrop ? 'plain' : 'main'} icon="pin" isWide onPress={arrive}>
                {words.arrive}
              </Button>
            )}
            {stop.deal && stop.state === 'ARRIVED' && (
              <LinkButton
                look={stop.ticket?.state === 'CONFIRMED' ? 'plain' : 'main'}
                href={`/app/can-hang/${stop.deal.id}?chuyen=${runId}`}
                icon="scale"
                isWide
              >
                {words.weigh}
              </LinkButton>
            )}
          </div>
          {!isDrop && stop.state === 'ARRIVED' && (
            <Button
              look={stop.ticket?.state === 'CONFIRMED' ? 'main' : 'plain'}
              icon="check"
              isWide
              onPress={() => void finish()}
            >
              {words.allTaken}
            </Button>
          )}
          {!isDrop && (
            <Button icon="warning" isWide onPress={() => setTelling(true)}>
              {words.problem}
            </Button>
          )}
          <StopProblem
            title={words.problemTitle(name)}
            isOpen={isTelling}
            onClose={() => setTelling(false)}
            onTell={(problem) => void tell(problem)}
          />
        </div>
      )}
    </li>
  );
}

/** Where to go next, and what is wanting, stand at the head of the run. */
const showNext = (): void => scrollTo(0, 0);

/** What the server said no to stands at its stop until it is sent again or dropped. */
function Refused({ stop: { refused } }: Pick<StopCardProps, 'stop'>) {
  const words = say();
  if (!refused?.refusal) return null;
  return (
    <div class="stack tight" role="alert">
      <p class="wrong">
        <Icon name="warning" />
        <span>
          {sayShell().status.REFUSED}: {refused.title}. <b>{refused.refusal.message}</b>{' '}
          {refused.refusal.nextStep}
        </span>
      </p>
      <div class="pair">
        <Button icon="refresh" isWide onPress={() => void sendAgain(refused.id)}>
          {words.again}
        </Button>
        <Button look="quiet" isWide onPress={() => void forget(refused.id)}>
          {words.forget}
        </Button>
      </div>
    </div>
  );
}
