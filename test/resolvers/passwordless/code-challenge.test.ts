import { describe, expect, test } from 'vitest';
import type { MessageLimitsConfig } from '../../../resolvers/config/limits.ts';
import { createMessageLimits } from '../../../resolvers/limits/messages.ts';
import { type CreateEvent, codeChallenge } from '../../../resolvers/passwordless/code-challenge.ts';
import { handler as verify } from '../../../resolvers/passwordless/verify-auth-challenge-response.lambda.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';

const limits: MessageLimitsConfig = {
  perAddressPerHour: 2,
  perAddressPerDay: 3,
  perCallerPerHour: null,
  perCallerPerDay: null,
  perDay: 5,
};

/** The trigger with a table and a mailbox of its own. */
function start({ refusesMail = false } = {}) {
  const table = startAccountTable();
  const mails: { to: string; code: string }[] = [];
  const pauses: number[] = [];
  const lines: object[] = [];
  const log = (line: object): void => void lines.push(line);
  const trigger = codeChallenge({
    messages: createMessageLimits({ ...table, limits, lost: () => undefined }),
    sendMail: async ({ to, subject }) => {
      if (refusesMail) throw Object.assign(new Error(`Email address ${to} is not verified.`), { name: 'MessageRejected' });
      mails.push({ to, code: subject.slice(0, 6) });
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
    output: { info: log, warn: log, error: log },
  });
  return { trigger, table, mails, pauses, lines };
}

const response = { publicChallengeParameters: {}, privateChallengeParameters: {}, challengeMetadata: '' };

function firstRound(userName: string, email: string | null, isVerified = true): CreateEvent {
  const userAttributes = email === null ? {} : { email, email_verified: String(isVerified) };
  return { userName, request: { session: [], userAttributes }, response };
}

const nobody = { ...firstRound('nobody', null) };

/** Whether an answer to the challenge is right: its code, what stands for one that was not sent, or nothing. */
async function isAnswerable({
  userName,
  request,
  response: { privateChallengeParameters, challengeMetadata },
}: CreateEvent): Promise<boolean> {
  const answers = ['', 'undefined', challengeMetadata, ...Object.values(privateChallengeParameters)];
  const verdicts = await Promise.all(
    answers.map((challengeAnswer) =>
      verify({
        userName,
        request: { userAttributes: request.userAttributes, privateChallengeParameters, challengeAnswer },
        response: { answerCorrect: false },
      }),
    ),
  );
  return verdicts.some(({ response: { answerCorrect } }) => answerCorrect);
}

describe('the mails of a sign-in by code', () => {
  test('to an address are limited by hour and by day, under whatever name of its user and spelling', async () => {
    const { trigger, table, mails } = start();
    for (const address of ['ann@example.com', 'Ann+1@example.com', 'ann@example.com']) await trigger(firstRound('ann', address));
    expect(mails).toHaveLength(2);
    table.advance(3_600_000);
    for (const name of ['ann', 'other']) await trigger(firstRound(name, 'ann@example.com'));
    expect(mails).toHaveLength(3);
    table.advance(24 * 3_600_000);
    await trigger(firstRound('ann', 'ann@example.com'));
    expect(mails).toHaveLength(4);
  });

  test('of all are limited by day, and names that nobody has use nothing of it', async () => {
    const { trigger, mails } = start();
    for (let name = 0; name < 20; name++) await trigger({ ...nobody, userName: `nobody-${name}` });
    for (let name = 0; name < 8; name++) await trigger(firstRound(`user-${name}`, `user-${name}@example.com`));
    expect(mails).toHaveLength(5);
  });

  test('go once in a sign-in, whose later rounds ask for the same code', async () => {
    const { trigger, mails } = start();
    const { response: first } = await trigger(firstRound('ann', 'ann@example.com'));
    const { challengeMetadata } = first;
    const round = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata };
    const event = firstRound('ann', 'ann@example.com');
    const second = await trigger({ ...event, request: { ...event.request, session: [round] } });
    expect(second.response).toEqual(first);
    expect(mails).toEqual([{ to: 'ann@example.com', code: challengeMetadata }]);
  });
});

test.each([
  ['somebody who has had enough', firstRound('ann', 'ann@example.com')],
  ['nobody', nobody],
  ['an address that nobody has verified', firstRound('dora', 'dora@example.com', false)],
])('%s is asked as everybody is, takes as long, and no answer is right', async (_, event) => {
  const { trigger, pauses } = start();
  const sent = await trigger(firstRound('ann', 'ann@example.com'));
  expect(await isAnswerable(sent)).toBe(true);
  await trigger(firstRound('ann', 'ann@example.com'));
  const unsent = await trigger(event);
  expect(unsent.response.publicChallengeParameters).toEqual(sent.response.publicChallengeParameters);
  expect(await isAnswerable(unsent)).toBe(false);
  // Nor later in that sign-in.
  const { challengeMetadata } = unsent.response;
  const session = [{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata }];
  expect(await isAnswerable(await trigger({ ...event, request: { ...event.request, session } }))).toBe(false);
  expect(pauses).toEqual([700, 700, 700]);
});

describe('what keeps a mail from being sent', () => {
  test('is told to whoever operates the stage, without the address', async () => {
    const { trigger, lines } = start({ refusesMail: true });
    await expect(trigger(firstRound('ann', 'ann@example.com'))).rejects.toThrow(/^The code could not be sent\.$/);
    await trigger(nobody);
    await trigger(nobody);
    await trigger(nobody);
    expect(lines).toEqual([
      { text: 'not sent', code: 'CODE_DELIVERY_FAILED', cause: 'MessageRejected' },
      { text: 'not sent', code: 'TOO_MANY_REQUESTS' },
    ]);
  });

  test.each([
    ['somebody', firstRound('ann', 'ann@example.com')],
    ['nobody', nobody],
  ])('a table that is out of reach, for %s alike: nothing is sent', async (_, event) => {
    const { trigger, table, mails } = start();
    table.fail(true);
    await expect(trigger(event)).rejects.toThrow(/^The code could not be sent\.$/);
    expect(mails).toEqual([]);
  });
});
