import type { HttpResponse } from '../../../local/http/http-message.ts';
import { type Chat, createChat } from '../../../resolvers/gpt/chat.ts';
import type { CountQuestion } from '../../../resolvers/gpt/daily-limits.ts';
import { createSecretKey, createSecrets, type SecretKey } from '../../../resolvers/secrets/secret-key.ts';
import { createCaller } from '../../support/caller.ts';
import type { ChatServer } from '../../support/resolvers/chat-server.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

export const callersKey = 'sk-callers-own-key-000000000001';
export const deploymentsKey = 'sk-deployments-key-000000000002';

/** How long an answer may be, in the word of OpenAI. */
export const answers = { answerTokens: 2048, answerTokensParameter: 'max_completion_tokens' } as const;
const environment = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };

interface Setup {
  /** What Secrets Manager answers, one after the other. */
  readonly secret?: readonly HttpResponse[];
  readonly chat?: Chat;
  readonly apiKey?: SecretKey;
  readonly countQuestion?: CountQuestion;
  readonly messageCharacters?: number;
  readonly wantsProvenAddress?: boolean;
  /** What Cognito answers, one after the other. */
  readonly cognito?: readonly HttpResponse[];
}

/** What Secrets Manager answers with a secret. */
export const secret = (value: string) => success({ ARN: 'arn', Name: 'openai', SecretString: value });

/** The operation, whose questions go to a server of the test. */
export function askGpt(
  server: ChatServer,
  {
    secret: secretAnswers = [secret(JSON.stringify({ apiKey: deploymentsKey }))],
    chat,
    apiKey,
    countQuestion,
    messageCharacters = 8_000,
    wantsProvenAddress = false,
    cognito = [],
  }: Setup = {},
  clock = { ms: 0.25 },
) {
  const secrets = stubWire(...secretAnswers);
  const now = () => clock.ms;
  const caller = createCaller({
    cognito: stubWire(...cognito).handle,
    gpt: {
      chat: chat ?? createChat({ ...answers, baseUrl: server.baseUrl }),
      apiKey:
        apiKey ??
        createSecretKey({
          secrets: createSecrets({ region: 'eu-central-1', endpoint: 'http://secrets.test' }, environment, {
            post: inProcess(secrets.handle),
          }),
          secretId: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai',
          member: 'apiKey',
          now,
        }),
      defaultModel: 'test-model',
      paysFor: (model) => model !== 'the-dearest',
      countQuestion: countQuestion ?? null,
      messageCharacters,
      wantsProvenAddress,
      now,
    },
  });
  return { ...caller, secrets, clock };
}
