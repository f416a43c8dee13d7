import type { Someone } from './given.js';
import type { World } from './world.js';

const OPEN = `mutation ($input: OpenPersonalDataInput!) { openPersonalData(input: $input) {
  __typename ... on PersonalDataOpened { partyId } ... on Refused { code field } } }`;

interface Look {
  readonly purpose?: string;
  readonly caseRef?: string | null;
}

/** Somebody of the staff says why she looks at what reaches that party. */
export const stateLook = (
  world: World,
  who: Someone,
  partyId: string,
  { purpose = 'DISPUTE', caseRef = null }: Look = {},
): Promise<{ readonly code?: string; readonly partyId?: string }> =>
  who.voice.ask(OPEN, { input: { clientMutationId: world.id(), partyId, purpose, caseRef } });
