import { codeAt } from '../../src/accounts/second-factor.js';
import type { Given } from './given.js';
import type { Voice } from './ask.js';

export const STAFF_SIGN_IN = `mutation ($input: SignInStaffInput!) {
  signInStaff(input: $input) {
    __typename
    ... on Me { role staffSignIn party { name } memberships { role audience } }
    ... on Refused { code field message nextStep }
  }
}`;
export const SET_UP = `mutation { startStaffSetUp { __typename ... on StaffSetUp { secret uri } ... on Refused { code } } }`;
export const FINISH = `mutation ($input: FinishStaffSetUpInput!) {
  finishStaffSetUp(input: $input) { __typename ... on StaffReady { done } ... on Refused { code field } }
}`;

export const PASSWORD = 'ba bó lúa trên đồi';

/** A session on this phone that a code just opened, as the app makes it. */
export async function signInByCode(make: Given, phone: string): Promise<Voice> {
  const voice = make.guest();
  await voice.ask(
    `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`,
    { phone },
  );
  const code = await make.codeFor(phone);
  await voice.ask(
    `mutation ($phone: String!, $code: String!) { verifyOtp(input: { phone: $phone, code: $code }) { __typename } }`,
    { phone, code },
  );
  return voice;
}

/** Password and authenticator of one who holds a role of an office; answers the secret. */
export async function setUpStaff(
  make: Given,
  phone: string,
  recoveryCode: string | null = null,
): Promise<string> {
  const voice = await signInByCode(make, phone);
  const { secret } = await voice.ask<{ secret: string }>(SET_UP);
  const done = await voice.ask<{ done?: boolean }>(FINISH, {
    input: {
      clientMutationId: make.world.id(),
      password: PASSWORD,
      code: codeAt(secret, make.world.clock.now()),
      recoveryCode,
    },
  });
  if (!done.done) throw new Error(`not set up: ${JSON.stringify(done)}`);
  return secret;
}
