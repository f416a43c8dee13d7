import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Counters } from '../../platform/limits/counters.js';
import { develop } from '../../platform/pictures/develop.js';
import { GrantEvidenceStore } from '../data/grant-evidence.store.js';

// A cooperative gathers the papers of a hamlet in a morning.
const PAPERS_AN_HOUR = 120;
// Handwriting on a whole page stays readable.
const LONGEST_SIDE = 1_600;

type PaperRefusal = 'PHOTO_TOO_MANY' | 'PHOTO_KIND' | 'PHOTO_BROKEN';

/** Takes in the photograph of a signed paper. It is shown to nobody before it is on record, and a day later it is gone. */
@Injectable()
export class KeepGrantPaper {
  constructor(
    private readonly evidence: GrantEvidenceStore,
    private readonly counters: Counters,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, bytes: Buffer): Promise<{ id: string } | Refusal<PaperRefusal>> {
    const partyId = actor.partyId ?? '';
    if ((await this.counters.count(`grant-papers:${partyId}`, 60)) > PAPERS_AN_HOUR)
      return refuse('PHOTO_TOO_MANY');
    const createdAt = this.clock.now();
    const developed = await develop(bytes, createdAt, LONGEST_SIDE);
    if (isRefusal(developed)) return developed;
    const id = uuid();
    const { full: picture } = developed;
    await this.evidence.addPaper({ id, partyId, recordedBy: actor.personId, picture, createdAt });
    return { id };
  }
}
