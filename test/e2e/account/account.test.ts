import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AssociateSoftwareTokenDocument,
  AuthConfigDocument,
  AuthFactorsDocument,
  ChangePasswordDocument,
  CompleteWebAuthnRegistrationDocument,
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  DeleteUserAttributesDocument,
  DeleteUserDocument,
  DeleteWebAuthnCredentialDocument,
  DevicesDocument,
  ForgotPasswordDocument,
  GetUserAttributeVerificationCodeDocument,
  LoginDocument,
  MeDocument,
  PasskeysDocument,
  RefreshTokensDocument,
  RevokeUserSessionDocument,
  SessionsDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
  StartWebAuthnRegistrationDocument,
  UpdateUserAttributesDocument,
  VerifySoftwareTokenDocument,
  VerifyUserAttributeDocument,
} from '../../../examples/generated/operations.ts';
import { authenticator } from '../../support/cognito/authenticator.ts';
import { creationOptions } from '../../support/resolvers/passkeys.ts';
import { refused, succeeded } from '../../support/send.ts';
import { expectTokens, newPassword, newPerson, type Tokens } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

interface Person {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

async function newUser(): Promise<Person> {
  const person = { ...newPerson(), password: newPassword() };
  succeeded(await system.send(SignUpDocument, { input: person }));
  const code = (await system.message(person.email)).code ?? '';
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username: person.username, password: person.password, code } }));
  return person;
}

async function signIn({ username, password }: Person): Promise<Tokens> {
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
}

const isSignedIn = async ({ accessToken }: Tokens): Promise<boolean> =>
  (await system.send(MeDocument, {}, accessToken)).errors.length === 0;

const newest = async (to: string): Promise<string> => (await system.message(to)).code ?? '';

describe('the owner', () => {
  test('changes their address, which takes effect once its code is answered', async () => {
    const person = await newUser();
    const { accessToken } = await signIn(person);
    const { email } = newPerson();
    const attributes = [{ name: 'email', value: email }];
    const { updateUserAttributes } = succeeded(
      await system.send(UpdateUserAttributesDocument, { input: { attributes } }, accessToken),
    );
    expect(updateUserAttributes).toMatchObject([{ medium: 'EMAIL', attribute: 'email' }]);
    expect(succeeded(await system.send(MeDocument, {}, accessToken)).me.email).toBe(person.email);
    const input = { name: 'email', code: await newest(email) };
    succeeded(await system.send(VerifyUserAttributeDocument, { input }, accessToken));
    expect(succeeded(await system.send(MeDocument, {}, accessToken)).me).toMatchObject({ email, emailVerified: true });
    await signIn({ ...person, username: email });

    const asked = { input: { name: 'email' } };
    const again = succeeded(await system.send(GetUserAttributeVerificationCodeDocument, asked, accessToken));
    expect(again.getUserAttributeVerificationCode).toMatchObject({ medium: 'EMAIL', attribute: 'email' });
  });

  test('sets and removes other attributes, however long ago they signed in', async () => {
    const { accessToken } = await signIn(await newUser());
    system.advance(11 * 60_000);
    const attributes = [{ name: 'nickname', value: 'Ann' }];
    succeeded(await system.send(UpdateUserAttributesDocument, { input: { attributes } }, accessToken));
    expect(succeeded(await system.send(MeDocument, {}, accessToken)).me.attributes).toContainEqual(
      expect.objectContaining(attributes[0]),
    );
    succeeded(await system.send(DeleteUserAttributesDocument, { input: { names: ['nickname'] } }, accessToken));
  });

  test('sees and removes a passkey', async () => {
    const { accessToken } = await signIn(await newUser());
    const { startWebAuthnRegistration } = succeeded(await system.send(StartWebAuthnRegistrationDocument, {}, accessToken));
    const passkey = authenticator();
    const { origin } = new URL(system.runtime.outputs.GraphQLUrl);
    const credential = JSON.stringify(passkey.create(creationOptions(JSON.parse(startWebAuthnRegistration)), { origin }));
    succeeded(await system.send(CompleteWebAuthnRegistrationDocument, { input: { credential } }, accessToken));
    const { passkeys } = succeeded(await system.send(PasskeysDocument, {}, accessToken));
    expect(passkeys).toMatchObject({
      items: [{ credentialId: passkey.credentialId, relyingPartyId: 'localhost', createdAt: expect.stringMatching(/Z$/) }],
      nextToken: null,
    });
    const factors = succeeded(await system.send(AuthFactorsDocument, {}, accessToken)).authFactors;
    expect(factors.firstFactors).toEqual(expect.arrayContaining(['PASSWORD', 'WEB_AUTHN']));
    const input = { credentialId: passkey.credentialId };
    succeeded(await system.send(DeleteWebAuthnCredentialDocument, { input }, accessToken));
    expect(succeeded(await system.send(PasskeysDocument, {}, accessToken)).passkeys.items).toEqual([]);
    expect(refused(await system.send(DeleteWebAuthnCredentialDocument, { input }, accessToken))).toMatchObject({
      errorType: 'NOT_FOUND',
      errorInfo: { field: 'credentialId' },
    });
  });

  test('has no devices where none are remembered', async () => {
    const { accessToken } = await signIn(await newUser());
    const { devices } = succeeded(await system.send(DevicesDocument, {}, accessToken));
    expect(devices).toMatchObject({ items: [], nextToken: null });
  });

  test('leaves, and no longer exists', async () => {
    const person = await newUser();
    const { accessToken } = await signIn(person);
    expect(succeeded(await system.send(DeleteUserDocument, {}, accessToken)).deleteUser).toBe(true);
    const { username, password } = person;
    expect(refused(await system.send(LoginDocument, { input: { username, password } })).errorType).toBe('INVALID_CREDENTIALS');
  });
});

