import { request } from 'node:http';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { type DocumentNode, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuthConfigDocument,
  ConfirmSignUpDocument,
  ForgotPasswordDocument,
  LoginDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { refused, succeeded } from '../support/send.ts';
import { startStage } from '../support/stage.ts';
import { expectTokens, newPassword, newPerson } from '../support/stories.ts';
import type { System } from '../support/system.ts';

const minute = 60_000;

interface Body {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly errorType: string; readonly message: string }[];
}

/** A call from another address of this machine, as a caller elsewhere would make it. */
function sendFrom({ runtime }: System, localAddress: string, document: DocumentNode, variables: object): Promise<Body> {
  const body = JSON.stringify({ query: print(document), variables });
  const headers = { 'content-type': 'application/json', 'x-api-key': runtime.outputs.ApiKey };
  const { port, pathname } = new URL(runtime.outputs.GraphQLUrl);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: pathname, method: 'POST', headers, localAddress }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    })
      .once('error', reject)
      .end(body);
  });
}

async function signedUp({ send, message }: System) {
  const { username, email } = newPerson();
  const password = newPassword();
  succeeded(await send(SignUpDocument, { input: { username, email, password } }));
  succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code: (await message(email)).code ?? '' } }));
  return { username, email, password };
}

describe('a stage with its defaults', () => {
  let system: System;
  beforeAll(async () => {
    system = await startStage({});
  });
  afterAll(() => system?.close());

  test('sends ten of a hundred mails to one address, and says no more than that they are too many', async () => {
    const { send, messages } = system;
    const email = 'victim@example.com';
    const refusals = new Set<string>();
    let made = 0;
    for (let attempt = 0; attempt < 100; attempt++) {
      const input = { username: newPerson().username, email, password: newPassword() };
      const answer = await sendFrom(system, `127.0.1.${1 + (attempt % 20)}`, SignUpDocument, { input });
      if (answer.errors === undefined) made++;
      else refusals.add(JSON.stringify(answer.errors.map(({ errorType, message }) => ({ errorType, message }))));
    }
    expect(made).toBe(10);
    expect(await messages(email)).toHaveLength(10);
    expect([...refusals]).toEqual([
      '[{"errorType":"TOO_MANY_REQUESTS","message":"Too many messages were asked for. Try again later."}]',
    ]);
    expect(refused(await send(ForgotPasswordDocument, { input: { username: email } })).errorType).toBe('TOO_MANY_REQUESTS');
  });

  test('lets nobody lock out another by wrong passwords from elsewhere', async () => {
    const { send, advance } = system;
    const { username, password } = await signedUp(system);
    // The beginning of an hour.
    advance(60 * minute - (Date.now() % (60 * minute)));
    const answers: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 60; attempt++) {
      const input = { username, password: `Wrong-horse-${attempt}` };
      const { errors } = await sendFrom(system, '127.0.0.66', LoginDocument, { input });
      answers.push(errors?.[0]?.errorType);
      advance(40_000);
    }
    expect(new Set(answers)).toEqual(new Set(['INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS']));
    expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
  });

  test('sends mail to that address again on another day', async () => {
    system.advance(25 * 60 * minute);
    succeeded(await system.send(ForgotPasswordDocument, { input: { username: 'victim@example.com' } }));
  });
});

