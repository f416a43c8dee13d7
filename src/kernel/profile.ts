/** What an act is sent with, so that it is never done as somebody else: the profile it was written as. */
export const PROFILE_HEADER = 'x-profile';

export const GUEST_PROFILE = 'guest';

interface Who {
  readonly personId: string;
  readonly partyId: string | null;
  readonly role: string;
}

/**
 * Whose drafts and waiting acts these are: households that share a phone share its person, so the party and the role
 * are part of it.
 */
export const profileOf = ({ personId, partyId, role }: Who): string =>
  partyId === null ? personId || GUEST_PROFILE : `${personId}.${partyId}.${role}`;
