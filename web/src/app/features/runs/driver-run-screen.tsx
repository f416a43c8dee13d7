import { queue } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { RunReplacements } from '../backups/replace-documents.js';
import { shortageHere } from '../backups/shortage-here.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { RunOnScreen } from './run-screen.js';
import { StopList, type Stop, type StopListProps } from './stop-list.js';

/** The run as its driver has it: with what is only needed at the gate. */
export default function DriverRunScreen(props: RouteProps) {
  return <RunOnScreen {...props} DriverStops={DriverStopList} />;
}

/** The same for who drives: what could come in place of each stop is kept on the phone with them (AL-11). */
function DriverStopList(props: Omit<StopListProps, 'isShort'>) {
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
