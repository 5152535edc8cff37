import { expect, onTestFinished, test } from 'vitest';
import { GlobalSignOutDocument, GptDocument, LoginDocument, MeDocument } from '../../../examples/generated/operations.ts';
import { confirmedPerson } from '../../clients/people.ts';
import { startChatCompletions } from '../../support/chat-completions.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';
import { expectTokens } from '../../support/stories.ts';

test('a revoked access token opens at AppSync what asks Cognito nothing, until it expires', async () => {
  const chat = await startChatCompletions({ apiKey: 'sk-right', reply: 'Forty-two.' });
  onTestFinished(() => chat.close());
  const system = await startStage(
    { tokens: { accessMinutes: 5, idMinutes: 5 }, gpt: { provenAddress: false } },
    { openai: { baseUrl: chat.baseUrl, apiKey: 'sk-right' } },
  );
  onTestFinished(() => system.close());
  const { send } = system;
  const { username, password } = await confirmedPerson(system);
  const { accessToken } = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
  succeeded(await send(GlobalSignOutDocument, {}, accessToken));
  expect(refused(await send(MeDocument, {}, accessToken)).errorType).toBe('TOKEN_REVOKED');
  expect(succeeded(await send(GptDocument, { message: 'What is it?' }, accessToken)).gpt.text).toBe('Forty-two.');
  system.advance(5 * 60_000);
  expect((await send(GptDocument, { message: 'And now?' }, accessToken)).errors[0]?.errorType).toBe('UnauthorizedException');
});
