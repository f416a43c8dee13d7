import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { Notices } from '../notices.js';

/** A party hears how it stands, whoever is trusted hears of it, a household hears of what was done on that trust. */
@Injectable()
export class TellOfTrust implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('grant.given', 'messages.tell-grant', (tx, { grantId }, id) =>
      this.ofGrant(tx, id, grantId),
    );
    this.handlers.on('grant.revoked', 'messages.tell-revoked', (tx, revoked, id) =>
      this.ofRevoking(tx, id, revoked),
    );
    this.handlers.on('party.judged', 'messages.tell-judged', (tx, judged, id) =>
      judged.step === 'submit'
        ? Promise.resolve()
        : this.notices.tell(tx, id, [
            {
              partyId: judged.partyId,
              kind: 'PARTY_JUDGED',
              facts: { step: judged.step, reason: judged.reason },
              path: '/app/dang-ky',
            },
          ]),
    );
    this.handlers.on('member.invited', 'messages.tell-invited', (tx, { invitationId }, id) =>
      this.ofInvitation(tx, id, invitationId),
    );
    this.handlers.on('household.entered', 'messages.tell-entered', async (tx, entered, id) => {
      const by = (await this.accounts.party(entered.byPartyId))?.name ?? '';
      const path = '/app/uy-quyen';
      const partyId = entered.householdId;
      await this.notices.tell(tx, id, [
        { partyId, kind: 'HOUSEHOLD_ENTERED', facts: { by }, path },
      ]);
    });
    this.handlers.on('invitation.answered', 'messages.tell-answered', (tx, { invitationId }, id) =>
      this.ofAnswer(tx, id, invitationId),
    );
    this.handlers.on('act.assisted', 'messages.tell-assisted', (tx, { actId }, id) =>
      this.ofAct(tx, id, actId),
    );
    this.handlers.on('act.undone', 'messages.tell-undone', (tx, { actId }, id) =>
      this.ofUndoing(tx, id, actId),
    );
  }

  /** What was said on the household's own telephone the other side hears; what the other side wrote down, the household. */
  private async ofGrant(tx: Tx, eventId: string, grantId: string): Promise<void> {
    const grant = await this.accounts.grant(grantId);
    const isOfCounter = grant?.consent === 'SPOKEN_CODE' || grant?.consent === 'SIGNED_PAPER';
    await this.ofWord(tx, eventId, grantId, isOfCounter ? 'GRANT_RECORDED' : 'GRANT_GIVEN');
  }

  private async ofRevoking(
    tx: Tx,
    eventId: string,
    { grantId, byPartyId }: { readonly grantId: string; readonly byPartyId: string | null },
  ): Promise<void> {
    const grant = await this.accounts.grant(grantId);
    const isReturned = grant !== undefined && grant.granteeId === byPartyId;
    await this.ofWord(tx, eventId, grantId, isReturned ? 'GRANT_RETURNED' : 'GRANT_REVOKED');
  }

  private async ofWord(
    tx: Tx,
    eventId: string,
    grantId: string,
    kind: 'GRANT_GIVEN' | 'GRANT_REVOKED' | 'GRANT_RECORDED' | 'GRANT_RETURNED',
  ): Promise<void> {
    const grant = await this.accounts.grant(grantId);
    const household = grant && (await this.accounts.party(grant.grantorId));
    const trusted = grant && (await this.accounts.party(grant.granteeId));
    if (!grant || !household || !trusted) return;
    const { power } = grant;
    const wish =
      kind === 'GRANT_RECORDED' || kind === 'GRANT_RETURNED'
        ? { partyId: household.id, kind, facts: { by: trusted.name, power }, path: '/app/uy-quyen' }
        : {
            partyId: trusted.id,
            kind,
            facts: { household: household.name, power },
            path: '/app/duoc-nho',
          };
    await this.notices.tell(tx, eventId, [wish]);
  }

  /** A number nobody here uses hears nothing: the invitation waits for whoever signs in with it. */
  private async ofInvitation(tx: Tx, eventId: string, invitationId: string): Promise<void> {
    const invitation = await this.accounts.invitation(invitationId);
    const coop = invitation && (await this.accounts.party(invitation.coopId));
    const [household] = invitation ? await this.accounts.householdsOfPhone(invitation.phone) : [];
    const person = invitation && (await this.accounts.personOfPhone(invitation.phone));
    if (!coop || !household || !person) return;
    await this.notices.tell(tx, eventId, [
      {
        partyId: household.id,
        personId: person.id,
        kind: 'COOP_INVITED',
        facts: { coop: coop.name },
        path: '/app/uy-quyen',
      },
    ]);
  }

  private async ofAnswer(tx: Tx, eventId: string, invitationId: string): Promise<void> {
    const invitation = await this.accounts.invitation(invitationId);
    const household =
      invitation?.householdId && (await this.accounts.party(invitation.householdId));
    if (!invitation || !household) return;
    const facts = { household: household.name, isAccepted: invitation.isAccepted === true };
    await this.notices.tell(tx, eventId, [
      { partyId: invitation.coopId, kind: 'INVITATION_ANSWERED', facts, path: '/app/duoc-nho' },
    ]);
  }

  private async ofAct(tx: Tx, eventId: string, actId: string): Promise<void> {
    const act = await this.accounts.assistedAct(actId);
    // Of a lot or a harvest the household is told with the thing itself.
    if (!act || act.kind === 'LOT_OFFERED' || act.kind === 'HARVEST_REPORTED') return;
    const helper = await this.accounts.person(act.personId);
    await this.notices.tell(tx, eventId, [
      {
        partyId: act.householdId,
        kind: 'ACTED_FOR_YOU',
        facts: { ...act.facts, by: helper?.name ?? '', act: act.kind },
        path: '/app/lam-thay',
      },
    ]);
  }

  private async ofUndoing(tx: Tx, eventId: string, actId: string): Promise<void> {
    const act = await this.accounts.assistedAct(actId);
    const household = act && (await this.accounts.party(act.householdId));
    if (!act || !household) return;
    const facts = { ...act.facts, by: household.name, act: act.kind };
    await this.notices.tell(tx, eventId, [
      { partyId: act.partyId, kind: 'ACT_UNDONE', facts, path: '/app/lam-thay' },
    ]);
  }
}
