/** How an invitation of a cooperative stands. */
export type InvitationState = 'WAITING' | 'ACCEPTED' | 'DECLINED' | 'LAPSED';

interface Dated {
  readonly createdAt: Date;
  readonly isAccepted: boolean | null;
}

const LIFE_MS = 30 * 86_400_000;

/** Invitations older than this are over, answered or not. */
export const lapsedBefore = (now: Date): Date => new Date(now.getTime() - LIFE_MS);

export function invitationState({ createdAt, isAccepted }: Dated, now: Date): InvitationState {
  if (isAccepted !== null) return isAccepted ? 'ACCEPTED' : 'DECLINED';
  return createdAt < lapsedBefore(now) ? 'LAPSED' : 'WAITING';
}
