import { expect, test } from 'vitest';
import { createEvenTime } from '../../../resolvers/sign-in/even-time.ts';

/** A clock that only moves when something takes time. */
function clock() {
  let now = 0;
  const pass = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, pause: pass, pass };
}

test.each([
  ['one that is quick', 3, 1000],
  ['one that takes as long as the wait', 1000, 1000],
  ['one that takes longer', 1001, 2000],
])('by an address, %s ends with the wait', async (_, takes, ends) => {
  const time = clock();
  const even = createEvenTime({ milliseconds: 1000, ...time });
  const work = async () => {
    await time.pass(takes);
    return 'done';
  };
  expect(await even('ada@example.com', work)).toBe('done');
  expect(time.now()).toBe(ends);
});

test('so does one that is refused', async () => {
  const time = clock();
  const even = createEvenTime({ milliseconds: 1000, ...time });
  const refuse = async () => {
    await time.pass(7);
    throw new Error('No.');
  };
  await expect(even('+15555550100', refuse)).rejects.toThrow('No.');
  expect(time.now()).toBe(1000);
});

test('by a user name, and where it is off, nothing waits', async () => {
  const time = clock();
  await createEvenTime({ milliseconds: 1000, ...time })('ada', () => time.pass(5));
  await createEvenTime({ milliseconds: null, ...time })('ada@example.com', () => time.pass(5));
  expect(time.now()).toBe(10);
});
