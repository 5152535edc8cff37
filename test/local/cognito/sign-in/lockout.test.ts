import { describe, expect, test } from 'vitest';
import { invited } from '../../../support/cognito/people.ts';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
const wrong = 'Wrong passw0rd!';

describe('the lockout', () => {
  test.each(['ada', 'nobody'])('locks after five failures, twice as long each time, for whoever signs in as %s', async (name) => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (let failures = 0; failures < 5; failures++) expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
    for (const seconds of [1, 2, 4, 8]) {
      expect(await refusal(signIn(world, name, password))).toEqual(locked);
      world.clock.advance({ seconds: seconds - 0.001 });
      expect(await refusal(signIn(world, name, wrong))).toEqual(locked);
      world.clock.advance({ seconds: 0.001 });
      expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
    }
  });

  test('never locks for more than fifteen minutes, and forgets after as long a silence', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (let failures = 1; failures <= 15; failures++) {
      expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
      if (failures >= 5 && failures < 15) world.clock.advance({ seconds: 2 ** (failures - 5) });
    }
    // 2^10 seconds would be more than 15 minutes.
    world.clock.advance({ minutes: 15, seconds: -0.001 });
    expect(await refusal(signIn(world, 'ada', password))).toEqual(locked);
    world.clock.advance({ seconds: 0.001 });
    for (let failures = 0; failures < 4; failures++) expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
    expect((await signIn(world, 'ada', password)).AuthenticationResult).toBeDefined();
  });

  test('forgets the failures after a success', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (let round = 0; round < 3; round++) {
      for (let failures = 0; failures < 4; failures++) expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
      await signIn(world, 'ada', password);
    }
  });

  test('counts guesses of a temporary password, for every name of the user', async () => {
    const world = createTestPool();
    const temporary = await invited(world);
    for (const name of ['grace', 'GRACE', 'grace', 'Grace', 'grace'])
      expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
    expect(await refusal(signIn(world, 'grace', temporary))).toEqual(locked);
  });

  test('holds against guesses that come all at once', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    const answers = await Promise.all(Array.from({ length: 50 }, () => refusal(signIn(world, 'ada', wrong))));
    expect(answers.filter(({ message }) => message === incorrect.message)).toHaveLength(5);
    expect(answers.filter(({ message }) => message === locked.message)).toHaveLength(45);
  });
});
