import { describe, expect, test } from 'vitest';
import { password, refusal } from '../../../../support/cognito/pool.ts';
import { respond } from '../../../../support/cognito/sign-in.ts';
import { begun, everyName, incorrect, invalid, locked, names } from './pending-challenges.ts';

// Each challenge answered wrongly, under another name, by another user, twice, through another client, too late, and
// too often.

const attacked = new Set<string>();
const attacks = ['a wrong answer', 'another name', 'another user', 'twice', 'another client', 'too late', 'too often'] as const;

describe.each(names)('%s', (name) => {
  test('a wrong answer is refused, and the right one taken after it', async () => {
    const { row, right, answer } = await begun(name);
    if (Object.keys(row.wrong).length > 0) {
      expect(await refusal(answer({ ...right(), ...row.wrong }))).toEqual(row.refusal);
      const missing = Object.fromEntries(Object.keys(row.wrong).map((key) => [key, '']));
      expect((await refusal(answer({ ...right(), ...missing }))).name).toBe('InvalidParameterException');
    }
    expect((await refusal(answer(right(), { as: '' }))).message).toBe('Missing required parameter USERNAME');
    const { AuthenticationResult, ChallengeName } = await answer(right());
    expect(Boolean(AuthenticationResult) !== Boolean(ChallengeName)).toBe(true);
    attacked.add(`${name}/a wrong answer`);
  });

  test('another challenge’s name is refused, and so is another challenge’s answer', async () => {
    const { right, answer } = await begun(name);
    const inputs = { ANSWER: 'PASSWORD', PASSWORD: password, NEW_PASSWORD: 'An0ther one!', EMAIL: 'new@example.com', ...right() };
    for (const other of everyName.filter((candidate) => candidate !== name)) {
      expect([
        'NotAuthorizedException',
        'InvalidParameterException',
        'NotImplementedException',
        'ResourceNotFoundException',
      ]).toContain((await refusal(answer(inputs, { name: other }))).name);
    }
    attacked.add(`${name}/another name`);
  });

  test('another user is refused, by their own name and by the name of this one', async () => {
    const { row, world, right, answer } = await begun(name);
    const first = right();
    for (const as of ['eve', 'nobody']) {
      expect(['Invalid session for the user.', incorrect.message]).toContain((await refusal(answer(first, { as }))).message);
    }
    const eve = await row.begin(world, 'eve');
    const session = eve.session ?? '';
    expect(['Invalid session for the user.', incorrect.message]).toContain(
      (await refusal(answer(name === 'PASSWORD_VERIFIER' ? eve.right() : first, { session }))).message,
    );
    attacked.add(`${name}/another user`);
  });

  test('a session is used once, even by answers at the same time', async () => {
    const { right, answer } = await begun(name);
    const inputs = right();
    const outcomes = await Promise.allSettled([answer(inputs), answer(inputs), answer(inputs)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refusal(answer(inputs))).message).toMatch(/^Invalid session for the user, session can only be used once\.$/);
    attacked.add(`${name}/twice`);
  });

  test('another client is refused', async () => {
    const { world, session, right } = await begun(name);
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    const call = respond({ ...world, clientId }, name, session, { USERNAME: 'ada', ...right() });
    expect([invalid.message, incorrect.message]).toContain((await refusal(call)).message);
    attacked.add(`${name}/another client`);
  });

  test('a session ends in its time', async () => {
    const { world, right, answer } = await begun(name);
    world.clock.advance({ minutes: 3 });
    expect(await refusal(answer(right()))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
    attacked.add(`${name}/too late`);
  });

  test('guesses lock the user, even if they are concurrent or the sign-in is started again', async () => {
    const { row, world, right, answer } = await begun(name);
    const { tries } = row;
    if (tries !== undefined) {
      const guesses = await Promise.all(Array.from({ length: tries + 5 }, () => refusal(answer({ ...right(), ...row.wrong }))));
      expect(guesses.filter(({ message }) => message === row.refusal.message)).toHaveLength(tries);
      expect(guesses.filter(({ message }) => message === locked.message)).toHaveLength(5);
      expect(await refusal(answer(right()))).toEqual(locked);
      world.clock.advance({ seconds: 1 });
      expect(await refusal(answer({ ...right(), ...row.wrong }))).toEqual(row.refusal);
      world.clock.advance({ seconds: 1 });
      expect(await refusal(answer(right()))).toEqual(locked);
      world.clock.advance({ seconds: 1 });
      expect((await answer(right())).AuthenticationResult).toBeDefined();
    }
    attacked.add(`${name}/too often`);
  });
});

test('every attack was made on every challenge', () => {
  const cells = names.flatMap((name) => attacks.map((attack) => `${name}/${attack}`));
  expect(cells).toHaveLength(11 * 7);
  expect(cells.filter((cell) => !attacked.has(cell))).toEqual([]);
});
