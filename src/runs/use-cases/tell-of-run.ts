import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices, type NoticeWish } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import type { Run } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { loadOf } from '../data/trip-of.js';

/** The transporter and each household on the way hear that a truck comes, or does not; its load the transporter. */
@Injectable()
export class TellOfRun implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly runs: RunsStore,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('run.planned', 'runs.tell-planned', (tx, { runId }, eventId) =>
      this.tell(tx, eventId, runId, planned),
    );
    this.handlers.on('run.cancelled', 'runs.tell-cancelled', (tx, { runId }, eventId) =>
      this.tell(tx, eventId, runId, cancelled),
    );
    this.handlers.on('run.load-changed', 'runs.tell-load-changed', (tx, { runId }, eventId) =>
      this.tell(tx, eventId, runId, loadChanged),
    );
  }

  private async tell(
    tx: Tx,
    eventId: string,
    runId: string,
    wishesOf: (run: Run) => NoticeWish[],
  ): Promise<void> {
    const run = await this.runs.byId(runId);
    if (run) await this.notices.tell(tx, eventId, wishesOf(run));
  }
}

function planned(run: Run): NoticeWish[] {
  const { number, vehicle, cropCode, transporterId, id } = run;
  const said = (partyId: string, grams: number, plannedAt: Date, path: string): NoticeWish => ({
    partyId,
    kind: 'RUN_PLANNED',
    facts: {
      runNumber: number,
      plate: vehicle.plate,
      plannedAt: plannedAt.toISOString(),
      cropCode,
      grams,
    },
    path,
  });
  return [
    said(transporterId, loadOf(run), run.startsAt, `/app/chuyen/${id}`),
    ...run.stops.flatMap(({ household, grams, plannedAt, dealId }) =>
      household ? [said(household.id, grams, plannedAt, `/app/don/${dealId}`)] : [],
    ),
  ];
}

/** Who drives must know; households hear of their own part from whoever changed it. */
function loadChanged(run: Run): NoticeWish[] {
  const { number, vehicle, cropCode, transporterId, id } = run;
  const open = run.stops.filter(
    ({ kind, state }) => kind === 'PICKUP' && state !== 'SKIPPED' && state !== 'FAILED',
  );
  const facts = {
    runNumber: number,
    plate: vehicle.plate,
    cropCode,
    grams: loadOf(run),
    stops: open.length,
  };
  return [{ partyId: transporterId, kind: 'RUN_LOAD_CHANGED', facts, path: `/app/chuyen/${id}` }];
}

function cancelled({ number, cancelReason, transporterId, id, stops }: Run): NoticeWish[] {
  // The message sets its own full stop behind the reason.
  const facts = { runNumber: number, reason: (cancelReason ?? '').replace(/[.\s]+$/, '') };
  const said = (partyId: string, path: string): NoticeWish => ({
    partyId,
    kind: 'RUN_CANCELLED',
    facts,
    path,
  });
  return [
    said(transporterId, `/app/chuyen/${id}`),
    ...stops.flatMap(({ household, dealId }) =>
      household ? [said(household.id, `/app/don/${dealId}`)] : [],
    ),
  ];
}