describe('a recent sign-in', () => {
  test('is announced by authConfig, and required eleven minutes after the last one', async () => {
    const person = await newUser();
    const { accessToken, refreshToken } = await signIn(person);
    system.advance(11 * 60_000);
    const { authConfig } = succeeded(await system.send(AuthConfigDocument, {}));
    expect(authConfig.reauthentication).toMatchObject({ maxAgeSeconds: 600, acr: null });
    expect(authConfig.reauthentication?.operations).toContain('deleteUser');
    const error = refused(await system.send(DeleteUserDocument, {}, accessToken));
    expect(error).toMatchObject({
      errorType: 'REAUTHENTICATION_REQUIRED',
      errorInfo: { maxAgeSeconds: 600, acr: null, cognito: null, retryable: false, field: null },
    });
    // A refresh does not count as a sign-in.
    const { refreshTokens } = succeeded(
      await system.send(RefreshTokensDocument, { input: { refreshToken: refreshToken ?? '' } }),
    );
    expect(refused(await system.send(DeleteUserDocument, {}, refreshTokens.accessToken)).errorType).toBe(
      'REAUTHENTICATION_REQUIRED',
    );
    succeeded(await system.send(DeleteUserDocument, {}, (await signIn(person)).accessToken));
  });
});

describe('a thief', () => {
  test('with an old access token can neither stay nor lock the owner out, and a new password ends what they have', async () => {
    const person = await newUser();
    const stolen = await signIn(person);
    const own = await signIn(person);
    system.advance(11 * 60_000);
    const thief = { token: stolen.accessToken };
    const { email } = newPerson();
    const tries = [
      await system.send(AssociateSoftwareTokenDocument, {}, thief.token),
      await system.send(VerifySoftwareTokenDocument, { input: { code: '123456' } }, thief.token),
      await system.send(SetUserMfaPreferenceDocument, { input: { softwareToken: { enabled: false } } }, thief.token),
      await system.send(StartWebAuthnRegistrationDocument, {}, thief.token),
      await system.send(CompleteWebAuthnRegistrationDocument, { input: { credential: '{}' } }, thief.token),
      await system.send(UpdateUserAttributesDocument, { input: { attributes: [{ name: 'email', value: email }] } }, thief.token),
      await system.send(DeleteUserAttributesDocument, { input: { names: ['email'] } }, thief.token),
      await system.send(ChangePasswordDocument, { input: { newPassword: newPassword() } }, thief.token),
      await system.send(DeleteUserDocument, {}, thief.token),
    ];
    expect(tries.map((answer) => refused(answer).errorType)).toEqual(tries.map(() => 'REAUTHENTICATION_REQUIRED'));

    const input = { previousPassword: person.password, newPassword: newPassword() };
    expect(succeeded(await system.send(ChangePasswordDocument, { input }, own.accessToken)).changePassword).toBe(true);
    expect(await isSignedIn(stolen)).toBe(false);
    const renewal = { input: { refreshToken: stolen.refreshToken ?? '' } };
    expect(refused(await system.send(RefreshTokensDocument, renewal)).errorType).toMatch(/^TOKEN_(REVOKED|INVALID)$/);
    expect(await isSignedIn(own)).toBe(true);
    await signIn({ ...person, password: input.newPassword });
  });

  test('somebody who knows the password loses every session after a reset', async () => {
    const person = await newUser();
    const stolen = await signIn(person);
    succeeded(await system.send(ForgotPasswordDocument, { input: { username: person.username } }));
    const input = { username: person.username, code: await newest(person.email), password: newPassword() };
    succeeded(await system.send(ConfirmForgotPasswordDocument, { input }));
    expect(await isSignedIn(stolen)).toBe(false);
  });

  test('is ended from the list of sessions, without the others', async () => {
    const person = await newUser();
    const [stolen, own] = [await signIn(person), await signIn(person)];
    const { sessions } = succeeded(await system.send(SessionsDocument, {}, own.accessToken));
    expect(sessions.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true]);
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    const current = sessions.find(({ isCurrent }) => isCurrent);
    const revoke = (sessionId = '') => system.send(RevokeUserSessionDocument, { input: { sessionId } }, own.accessToken);
    expect(refused(await revoke(current?.sessionId))).toMatchObject({
      errorType: 'INVALID_INPUT',
      errorInfo: { field: 'sessionId' },
    });
    expect(succeeded(await revoke(other?.sessionId)).revokeUserSession).toBe(true);
    expect(await isSignedIn(stolen)).toBe(false);
    expect(await isSignedIn(own)).toBe(true);
    expect(refused(await revoke(other?.sessionId)).errorType).toBe('NOT_FOUND');
  });
});
