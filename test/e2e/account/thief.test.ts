import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AuthFactorsDocument,
  ChangePasswordDocument,
  CompleteWebAuthnRegistrationDocument,
  ConfirmDeviceDocument,
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  DeleteWebAuthnCredentialDocument,
  DeviceDocument,
  ForgotPasswordDocument,
  GptDocument,
  LoginDocument,
  PasskeysDocument,
  RefreshTokensDocument,
  RespondToChallengeDocument,
  SessionsDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
  StartWebAuthnRegistrationDocument,
  VerifySoftwareTokenDocument,
  VerifyUserAttributeDocument,
} from '../../../examples/generated/operations.ts';
import type { AccountField } from '../../../resolvers/call/fields.ts';
import { freshVariables } from '../../support/account/common-causes.ts';
import { accountFields } from '../../support/account/fields.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { authenticator } from '../../support/cognito/authenticator.ts';
import { rememberedDevice } from '../../support/cognito/remembered-device.ts';
import { creationOptions } from '../../support/resolvers/passkeys.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';
import { expectTokens, newPassword, newPerson, type Tokens } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startStage({
    signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'], rememberDevices: 'ALWAYS' },
    mfa: { recoveryCodes: true },
    tokens: { accessMinutes: 60, idMinutes: 60, sessions: {} },
    activity: { days: 90 },
    gpt: {},
  });
});
afterAll(() => system?.close());

/** Minutes that have passed only on the system's clock. */
let passed = 0;
function pass(minutes: number): void {
  system.advance(minutes * 60_000);
  passed += minutes;
}

interface Person {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

async function newOwner(): Promise<Person> {
  const person = { ...newPerson(), password: newPassword() };
  succeeded(await system.send(SignUpDocument, { input: person }));
  const code = (await system.message(person.email)).code ?? '';
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username: person.username, password: person.password, code } }));
  return person;
}

async function signIn({ username, password }: Person): Promise<Tokens> {
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
}

/** Remembers the device of a sign-in, and returns its key. */
async function remember({ newDevice, accessToken }: Tokens): Promise<string> {
  const { deviceKey = '', deviceGroupKey = '' } = newDevice ?? {};
  const { PasswordVerifier: passwordVerifier, Salt: salt } = rememberedDevice(deviceGroupKey, deviceKey).config;
  succeeded(await system.send(ConfirmDeviceDocument, { input: { deviceKey, passwordVerifier, salt } }, accessToken));
  return deviceKey;
}

/** The code of the newest message to an address. */
const newest = async (to: string): Promise<string> => (await system.message(to)).code ?? '';

/** The subjects of the notices about changes, oldest first. */
async function told({ email }: Person): Promise<string[]> {
  const mails = await system.messages(email);
  return mails.flatMap(({ kind, subject }) => (kind === 'SendEmail' && subject ? subject : [])).toReversed();
}

/**
 * Calls every field of a signed-in user, and returns the outcomes; those that end the thief's own session come last.
 */
async function everything(token: string): Promise<Record<'done' | 'refused', Partial<Record<AccountField, string>>>> {
  // True: the keys are those of the object.
  const fields = Object.keys(accountFields) as AccountField[];
  const outcomes = { done: {}, refused: {} } as Awaited<ReturnType<typeof everything>>;
  for (const field of [...fields.filter((name) => name !== 'globalSignOut'), 'globalSignOut' as const]) {
    const call = accountFields[field];
    const [error] = (await call({ send: system.send, token }, freshVariables.get(call))).errors;
    if (error) outcomes.refused[field] = error.errorType ?? '';
    else outcomes.done[field] = 'done';
  }
  return outcomes;
}

async function refreshIsRefused({ refreshToken }: Tokens, deviceKey: string | null): Promise<void> {
  const answer = await system.send(RefreshTokensDocument, { input: { refreshToken: refreshToken ?? '', deviceKey } });
  expect(refused(answer).errorType).toMatch(/^TOKEN_(REVOKED|INVALID)$/);
}

