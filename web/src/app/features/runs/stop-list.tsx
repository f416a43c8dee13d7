import type { Run } from './run-documents.js';
import { StopCard } from './stop-card.js';
import type { ShownStop } from './stops-on-screen.js';

export type Stop = ShownStop<Run['stops'][number]>;

interface StopListProps {
  stops: readonly Stop[];
  runId: string;
  destination: string;
  isShort: (stop: Stop) => boolean;
}

/** All stops of a run, in the order they are driven to. */
export function StopList({ stops, isShort, ...run }: StopListProps) {
  return (
    <ol class="stack">
      {stops.map((stop) => (
        <StopCard key={stop.id} stop={stop} {...run} isNext={false} isShort={isShort(stop)} />
      ))}
    </ol>
  );
}
