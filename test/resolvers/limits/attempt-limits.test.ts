import { afterEach, describe, expect, test } from 'vitest';
import { refused, step, succeeded } from '../../support/caller.ts';
import { startAccountTable, type TestTable } from '../../support/resolvers/account-table.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import { confirmed, newPerson } from '../../support/resolvers/people.ts';
import { srpAnswer } from '../../support/resolvers/srp.ts';

const minute = 60_000;
const tooMany = {
  code: 'TOO_MANY_ATTEMPTS',
  message: 'Too many attempts. Wait before you try again.',
  info: { retryable: true },
};

const open: Instance[] = [];
afterEach(() => {
  for (const instance of open.splice(0)) instance.close();
});

interface World {
  readonly instance: Instance;
  readonly table: TestTable;
  /** Moves both clocks. */
  readonly wait: (milliseconds: number) => void;
}

function start({ limited = true, ...options }: InstanceOptions & { readonly limited?: boolean } = {}): World {
  const table = startAccountTable();
  const attemptLimits = { passwordsPerHour: 10, codesPerSession: 5 };
  const instance = createInstance({
    client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'] },
    ...options,
    accountTable: table,
    ...(limited && { attemptLimits }),
  });
  open.push(instance);
  const wait = (milliseconds: number): void => {
    instance.advance(milliseconds);
    table.advance(milliseconds);
  };
  return { instance, table, wait };
}

const attacker = { address: '198.51.100.66' };
const owner = { address: '203.0.113.7' };

/** Wrong passwords at a pace of 1.5 a minute, for an hour. */
async function attack({ instance, wait }: World, username: string): Promise<string[]> {
  const codes: string[] = [];
  for (let attempt = 0; attempt < 90; attempt++) {
    codes.push(refused(await instance.call('login', { input: { username, password: `Wrong-horse-${attempt}` } }, attacker)).code);
    wait(40_000);
  }
  return codes;
}

describe('somebody who tries passwords in the name of another', () => {
  test('is stopped after ten in an hour, and the owner signs in from elsewhere', async () => {
    const world = start();
    const person = await confirmed(world.instance);
    const codes = await attack(world, person.username);
    expect(codes.slice(0, 10)).not.toContain('INTERNAL');
    // The attack crosses the end of an hour once, at most.
    expect(codes.filter((code) => code === 'INVALID_CREDENTIALS').length).toBeLessThanOrEqual(20);
    step(succeeded(await world.instance.call('login', { input: person }, owner)), 'Tokens');
  });

  test('would lock the owner out without this API, since the pool counts all callers', async () => {
    const world = start({ limited: false });
    const person = await confirmed(world.instance);
    await attack(world, person.username);
    expect(refused(await world.instance.call('login', { input: person }, owner)).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('gets the same answers for a name that nobody has', async () => {
    const answers = await Promise.all(
      [async (instance: Instance) => (await confirmed(instance)).username, async () => newPerson().username].map(async (name) => {
        const { instance, wait } = start();
        const username = await name(instance);
        const codes: string[] = [];
        for (let attempt = 0; attempt < 12; attempt++) {
          codes.push(refused(await instance.call('login', { input: { username, password: 'Wrong-horse-1' } }, attacker)).code);
          wait(4 * minute);
        }
        return codes;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test('is counted by SRP too', async () => {
    const { instance } = start();
    const person = await confirmed(instance);
    const answers: string[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const input = await srpAnswer(instance, { username: person.username, password: 'Wrong-horse-1' });
      answers.push(refused(await instance.call('respondToChallenge', { input }, attacker)).code);
    }
    expect(answers.slice(10)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    expect(instance.lines.filter((line) => line.includes('NotAuthorizedException')).length).toBeLessThanOrEqual(10);
  });

  test('gets the same answer as a locked user', async () => {
    const { instance, wait } = start();
    for (let attempt = 0; attempt < 10; attempt++) {
      await instance.call('login', { input: { username: 'nobody', password: 'Wrong-horse-1' } }, attacker);
      wait(minute);
    }
    expect(refused(await instance.call('login', { input: { username: ' NoBody', password: 'x' } }, attacker))).toMatchObject(
      tooMany,
    );
  });
});

describe('a password that is right', () => {
  test('never uses up the limit, however often: half of it is left for wrong ones', async () => {
    const { instance } = start();
    const person = await confirmed(instance);
    for (let times = 0; times < 25; times++) succeeded(await instance.call('login', { input: person }, owner));
    const codes: string[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const input = { ...person, password: `Wrong-horse-${attempt}` };
      codes.push(refused(await instance.call('login', { input }, owner)).code);
      instance.advance(minute);
    }
    expect(codes).toEqual([...Array(5).fill('INVALID_CREDENTIALS'), 'TOO_MANY_ATTEMPTS']);
  });

  test('costs one write up to half of the limit, beside that of the activity', async () => {
    const { instance, table } = start();
    const person = await confirmed(instance);
    const writes: number[] = [];
    for (let times = 0; times < 7; times++) {
      const before = table.requests();
      succeeded(await instance.call('login', { input: person }, owner));
      writes.push(table.requests() - before);
    }
    expect(writes).toEqual([2, 2, 2, 2, 2, 3, 3]);
  });

  test('passes while the table is out of reach, which is asked again later', async () => {
    const { instance, table } = start();
    const person = await confirmed(instance);
    table.fail(true);
    succeeded(await instance.call('login', { input: person }, owner));
    succeeded(await instance.call('login', { input: person }, owner));
    expect(instance.lines.filter((line) => line.includes('"lost":"count"'))).toHaveLength(1);
  });
});

describe('a user whom wrong passwords have locked', () => {
  test('still signs in by a code: only passwords are locked', async () => {
    const world = start({
      limited: false,
      userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    });
    const { instance } = world;
    const person = await confirmed(instance);
    await attack(world, person.username);
    expect(refused(await instance.call('login', { input: person }, owner)).code).toBe('TOO_MANY_ATTEMPTS');
    const { username } = person;
    const asked = await instance.call('login', { input: { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    const { name, username: answering, session } = step(succeeded(asked), 'EmailOtpChallenge');
    const code = instance.message(person.email).code ?? '';
    step(succeeded(await instance.call('respondToChallenge', { input: { name, username: answering, session, code } })), 'Tokens');
  });
});

describe('a code', () => {
  test('may be tried five times in a session, and the owner of another session is not touched', async () => {
    const { instance, table } = start({
      userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    });
    const person = await confirmed(instance);
    const begin = async () =>
      step(
        succeeded(
          await instance.call('login', {
            input: { username: person.username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
          }),
        ),
        'EmailOtpChallenge',
      );
    const { name, username, session } = await begin();
    const right = instance.message(person.email).code ?? '';
    const wrong = right.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
    const answers: string[] = [];
    for (let attempt = 0; attempt < 300; attempt++) {
      const input = { name, username, session, code: wrong };
      answers.push(refused(await instance.call('respondToChallenge', { input }, attacker)).code);
    }
    expect(answers.filter((code) => code === 'CODE_MISMATCH').length).toBeLessThanOrEqual(5);
    expect(new Set(answers.slice(5))).toEqual(new Set(['TOO_MANY_ATTEMPTS']));
    const fresh = await begin();
    const input = { name, username, session: fresh.session, code: instance.message(person.email).code ?? '' };
    step(succeeded(await instance.call('respondToChallenge', { input }, owner)), 'Tokens');

    table.fail(true);
    const again = { name, username, session: (await begin()).session, code: wrong };
    expect(refused(await instance.call('respondToChallenge', { input: again }))).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The code could not be counted in time. Try again.',
    });
  });
});
