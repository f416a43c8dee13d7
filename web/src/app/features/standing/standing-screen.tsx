import { dayOf } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { sorted } from '../../sorted.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { titled } from '../../words/named.js';
import {
  KeepOccurrence,
  PauseStandingOrder,
  ResumeStandingOrder,
  SkipOccurrence,
  StandingOrder,
  type Occurrence,
} from './documents.js';
import { OccurrenceCard } from './occurrence-card.js';
import { lineText, loadText, weekdaysText } from './texts.js';
import { say } from './words.js';

/** One standing order: what it wants, and each time of two weeks. */
export default function StandingOrderScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] as Id;
  const { data, at, isKept, isLoading, fault, refresh } = useRead(StandingOrder, { id });
  const deed = useDeed();
  const standing = data?.standingOrder;
  const isRunning = standing?.state === 'ACTIVE';
  const today = dayOf(new Date());
  const coming = standing?.occurrences.filter(({ day }) => day >= today) ?? [];
  const past = sorted(
    (standing?.occurrences ?? []).filter(({ day }) => day < today),
    (a, b) => (a.day < b.day ? 1 : -1),
  );
  const canAct = isOnline.value && !deed.isBusy;

  const one = { standingOrderId: id };
  const turn = async (): Promise<void> => {
    if (isRunning) await deed.run(PauseStandingOrder, one);
    else await deed.run(ResumeStandingOrder, one);
    refresh();
  };
  const skip = async (day: Occurrence['day']): Promise<void> => {
    await deed.run(SkipOccurrence, { ...one, day }, day);
    refresh();
  };
  const keep = async (day: Occurrence['day']): Promise<void> => {
    await deed.run(KeepOccurrence, { ...one, day }, day);
    refresh();
  };
  const card = (occurrence: Occurrence) => (
    <OccurrenceCard
      key={occurrence.day}
      occurrence={occurrence}
      isRunning={isRunning}
      editPath={canAct ? `/app/don-dinh-ky/${id}/sua?ngay=${occurrence.day}` : null}
      onSkip={() => void skip(occurrence.day)}
      onKeep={() => void keep(occurrence.day)}
    />
  );
  return (
    <Screen title={words.title} code="R3" back="/app/don-dinh-ky">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {standing && !isOnline.value && <p class="stale">{words.needLine}</p>}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !standing && (
          <EmptyState picture={<Icon name="calendar" size={56} />} title={words.gone} />
        )}
        {standing && (
          <>
            <Card
              title={loadText(standing.lines, standing.crop)}
              aside={
                <Chip tone={isRunning ? 'green' : 'plain'} icon={isRunning ? 'check' : 'waiting'}>
                  {words.states[standing.state]}
                </Chip>
              }
            >
              <p>
                <b>{titled(weekdaysText(standing.weekdays))}</b>.{' '}
                {words.summary(words.hours(standing.leadHours))}.
              </p>
              {standing.lines.map((line) => (
                <p key={line.grade.code}>{lineText(line)}</p>
              ))}
              <p class="earth">
                {words.template(standing.template.number)}, {standing.template.destination?.name}
              </p>
              {!isRunning && <p>{words.pausedNote}</p>}
            </Card>
            <NotDone why={deed.notDone} />
            <LinkButton href={`/app/don-dinh-ky/${id}/sua`} icon="edit" isWide>
              {words.change}
            </LinkButton>
            {!isRunning && (
              <Button look="main" isWide isDisabled={!canAct} onPress={() => void turn()}>
                {words.resume}
              </Button>
            )}
            <h2>{words.coming}</h2>
            {coming.map(card)}
            {coming.length === 0 && <p>{words.nothingNext}</p>}
            {isRunning && (
              <Button look="stop" isWide isDisabled={!canAct} onPress={() => void turn()}>
                {words.pause}
              </Button>
            )}
            {past.length > 0 && <h2>{words.past}</h2>}
            {past.map(card)}
          </>
        )}
      </div>
    </Screen>
  );
}
