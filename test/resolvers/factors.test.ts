import { expect, onTestFinished, test } from 'vitest';
import { step, succeeded } from '../support/caller.ts';
import { allFactors, allFlows } from '../support/cognito/mfa-pool.ts';
import { createInstance, type Instance } from '../support/resolvers/instance.ts';
import { passwordClaimFor } from '../support/resolvers/srp.ts';
import { createSrpSession } from '../support/srp.ts';

const username = 'ann';
const password = 'Passw0rd! is right';
const email = 'ann@example.com';
const phoneNumber = '+15555550100';

/** A confirmed user with an address and a number, in a pool that has every factor on. */
async function signedUp(): Promise<Instance> {
  const instance = createInstance({ userPool: allFactors, client: allFlows });
  onTestFinished(() => instance.close());
  succeeded(await instance.call('signUp', { input: { username, email, phoneNumber, password } }));
  const code = instance.inbox.at(-1)?.code ?? '';
  succeeded(await instance.call('confirmSignUp', { input: { username, password, code } }));
  return instance;
}

test.each([
  ['SMS_MFA', 'SmsMfaChallenge', phoneNumber],
  ['EMAIL_OTP', 'EmailOtpChallenge', email],
] as const)('of two second factors the user chooses %s, and its code gives the tokens', async (factor, challenge, to) => {
  const { call, message } = await signedUp();
  const { accessToken } = step(succeeded(await call('login', { input: { username, password } })), 'Tokens');
  const preference = { input: { sms: { enabled: true }, email: { enabled: true } } };
  expect(succeeded(await call('setUserMfaPreference', preference, { token: accessToken }))).toBe(true);

  const choice = step(succeeded(await call('login', { input: { username, password } })), 'SelectMfaTypeChallenge');
  expect(choice.mfaTypes.toSorted()).toEqual(['EMAIL_OTP', 'SMS_MFA']);
  const { session: chosen } = choice;
  const chose = await call('respondToChallenge', {
    input: { name: 'SELECT_MFA_TYPE', username, session: chosen, answer: factor },
  });
  const { name, session, destination } = step(succeeded(chose), challenge);
  expect(destination).toMatch(/\*/);

  const code = message(to).code ?? '';
  step(succeeded(await call('respondToChallenge', { input: { name, username, session, code } })), 'Tokens');
});

test('a code by text message is the first factor', async () => {
  const { call, message } = await signedUp();
  const login = await call('login', { input: { username, flow: 'USER_AUTH', preferredChallenge: 'SMS_OTP' } });
  const { name, session, destination } = step(succeeded(login), 'SmsOtpChallenge');
  expect(destination).toBe('+*******0100');
  const code = message(phoneNumber).code ?? '';
  step(succeeded(await call('respondToChallenge', { input: { name, username, session, code } })), 'Tokens');
});

test.each(['named with its SRP_A', 'named alone'])('the choice of PASSWORD_SRP, %s, ends in tokens', async (form) => {
  const { call, now, userPoolId } = await signedUp();
  const srp = createSrpSession(username, password, userPoolId);
  const login = await call('login', { input: { username, flow: 'USER_AUTH' } });
  const { availableChallenges, session } = step(succeeded(login), 'SelectChallenge');
  expect(availableChallenges).toContain('PASSWORD_SRP');
  const choice = { name: 'SELECT_CHALLENGE', username, session, answer: 'PASSWORD_SRP' } as const;
  const inline = form !== 'named alone';
  const chosen = succeeded(await call('respondToChallenge', { input: { ...choice, ...(inline && { srpA: srp.largeA }) } }));
  const proof = inline ? chosen : await begun(step(chosen, 'PasswordSrpChallenge'));
  const challenge = step(proof, 'PasswordVerifierChallenge');
  const passwordClaim = passwordClaimFor(srp, challenge, now());
  const answer = { name: 'PASSWORD_VERIFIER', username: challenge.username, session: challenge.session, passwordClaim } as const;
  step(succeeded(await call('respondToChallenge', { input: answer })), 'Tokens');

  async function begun({ session }: { readonly session: string | null }) {
    return succeeded(await call('respondToChallenge', { input: { name: 'PASSWORD_SRP', username, session, srpA: srp.largeA } }));
  }
});
