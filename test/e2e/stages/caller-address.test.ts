import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerAddress } from '../../../resolvers/serve/caller-address.ts';
import { apiKey, createTestApi } from '../../local/appsync/api.ts';
import { code } from '../../support/infra/stack.ts';
import { startStage } from '../../support/stage.ts';
import { selfServiceStory, temporaryPasswordStory } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

/** The caller's address that the function reads from a header that passes through AppSync and the deployed resolver. */
async function addressOf(forwardedFor: string | undefined, signedIn: boolean): Promise<string | null> {
  const dataSource = { type: 'AWS_LAMBDA', functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:user' } as const;
  const { send, sign, invoked } = await createTestApi({
    resolvers: [{ typeName: 'Query', fieldName: 'hello', code: code.resolver, dataSource }],
    invoke: () => ({ ok: true, payload: { data: 'Hello' } }),
  });
  const credential: Record<string, string> = signedIn ? { authorization: await sign() } : { 'x-api-key': apiKey };
  const { json } = await send(
    { query: '{ hello }' },
    { ...credential, ...(forwardedFor && { 'x-forwarded-for': forwardedFor }) },
  );
  expect(json).toEqual({ data: { hello: 'Hello' } });
  const [payload] = invoked as readonly { readonly forwardedFor: string }[]; // what the resolver sends
  return callerAddress(payload?.forwardedFor ?? null);
}

describe.each([false, true])("the caller's address, whether they are signed in: %s", (signedIn) => {
  test.each([
    undefined,
    '203.0.113.66',
    '203.0.113.66, 203.0.113.67, 203.0.113.68',
    ',,,',
    'unknown, _hidden, [2001:db8::1]:99',
    '127.0.0.1, 10.0.0.1',
  ])('is that of the connection, whatever the caller writes: %j', async (forwardedFor) => {
    // All of these tests' requests come from there.
    expect(await addressOf(forwardedFor, signedIn)).toBe('127.0.0.1');
  });
});

describe('a stage with threat protection', () => {
  let system: System;
  beforeAll(async () => {
    system = await startStage({
      signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD'] },
      signIn: { plan: 'PLUS', clientSecret: true },
      protection: { threatProtection: 'ENFORCED' },
    });
  });
  afterAll(() => system?.close());

  test('passes on the address of every caller with each call', async () => {
    const tokens = await temporaryPasswordStory(system);
    expect(tokens.accessToken).not.toBe('');
    await selfServiceStory(system);
  });
});