test('a thief with the tokens of an old sign-in tries everything, and loses all access after a new password', {
  timeout: 180_000,
}, async () => {
  const { send } = system;
  const owner = await newOwner();
  const stolen = await signIn(owner);
  const device = await remember(stolen);
  pass(11);

  const first = await everything(stolen.accessToken);
  const fresh = ['associateSoftwareToken', 'verifySoftwareToken', 'setUserMfaPreference', 'startWebAuthnRegistration'];
  const removing = ['completeWebAuthnRegistration', 'deleteWebAuthnCredential', 'deleteUserAttributes', 'updateUserAttributes'];
  const taking = ['changePassword', 'deleteUser', 'generateRecoveryCodes'];
  expect(
    Object.entries(first.refused)
      .filter(([, code]) => code === 'REAUTHENTICATION_REQUIRED')
      .map(([field]) => field)
      .toSorted(),
  ).toEqual([...fresh, ...removing, ...taking].toSorted());
  // They could read the data, request a code that goes to the owner, and sign everybody out, including themselves.
  expect(Object.keys(first.done).toSorted()).toEqual([
    'activity',
    'authFactors',
    'devices',
    'getUserAttributeVerificationCode',
    'globalSignOut',
    'me',
    'myData',
    'passkeys',
    'recoveryCodes',
    'sessions',
  ]);
  await refreshIsRefused(stolen, device);

  // Another thief, who waits, and requests codes that somebody may read in an old mailbox.
  const kept = await signIn(owner);
  const keptDevice = await remember(kept);
  pass(11);
  succeeded(await accountFields.getUserAttributeVerificationCode({ send, token: kept.accessToken }));
  const verification = await newest(owner.email);
  const { username } = owner;
  succeeded(await send(ForgotPasswordDocument, { input: { username } }));
  const reset = await newest(owner.email);

  const own = await signIn(owner);
  const password = newPassword();
  const input = { previousPassword: owner.password, newPassword: password };
  succeeded(await send(ChangePasswordDocument, { input }, own.accessToken));
  expect(await told(owner)).toEqual(['Your password was changed']);

  expect((await everything(kept.accessToken)).done).toEqual({});
  await refreshIsRefused(kept, keptDevice);
  const verified = await send(VerifyUserAttributeDocument, { input: { name: 'email', code: verification } }, kept.accessToken);
  expect(refused(verified).errorType).toBe('TOKEN_REVOKED');
  const another = await send(ConfirmForgotPasswordDocument, { input: { username, code: reset, password: newPassword() } });
  expect(refused(another).errorType).toBe('CODE_EXPIRED');
  expect(refused(await send(LoginDocument, { input: { username, password: owner.password } })).errorType).toBe(
    'INVALID_CREDENTIALS',
  );
  const credit = { username, flow: 'USER_AUTH' as const, acrValues: ['urn:cognito:loa:1'] };
  expect((await send(LoginDocument, { input: credit }, kept.accessToken)).data?.login.__typename).not.toBe('Tokens');

  expect(refused(await send(GptDocument, { message: 'Hello' }, kept.accessToken)).errorType).toBe('TOKEN_REVOKED');
  const { accessToken: token } = await signIn({ ...owner, password });
  const found = succeeded(await send(SessionsDocument, {}, own.accessToken)).sessions;
  expect(found.filter(({ isCurrent }) => !isCurrent)).toHaveLength(1); // the owner's of just now
  expect(refused(await send(DeviceDocument, { key: keptDevice }, token)).errorType).toBe('NOT_FOUND');
  expect(succeeded(await send(PasskeysDocument, {}, token)).passkeys.items).toEqual([]);
  const { firstFactors, mfa } = succeeded(await send(AuthFactorsDocument, {}, token)).authFactors;
  expect(firstFactors).not.toContain('WEB_AUTHN');
  expect(mfa.enabled).toEqual([]);

  pass(61);
  expect(refused(await send(GptDocument, { message: 'Hello' }, kept.accessToken)).errorType).toBe('UnauthorizedException');
});

test('a thief with a recent token adds factors: mails inform the owner, who sees and removes them', {
  timeout: 180_000,
}, async () => {
  const { send } = system;
  const owner = await newOwner();
  const [stolen, own] = [await signIn(owner), await signIn(owner)];
  const device = await remember(stolen);
  const { origin } = new URL(system.runtime.outputs.GraphQLUrl);
  const passkey = authenticator();
  const started = succeeded(await send(StartWebAuthnRegistrationDocument, {}, stolen.accessToken));
  const options = creationOptions(JSON.parse(started.startWebAuthnRegistration));
  const credential = JSON.stringify(passkey.create(options, { origin }));
  succeeded(await send(CompleteWebAuthnRegistrationDocument, { input: { credential } }, stolen.accessToken));
  const app = (await accountFields.associateSoftwareToken({ send, token: stolen.accessToken })).data as {
    readonly associateSoftwareToken: { readonly secretCode: string };
  };
  const code = appCode(app.associateSoftwareToken.secretCode, passed * 2); // two codes a minute
  succeeded(await send(VerifySoftwareTokenDocument, { input: { code } }, stolen.accessToken));
  const preferred = { softwareToken: { enabled: true, preferred: true } };
  succeeded(await send(SetUserMfaPreferenceDocument, { input: preferred }, stolen.accessToken));
  const added = 'A way to sign in was added';
  expect(await told(owner)).toEqual([added, added]);

  const password = newPassword();
  const input = { previousPassword: owner.password, newPassword: password };
  succeeded(await send(ChangePasswordDocument, { input }, own.accessToken));
  const { mfa } = succeeded(await send(AuthFactorsDocument, {}, own.accessToken)).authFactors;
  expect(mfa.enabled).toEqual(['SOFTWARE_TOKEN_MFA']);
  const { credentialId } = passkey;
  const { items } = succeeded(await send(PasskeysDocument, {}, own.accessToken)).passkeys;
  expect(items).toMatchObject([{ credentialId }]);
  succeeded(await send(DeleteWebAuthnCredentialDocument, { input: { credentialId } }, own.accessToken));
  succeeded(await send(SetUserMfaPreferenceDocument, { input: { softwareToken: { enabled: false } } }, own.accessToken));
  const removed = 'A way to sign in was removed';
  expect(await told(owner)).toEqual([added, added, 'Your password was changed', removed, removed]);

  expect((await everything(stolen.accessToken)).done).toEqual({});
  await refreshIsRefused(stolen, device);
  const { username } = owner;
  const by = { username, flow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' } as const;
  const { login } = succeeded(await send(LoginDocument, { input: by }));
  // If the owner has no passkey, the sign-in never asks for one.
  expect(login.__typename).toBe('SelectChallenge');
  const session = 'session' in login ? login.session : null;
  const rpId = 'localhost';
  const assertion = JSON.stringify(passkey.get({ rpId, challenge: 'AQID' }, { origin }));
  const answer = { name: 'SELECT_CHALLENGE', username, session, answer: 'WEB_AUTHN', credential: assertion } as const;
  expect(refused(await send(RespondToChallengeDocument, { input: answer })).errorType).toBeTruthy();
  await signIn({ ...owner, password });
});
