import { expect, test } from 'vitest';
import { createNameSeal } from '../../../resolvers/sign-in/sealed-name.ts';

const address = 'ada@example.com';
const challenge = (username: string, session = 'the-session') =>
  ({ __typename: 'CustomChallenge', name: 'CUSTOM_CHALLENGE', username, session, parameters: {} }) as const;

const seal = createNameSeal('the-secret-of-the-client');

function hidden(username: string) {
  const result = seal.hide(challenge(username), address);
  if (result.__typename === 'Tokens') throw new Error('It is a challenge.');
  return { username: result.username, session: result.session ?? '' };
}

test('a challenge by an address is shown under the address, and answered by the true name', () => {
  const { username, session } = hidden('ada');
  expect(username).toBe(address);
  expect(session).not.toContain('ada');
  expect(seal.open(address, session)).toEqual({ username: 'ada', session: 'the-session' });
});

test('the session is as long for every name', () => {
  expect(hidden('a').session.length).toBe(hidden('b'.repeat(128)).session.length);
});

test.each([
  ['of another name', 'eve@example.com', (session: string) => session],
  ['that was changed', address, (session: string) => session.replace(/.{3}\.the/, 'AAA.the')],
  ['that is none', address, () => 'n1.AAAA.the-session'],
])('a seal %s is refused', (_, username, change) => {
  const { session } = hidden('ada');
  expect(() => seal.open(username, change(session))).toThrow(/has expired/);
});

test('a seal of another deployment is refused', () => {
  expect(() => createNameSeal('another secret').open(address, hidden('ada').session)).toThrow(/has expired/);
});

test('what needs the true name shows it: a user name, a proof, and a client without a secret', () => {
  const byName = challenge('ada');
  expect(seal.hide(byName, 'ada')).toBe(byName);
  expect(createNameSeal(null).hide(byName, address)).toBe(byName);
  expect(seal.open('ada', 'the-session')).toEqual({ username: 'ada', session: 'the-session' });
});
