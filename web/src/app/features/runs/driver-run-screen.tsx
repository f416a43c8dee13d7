import { queue } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { RunReplacements } from '../backups/replace-documents.js';
import { shortageHere } from '../backups/shortage-here.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { RunOnScreen } from './run-screen.js';
import type { Stop } from './stop-list.js';

/** The run as its driver has it: what could come in place of each stop is kept on the phone with it (AL-11). */
export default function DriverRunScreen(props: RouteProps) {
  const { data, at } = useRead(RunReplacements, { runId: props.params['id'] ?? '' });
  const answer = data?.runReplacements;
  const isShort = ({ id, state, grams, replacing }: Stop): boolean => {
    if (replacing || answer?.__typename !== 'RunReplacements' || !at) return false;
    const isEnded = state === 'FAILED' || state === 'PARTIAL' || state === 'DONE';
    const stop = { id, promised: grams };
    return isEnded && shortageHere(stop, answer.stops, queue.value, at.getTime())?.isShort === true;
  };
  return <RunOnScreen {...props} isShort={isShort} />;
}
