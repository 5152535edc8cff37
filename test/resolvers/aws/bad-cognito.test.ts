import { describe, expect, test } from 'vitest';
import { createCognito } from '../../../resolvers/aws/cognito.ts';
import { createPost } from '../../../resolvers/aws/post.ts';
import type { Field } from '../../../resolvers/call/operation.ts';
import { createCaller, refused } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { badService, type Fault, silent, throttled, unclear } from '../../support/resolvers/bad-service.ts';
import { type Args, type Call, calls, later } from '../../support/resolvers/cognito-calls.ts';
import { madeUpToken } from '../../support/resolvers/made-up-token.ts';

const token = madeUpToken();
const password = 'Correct-horse-1';

interface AnyCall extends Omit<Call<'me'>, 'args'> {
  readonly field: Field;
  readonly args: unknown;
}

const all: readonly AnyCall[] = [
  ...Object.entries(calls).map(([field, call]) => ({ field: field as keyof typeof calls, ...call })),
  // The other form of signUp is another operation, and the only one that is signed.
  {
    field: 'signUp',
    args: { input: { username: 'ann', temporaryPassword: password } },
    operation: 'AdminCreateUser',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  // Where something is kept of the users, whose it is is asked before they are gone.
  { field: 'deleteUser', args: {}, operation: 'GetUser', kind: 'sent again' },
];

/** A service that fails, and the way to it. The time is up once the service has been asked, if it is to be. */
async function failing(fault: Fault, timeIsUp: boolean) {
  const clock = { ms: 0 };
  const deadlines = new Set<() => void>();
  const after = (ms: number, then: () => void) => {
    if (ms > 2_000) deadlines.add(then);
    return () => deadlines.delete(then);
  };
  const service = await badService(fault, () => {
    if (!timeIsUp) return;
    clock.ms += 10_000;
    for (const deadline of deadlines) setImmediate(deadline);
  });
  return { service, post: createPost(service.endpoint, { after }), now: () => clock.ms };
}

/** What a caller sees, and what the service was asked for. */
async function meet(fault: Fault, { field, args, keepsNothing }: AnyCall, timeIsUp = false) {
  const { service, post, now } = await failing(fault, timeIsUp);
  const caller = createCaller({
    providers: ['Google'],
    tracksSessions: true,
    ...(!keepsNothing && { accountTable: startAccountTable() }),
    cognito: () => Promise.reject(new Error('The wire is another.')),
    post,
    now,
  });
  try {
    // True by the table, whose arguments are the field's.
    const answer = await caller.call(field, args as Args<typeof field>, { token });
    return { ...refused(answer), asked: service.asked, lines: caller.lines };
  } finally {
    service.close();
  }
}

const meetEach = (faults: Readonly<Record<string, Fault>>, call: AnyCall, timeIsUp?: boolean) =>
  Promise.all(Object.entries(faults).map(async ([name, fault]) => ({ name, ...(await meet(fault, call, timeIsUp)) })));

describe.each(all)('$operation', { tags: ['exhaustive'] }, (call) => {
  const { operation, kind, advice = /Try again/ } = call;
  const once = kind !== 'sent again';

  test('without an answer in time is sent once, and UNAVAILABLE', async () => {
    for (const { name, code, message, info, asked } of await meetEach(silent, call, true)) {
      expect({ name, code, asked }).toEqual({ name, code: 'UNAVAILABLE', asked: [operation] });
      expect(message).toMatch(advice);
      expect(info.retryable).toBe(kind !== 'sent once');
    }
  });

  test(`that nobody knows the outcome of is ${kind}, and UNAVAILABLE`, async () => {
    for (const { name, code, message, info, asked, lines } of await meetEach(unclear, call)) {
      expect({ name, code, asked }).toEqual({
        name,
        code: 'UNAVAILABLE',
        asked: once ? [operation] : [operation, operation],
      });
      expect(message).toMatch(advice);
      if (once) expect(message).toMatch(/may have happened/);
      expect(info.retryable).toBe(kind !== 'sent once');
      expect(JSON.stringify([message, lines])).not.toContain('s3cret');
    }
  });

  test('that is throttled is sent once more, and TOO_MANY_REQUESTS', async () => {
    for (const { name, code, message, info, asked } of await meetEach(throttled, call)) {
      expect({ name, code, asked }).toEqual({ name, code: 'TOO_MANY_REQUESTS', asked: [operation, operation] });
      expect(message).toBe('Too many calls at once. Try again shortly.');
      expect(info.retryable).toBe(true);
    }
  });
});

describe.each(Object.entries(later))('%s', { tags: ['exhaustive'] }, (name, { input, kind }) => {
  /** What `send` throws, by name, and what the service was asked for. */
  const sent = async (fault: Fault, timeIsUp = false) => {
    const { service, post, now } = await failing(fault, timeIsUp);
    const cognito = createCognito(
      { region: 'eu-central-1', endpoint: service.endpoint.href },
      { post, now, pause: async () => undefined },
    );
    try {
      // Each input is that of its operation.
      const error: unknown = await cognito.send(name as 'AdminGetUser', input as never).catch((thrown: unknown) => thrown);
      return { error: error instanceof Error ? error.name : 'none', asked: service.asked };
    } finally {
      service.close();
    }
  };
  const once = kind === 'sent once';

  test('without an answer in time is sent once', async () => {
    for (const [fault, fails] of Object.entries(silent))
      expect({ fault, ...(await sent(fails, true)) }).toEqual({
        fault,
        error: once ? 'UnclearOutcome' : 'NoAnswer',
        asked: [name],
      });
  });

  test(`that nobody knows the outcome of is ${kind}`, async () => {
    for (const [fault, fails] of Object.entries(unclear)) {
      const { error, asked } = await sent(fails);
      expect({ fault, asked }).toEqual({ fault, asked: once ? [name] : [name, name] });
      if (once) expect(error).toBe('UnclearOutcome');
      else expect(error).not.toBe('none');
    }
  });

  test('that is throttled is sent once more', async () => {
    for (const [fault, fails] of Object.entries(throttled)) {
      const { error, asked } = await sent(fails);
      expect({ fault, asked }).toEqual({ fault, asked: [name, name] });
      expect(error).not.toBe('UnclearOutcome');
    }
  });
});
