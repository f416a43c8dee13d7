import { Injectable } from '@nestjs/common';
import { audienceOf, type Actor } from '../platform/access/actor.js';
import type { AskContext } from '../platform/graphql/ask-context.js';
import { GrantEvidenceStore, type GrantPaper } from './data/grant-evidence.store.js';
import { partyPolicy } from './domain/party.policy.js';
import { StaffSight } from './staff-sight.js';

/** Who is shown the photograph of a signed paper. A list names several households, so none of them is shown it. */
@Injectable()
export class GrantPapers {
  constructor(
    private readonly evidence: GrantEvidenceStore,
    private readonly sight: StaffSight,
  ) {}

  /** The household's own paper, or one the actor's party photographed. */
  isOwn(actor: Actor, { partyId, householdId }: GrantPaper): boolean {
    return partyPolicy.seeGrantPaper.allows(actor, { partyId, householdId, isOpen: false });
  }

  async maySee(context: AskContext, paper: GrantPaper): Promise<boolean> {
    const { actor } = context;
    if (this.isOwn(actor, paper)) return true;
    const { partyId, householdId } = paper;
    const isOpen = audienceOf(actor.role) === 'STAFF' && (await this.isStated(context, paper.id));
    return partyPolicy.seeGrantPaper.allows(actor, { partyId, householdId, isOpen });
  }

  private async isStated(context: AskContext, paperId: string): Promise<boolean> {
    const households = await this.evidence.householdsOn(paperId);
    const looks = await Promise.all(households.map((id) => this.sight.isOpen(context, id)));
    return looks.includes(true);
  }
}
