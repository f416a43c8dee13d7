import { queue } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { RunReplacements } from '../backups/replace-documents.js';
import { shortageHere } from '../backups/shortage-here.js';
import type { Run } from './run-documents.js';
import { StopCard } from './stop-card.js';
import type { ShownStop } from './stops-on-screen.js';

type Stop = ShownStop<Run['stops'][number]>;

interface StopListProps {
  stops: readonly Stop[];
  runId: string;
  destination: string;
  isShort?: (stop: Stop) => boolean;
}

/** All stops of a run, in the order they are driven to. */
export function StopList({ stops, isShort = () => false, ...run }: StopListProps) {
  return (
    <ol class="stack">
      {stops.map((stop) => (
        <StopCard key={stop.id} stop={stop} {...run} isNext={false} isShort={isShort(stop)} />
      ))}
    </ol>
  );
}

/** The same for who drives: what could come in place of each stop is kept on the phone with them (AL-11). */
export function DriverStopList(props: Omit<StopListProps, 'isShort'>) {
  const { data, at } = useRead(RunReplacements, { runId: props.runId });
  const answer = data?.runReplacements;
  const isShort = ({ id, state, grams, replacing }: Stop): boolean => {
    if (replacing || answer?.__typename !== 'RunReplacements' || !at) return false;
    const isEnded = state === 'FAILED' || state === 'PARTIAL' || state === 'DONE';
    const stop = { id, promised: grams };
    return isEnded && shortageHere(stop, answer.stops, queue.value, at.getTime())?.isShort === true;
  };
  return <StopList {...props} isShort={isShort} />;
}
