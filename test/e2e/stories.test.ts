import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConfirmSignUpDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { type ChatCompletions, startChatCompletions } from '../support/chat-completions.ts';
import { apolloSend, refused, succeeded } from '../support/send.ts';
import { expectTokens, gptStory, newPassword, newPerson, selfServiceStory, temporaryPasswordStory } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';

let chat: ChatCompletions;
let system: System;

beforeAll(async () => {
  chat = await startChatCompletions({ apiKey: 'sk-local-test', reply: 'Forty-two.' });
  system = await startSystem({ openai: { baseUrl: chat.baseUrl, apiKey: 'sk-local-test' } });
});

afterAll(async () => {
  await system.close();
  await chat.close();
});

describe('the original story: a temporary password', () => {
  test('through fetch', async () => {
    const tokens = await temporaryPasswordStory(system);
    await gptStory(system, tokens, 'What is the answer?', 'Forty-two.');
    expect(chat.requests.at(-1)).toMatchObject({ messages: [{ role: 'user', content: 'What is the answer?' }] });
  });

  test('through Apollo Client', async () => {
    const send = apolloSend(system.runtime.outputs.GraphQLUrl, system.runtime.outputs.ApiKey);
    const tokens = await temporaryPasswordStory({ ...system, send });
    await gptStory({ ...system, send }, tokens, 'What is the answer?', 'Forty-two.');
  });
});

describe('the self-service story', () => {
  test('through fetch', async () => {
    await selfServiceStory(system);
  });

  test('through Apollo Client', async () => {
    await selfServiceStory({ ...system, send: apolloSend(system.runtime.outputs.GraphQLUrl, system.runtime.outputs.ApiKey) });
  });
});

test('tokens live one day and not a second longer', async () => {
  const tokens = await temporaryPasswordStory(system);
  const { iat, exp } = JSON.parse(Buffer.from(tokens.accessToken.split('.')[1] ?? '', 'base64url').toString());
  expect(exp - iat).toBe(86_400);
});

test('an invited user gets a temporary password by mail, and their address is verified', async () => {
  const { username, email } = newPerson();
  const { signUp } = succeeded(await system.send(SignUpDocument, { input: { username, email } }));
  expect(signUp.userStatus).toBe('FORCE_CHANGE_PASSWORD');
  const { code: temporaryPassword } = await system.message(email);
  const { login } = succeeded(await system.send(LoginDocument, { input: { username, password: temporaryPassword } }));
  if (login.__typename !== 'NewPasswordRequiredChallenge') throw new Error(`Expected a challenge, got ${login.__typename}.`);
  const { name, session } = login;
  const { respondToChallenge } = succeeded(
    await system.send(RespondToChallengeDocument, {
      input: { name, username: login.username, session, newPassword: newPassword() },
    }),
  );
  const { me } = succeeded(await system.send(MeDocument, {}, expectTokens(respondToChallenge).accessToken));
  expect(me).toMatchObject({ username, email, emailVerified: true });
});

test('a reset that an administrator ordered answers PASSWORD_RESET_REQUIRED until a new password is set', async () => {
  const { username, password } = await confirmedUser();
  await system.adminResetUserPassword(username);
  expect(refused(await system.send(LoginDocument, { input: { username, password } })).errorType).toBe('PASSWORD_RESET_REQUIRED');
});

async function confirmedUser(): Promise<{ username: string; password: string }> {
  const { username, email } = newPerson();
  const password = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, password } }));
  const { code } = await system.message(email);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
  return { username, password };
}
