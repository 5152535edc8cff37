import { expect } from 'vitest';
import {
  ConfirmForgotPasswordDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  GetUserAttributeVerificationCodeDocument,
  GlobalSignOutDocument,
  GptDocument,
  LoginDocument,
  type LoginMutation,
  MeDocument,
  RefreshTokensDocument,
  RespondToChallengeDocument,
  RevokeTokenDocument,
  SignUpDocument,
  VerifyUserAttributeDocument,
} from '../../examples/generated/operations.ts';
import type { Message } from '../../local/data/message.ts';
import { newPassword, newPerson, type Person } from './person.ts';
import { refused, type Send, succeeded } from './send.ts';

export { newPassword, newPerson, type Person } from './person.ts';

export interface StoryOptions {
  readonly send: Send;
  readonly message: (to: string) => Promise<Message>;
  /** Called with every secret that the story uses or receives. */
  readonly secret?: (value: string) => void;
}

export type AuthResult = LoginMutation['login'];
export type Tokens = Extract<AuthResult, { __typename: 'Tokens' }>;
export type NewPasswordRequired = Extract<AuthResult, { __typename: 'NewPasswordRequiredChallenge' }>;

export function expectTokens(result: AuthResult): Tokens {
  if (result.__typename !== 'Tokens') throw new Error(`Expected tokens, got ${result.__typename}.`);
  return result;
}

export function expectNewPasswordRequired(result: AuthResult): NewPasswordRequired {
  if (result.__typename !== 'NewPasswordRequiredChallenge') throw new Error(`Expected a challenge, got ${result.__typename}.`);
  return result;
}

/**
 * Signs up with a temporary password, answers the challenge (first with a password that breaks the policy), is then
 * signed in, and verifies the address, which `gpt` requires.
 */
export async function temporaryPasswordStory({ send, message, secret = () => {} }: StoryOptions): Promise<Tokens> {
  const { username, email } = newPerson();
  const temporaryPassword = newPassword();
  const password = newPassword();
  const { signUp } = succeeded(await send(SignUpDocument, { input: { username, email, temporaryPassword } }));
  expect(signUp).toMatchObject({ username, userStatus: 'FORCE_CHANGE_PASSWORD', codeDelivery: null });

  const { login } = succeeded(await send(LoginDocument, { input: { username, password: temporaryPassword } }));
  const challenge = expectNewPasswordRequired(login);
  expect(challenge).toMatchObject({ name: 'NEW_PASSWORD_REQUIRED', username, requiredAttributes: [] });
  const answer = { name: challenge.name, username: challenge.username, session: challenge.session };

  const short = refused(await send(RespondToChallengeDocument, { input: { ...answer, newPassword: 'short' } }));
  expect(short.errorType).toBe('PASSWORD_POLICY');
  expect(short.message).toMatch(/not long enough/);

  const { respondToChallenge } = succeeded(
    await send(RespondToChallengeDocument, { input: { ...answer, newPassword: password } }),
  );
  const tokens = expectTokens(respondToChallenge);
  expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_400 });
  const { me } = succeeded(await send(MeDocument, {}, tokens.accessToken));
  expect(me).toMatchObject({ username, sub: signUp.userSub, email, emailVerified: false, groups: [] });
  succeeded(await send(GetUserAttributeVerificationCodeDocument, { input: { name: 'email' } }, tokens.accessToken));
  const proof = { name: 'email', code: code(await message(email)) };
  succeeded(await send(VerifyUserAttributeDocument, { input: proof }, tokens.accessToken));
  for (const value of [temporaryPassword, password, challenge.session, ...tokenValues(tokens)]) if (value) secret(value);
  return tokens;
}

/** Asks the language model with a signed-in user's token. */
export async function gptStory({ send }: StoryOptions, tokens: Tokens, message: string, reply: string): Promise<void> {
  const { gpt } = succeeded(await send(GptDocument, { message }, tokens.accessToken));
  expect(gpt.text).toBe(reply);
}

/** Signs up with a password, confirms with the code, resets a forgotten password, and ends every session. */
export async function selfServiceStory({ send, message, secret = () => {} }: StoryOptions): Promise<Person> {
  const { username, email } = newPerson();
  const first = newPassword();
  const second = newPassword();
  const { signUp } = succeeded(await send(SignUpDocument, { input: { username, email, password: first } }));
  expect(signUp).toMatchObject({ username, userStatus: 'UNCONFIRMED', codeDelivery: { medium: 'EMAIL', attribute: 'email' } });
  expect(signUp.codeDelivery?.destination).not.toContain(username);
  expect(refused(await send(LoginDocument, { input: { username, password: first } })).errorType).toBe('USER_NOT_CONFIRMED');

  const confirmation = code(await message(email));
  succeeded(await send(ConfirmSignUpDocument, { input: { username, password: first, code: confirmation } }));
  const signedIn = expectTokens(succeeded(await send(LoginDocument, { input: { username, password: first } })).login);
  expectTokens(succeeded(await send(LoginDocument, { input: { username: email, password: first } })).login);
  const { me } = succeeded(await send(MeDocument, {}, signedIn.accessToken));
  expect(me).toMatchObject({ username, email, emailVerified: true, mfa: { preferred: null, enabled: [] } });

  const { forgotPassword } = succeeded(await send(ForgotPasswordDocument, { input: { username } }));
  expect(forgotPassword).toMatchObject({ medium: 'EMAIL', attribute: 'email' });
  const reset = code(await message(email));
  succeeded(await send(ConfirmForgotPasswordDocument, { input: { username, code: reset, password: second } }));
  expect(refused(await send(LoginDocument, { input: { username, password: first } })).errorType).toBe('INVALID_CREDENTIALS');
  const again = expectTokens(succeeded(await send(LoginDocument, { input: { username, password: second } })).login);
  if (!again.refreshToken) throw new Error('A sign-in gives a refresh token.');

  const { refreshTokens } = succeeded(await send(RefreshTokensDocument, { input: { refreshToken: again.refreshToken } }));
  expect(refreshTokens.accessToken).not.toBe(again.accessToken);
  expect(refreshTokens.refreshToken).toBeNull();
  succeeded(await send(RevokeTokenDocument, { input: { refreshToken: again.refreshToken } }));
  const dead = refused(await send(RefreshTokensDocument, { input: { refreshToken: again.refreshToken } }));
  expect(dead.errorType).toBe('TOKEN_REVOKED');

  const last = expectTokens(succeeded(await send(LoginDocument, { input: { username, password: second } })).login);
  succeeded(await send(GlobalSignOutDocument, {}, last.accessToken));
  expect(refused(await send(MeDocument, {}, last.accessToken)).errorType).toBe('TOKEN_REVOKED');
  for (const value of [first, second, confirmation, reset, ...tokenValues(signedIn), ...tokenValues(again)]) secret(value);
  return { username, email };
}

/** The code in a message; a message without one fails the story. */
function code(message: Message): string {
  if (message.code === null) throw new Error('The message brings no code.');
  expect(message.body).toContain(message.code);
  return message.code;
}

function tokenValues({ accessToken, idToken, refreshToken }: Tokens): string[] {
  return [accessToken, idToken, ...(refreshToken ? [refreshToken] : [])];
}