describe('a sign-in by a code in the mail', { tags: ['exhaustive'] }, () => {
  let system: System;
  beforeAll(async () => {
    system = await startStage({
      mfa: { mode: 'OFF', types: [] },
      signIn: {
        passwordless: {
          sender: 'login@example.com',
          identityArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
        },
      },
      protection: { messageLimits: { perAddressPerHour: 3 } },
    });
  });
  afterAll(() => system?.close());

  test('checks no more codes than its mails allow, for known and unknown names', { timeout: 60_000 }, async () => {
    const { username, email } = await signedUp(system);
    const judged = async (name: string): Promise<number> => {
      let codes = 0;
      for (let signIn = 0; signIn < 5; signIn++) {
        const begun = await system.send(LoginDocument, { input: { username: name, flow: 'CUSTOM_AUTH' } });
        if (begun.errors.length > 0) {
          expect(refused(begun).errorType).toBe('TOO_MANY_REQUESTS');
          continue;
        }
        let { login: step } = succeeded(begun);
        while (step.__typename === 'CustomChallenge') {
          const { name: challenge, username: answering, session } = step;
          const input = { name: challenge, username: answering, session, answer: 'wrong' };
          const answer = await system.send(RespondToChallengeDocument, { input });
          codes++;
          if (answer.errors.length > 0) break;
          step = succeeded(answer).respondToChallenge;
        }
      }
      return codes;
    };
    expect(await judged(username)).toBe(9);
    expect(await judged('nobody-at-all')).toBe(9);
    // The sign-up was one more mail, to the address; the codes were requested with the user name.
    expect((await system.messages(email)).filter(({ kind }) => kind === 'SendEmail')).toHaveLength(3);
  });

  test('sends no more to those who ask Cognito itself, and judges no code that it has not sent', {
    timeout: 60_000,
  }, async () => {
    const { username, email } = await signedUp(system);
    const { CognitoEndpoint: endpoint = '', Region: region, UserPoolClientId: ClientId } = system.runtime.outputs;
    const cognito = new CognitoIdentityProvider({ endpoint, region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
    const begin = (USERNAME: string) => cognito.initiateAuth({ ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } });
    const sent = async () => (await system.messages(email)).filter(({ kind }) => kind === 'SendEmail').length;
    const asked = [];
    // By the name and by the address, which are one mailbox.
    for (const name of [username, email, username, email, username]) asked.push(await begin(name));
    expect(await sent()).toBe(3);
    // Whoever gets none is asked as those are who get one.
    for (const { ChallengeName, ChallengeParameters } of [...asked, await begin('nobody-at-all')])
      expect([ChallengeName, ChallengeParameters?.['medium']]).toEqual(['CUSTOM_CHALLENGE', 'EMAIL']);
    // What they used up there is not sent to those who ask here either, and counts no call twice.
    succeeded(await system.send(LoginDocument, { input: { username, flow: 'CUSTOM_AUTH' } }));
    expect(await sent()).toBe(3);
    cognito.destroy();
  });
});

describe('a stage with a captcha', { tags: ['exhaustive'] }, () => {
  let system: System;
  beforeAll(async () => {
    system = await startStage({ protection: { captcha: { kind: 'TURNSTILE', siteKey: '1x00000000000000000000AA' } } });
  });
  afterAll(() => system?.close());

  test('announces it to pages, and sends nothing before it is solved; each solution works once', async () => {
    const { send, messages } = system;
    expect(succeeded(await send(AuthConfigDocument, {})).authConfig.captcha).toEqual({
      kind: 'TURNSTILE',
      siteKey: '1x00000000000000000000AA',
    });
    const { username, email } = newPerson();
    const input = { username, email, password: newPassword() };
    for (const captchaToken of [null, 'made-up']) {
      expect(refused(await send(SignUpDocument, { input: { ...input, captchaToken } }))).toMatchObject({
        errorType: 'CAPTCHA_REQUIRED',
        message: 'Solve the captcha, then try again.',
        errorInfo: { field: 'captchaToken' },
      });
    }
    expect(await messages(email)).toEqual([]);
    const captchaToken = 'laptop-0001';
    succeeded(await send(SignUpDocument, { input: { ...input, captchaToken } }));
    const again = await send(ForgotPasswordDocument, { input: { username, captchaToken } });
    expect(refused(again).errorType).toBe('CAPTCHA_REQUIRED');
    succeeded(await send(ForgotPasswordDocument, { input: { username, captchaToken: 'laptop-0002' } }));
  });
});
