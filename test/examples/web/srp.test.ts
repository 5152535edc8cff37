import { createHash, randomBytes } from 'node:crypto';
import { signSrpSession } from 'cognito-srp-helper';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  type RespondToChallengeMutation,
} from '../../../examples/generated/operations.ts';
import { srpTimestamp, startSrp } from '../../../examples/web/src/auth/proofs/srp.ts';
import { challenge } from '../../clients/challenge.ts';
import { confirmedPerson } from '../../clients/people.ts';
import { type Answer, refused, succeeded } from '../../support/send.ts';
import { expectTokens, newPassword } from '../../support/stories.ts';
import { type System, startSystem } from '../../support/system.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const bigint = (hex: string): bigint => BigInt(`0x${hex}`);

const N = bigint(
  `ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd
ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed
ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f
83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b
e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510
15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7
abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c
bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff`.replaceAll('\n', ''),
);

function modPow(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = modPow((base * base) % N, exponent >> 1n);
  return exponent & 1n ? (half * base) % N : half;
}

// Computed with amazon-cognito-identity-js 6.3.21 and an independent server side.
describe('startSrp, by the vector of amazon-cognito-identity-js', () => {
  const a = bigint('a1'.repeat(128));
  const b = bigint('b2'.repeat(128));
  const k = bigint('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
  const v = modPow(2n, bigint('e022324cfe14fc93782e43148ddcb96fb5f16c0abd1e07e1f0efdcdbbe73a0b7'));
  const srpB = ((k * v + modPow(2n, b)) % N).toString(16);
  const proof = {
    username: '11111111-2222-3333-4444-555555555555',
    poolName: 'AbCdEf123',
    password: 'Passw0rd! é',
    salt: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
    srpB,
    secretBlock: 'U0VDUkVULUJMT0NLLWJ5dGVz',
    timestamp: 'Wed Apr 5 22:42:34 UTC 2017',
  };

  test('gives its A and its signature', async () => {
    expect(sha256(srpB)).toBe('9fa3e6be7dba86160fd883579cb620065cf496661c4237d10e4ca82970cd58b4');
    const srp = await startSrp(a);
    expect(sha256(srp.srpA)).toBe('000eb605dbc549f0de97a195273b9cfd9527f21de3389ac0505181cc2d4ad1e5');
    expect(await srp.prove(proof)).toEqual({
      signature: 'UQUjVxj2S/hcfoq8P8x92Dszw9muUbovPyyvbfrkcMU=',
      secretBlock: proof.secretBlock,
      timestamp: proof.timestamp,
    });
  });

  test('reads a salt that lost its leading zeros as the same number', async () => {
    const srp = await startSrp(a);
    const [short, long] = await Promise.all(['9', '0009'].map((salt) => srp.prove({ ...proof, salt })));
    expect(short).toEqual(long);
  });

  test.each([
    ['0', 'zero'],
    ['00', 'zero'],
    [N.toString(16), 'N'],
    [(2n * N).toString(16), 'twice N'],
  ])('refuses a B that any password would fit: %#, %s', async (value) => {
    await expect((await startSrp()).prove({ ...proof, srpB: value })).rejects.toThrow("The server's srpB proves nothing.");
  });

  test('refuses values that are not numbers, by name', async () => {
    const srp = await startSrp();
    await expect(srp.prove({ ...proof, srpB: 'rubbish' })).rejects.toThrow("The server's srpB is not hexadecimal.");
    await expect(srp.prove({ ...proof, salt: '' })).rejects.toThrow("The server's salt is not hexadecimal.");
  });
});

test('startSrp begins with a random number each time', async () => {
  const [one, two] = [await startSrp(), await startSrp()];
  expect(one.srpA).not.toBe(two.srpA);
  for (const { srpA } of [one, two]) expect(srpA).toMatch(/^[1-9a-f][0-9a-f]{700,767}$/);
});

// Otherwise random numbers, so that all forms of padding occur.
test.each(['00', '0001', '0080', '7f', '80', 'ff'])(
  'startSrp and cognito-srp-helper make the same proof, with a salt that begins with %s',
  async (beginning) => {
    for (let round = 0; round < 3; round += 1) {
      const smallA = randomBytes(128).toString('hex');
      const srp = await startSrp(bigint(smallA));
      const [username, password, poolName, timestamp] = ['ada', newPassword(), 'AbC', srpTimestamp(new Date())];
      const salt = beginning + randomBytes(14).toString('hex');
      const srpB = (bigint(randomBytes(384).toString('hex')) % N).toString(16);
      const secretBlock = randomBytes(600).toString('base64');
      const session = { username, password, poolId: `eu-west-1_${poolName}`, poolIdAbbr: poolName, isHashed: false, timestamp };
      const theirs = signSrpSession(
        { ...session, smallA, largeA: srp.srpA },
        { ChallengeParameters: { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock, USER_ID_FOR_SRP: username } },
      );
      const ours = await srp.prove({ username, poolName, password, salt, srpB, secretBlock, timestamp });
      expect(ours.signature).toBe(theirs.passwordSignature);
    }
  },
);

test.each([
  ['2017-04-05T22:42:34Z', 'Wed Apr 5 22:42:34 UTC 2017'],
  ['2026-12-31T03:04:05Z', 'Thu Dec 31 03:04:05 UTC 2026'],
])('srpTimestamp writes %s as Cognito wants it', (iso, text) => {
  expect(srpTimestamp(new Date(iso))).toBe(text);
});

describe('startSrp, signing in through GraphQL', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  });

  afterAll(() => system.close());

  async function signIn(username: string, password: string): Promise<Answer<RespondToChallengeMutation>> {
    const { srpA, prove } = await startSrp();
    const start = await system.send(LoginDocument, { input: { username, flow: 'USER_SRP_AUTH', srpA } });
    const { userIdForSrp, salt, srpB, secretBlock, ...step } = challenge(succeeded(start).login, 'PasswordVerifierChallenge');
    const [, poolName = ''] = system.runtime.outputs.UserPoolId.split('_');
    const passwordClaim = await prove({ username: userIdForSrp, poolName, password, salt, srpB, secretBlock });
    const input = { name: step.name, username: step.username, session: step.session, passwordClaim };
    return system.send(RespondToChallengeDocument, { input });
  }

  test.each(['username', 'email'] as const)('by %s and the right password', async (name) => {
    const person = await confirmedPerson(system);
    const { accessToken } = expectTokens(succeeded(await signIn(person[name], person.password)).respondToChallenge);
    const { me } = succeeded(await system.send(MeDocument, {}, accessToken));
    expect(me.username).toBe(person.username);
  });

  test('refuses a wrong password and an unknown user in the same way', async () => {
    const { username } = await confirmedPerson(system);
    const wrong = refused(await signIn(username, newPassword()));
    expect(wrong.errorType).toBe('INVALID_CREDENTIALS');
    expect(refused(await signIn('nobody', newPassword()))).toMatchObject({ errorType: wrong.errorType, message: wrong.message });
  });
});
