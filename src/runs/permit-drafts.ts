import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { Catalog, type Crop } from '../catalog/index.js';
import { dayOf } from '../kernel/day.js';
import { Permits } from '../permits/index.js';
import { Places, type Place } from '../places/index.js';
import type { Actor } from '../platform/access/actor.js';
import { sentenceOf } from '../platform/words/say.js';
import type { Run } from './data/run.rows.js';
import { RunsStore } from './data/runs.store.js';
import { tripOf } from './data/trip-of.js';
import { isDispatcher, isDriver, runPolicy } from './domain/run.policy.js';

/** A request for a permit as the form shows it. */
export interface PermitDraft {
  readonly plate: string;
  readonly driverName: string;
  readonly persons: number;
  readonly fromName: string;
  readonly destination: Place | null;
  readonly crop: Crop;
  readonly loadGrams: number;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly need: ReturnType<Permits['said']>;
  readonly problems: { readonly code: string; readonly sentence: string }[];
  /** The transporter's people, for the transporter's people. */
  readonly colleagues: { readonly id: string; readonly name: string }[];
}

/** PE-01: what the product knows of a trip already, so that nobody types it again. */
@Injectable()
export class PermitDrafts {
  constructor(
    private readonly runs: RunsStore,
    private readonly permits: Permits,
    private readonly places: Places,
    private readonly catalog: Catalog,
    private readonly accounts: Accounts,
  ) {}

  async of(actor: Actor, runId: string): Promise<PermitDraft | undefined> {
    const run = await this.runs.find(actor, runId);
    if (!run || !runPolicy.applyPermit.allows(actor, run)) return undefined;
    const trip = tripOf(run);
    const [[need], problems, crop] = await Promise.all([
      this.permits.needsOf([trip], await this.permits.permitsOfRuns([run.id])),
      this.permits.problemsOf(trip),
      this.catalog.crop(run.cropCode),
    ]);
    if (!need || !crop) throw new Error(`a run that cannot be judged: ${run.number}`);
    return {
      plate: run.vehicle.plate,
      driverName: run.driverName,
      persons: run.persons,
      fromName: await this.firstCommune(run),
      destination: (await this.places.place(run.destinationId)) ?? null,
      crop,
      loadGrams: trip.loadG,
      ...this.permits.windowOf(trip),
      need: this.permits.said(need, actor),
      problems: problems.map((problem) => ({
        code: problem.refused,
        sentence: sentenceOf(problem, actor.locale).message,
      })),
      colleagues: await this.colleagues(actor, run),
    };
  }

  private async firstCommune({ stops, startsAt }: Run): Promise<string> {
    const id = stops.find(({ communeId }) => communeId !== null)?.communeId ?? '';
    return (await this.places.communeOn(id, dayOf(startsAt)))?.name ?? '';
  }

  /** Names of a transporter's people are for the transporter's people. */
  private async colleagues(actor: Actor, run: Run): Promise<{ id: string; name: string }[]> {
    if (!isDriver(actor, run) && !isDispatcher(actor, run)) return [];
    const members = await this.accounts.membersOf([run.transporterId]);
    const ids = new Set(members.map(({ personId }) => personId));
    ids.delete(run.driverId);
    const people = await this.accounts.people([...ids]);
    return people.map(({ id, name }) => ({ id, name }));
  }
}
