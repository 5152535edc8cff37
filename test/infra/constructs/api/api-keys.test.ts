import { describe, expect, test } from 'vitest';
import { resources } from '../../../../infra/template/template.ts';
import { startRuntime } from '../../../../local/runtime.ts';
import { devWith } from '../../../support/infra/everything.ts';
import { stackOf, templateOf } from '../../../support/infra/stack.ts';

const now = new Date();
const withKeys = (...keys: string[]) => templateOf(devWith({ api: { keys } }), now);
const keysOf = (...keys: string[]) => Object.fromEntries(resources(withKeys(...keys), 'AWS::AppSync::ApiKey'));
const publicKey = 'AuthGraphqlApiPublicApiKeyE1A32C75';

describe('the API keys', () => {
  test('a rotation does not change the key that stays', () => {
    const before = keysOf('Public');
    const during = keysOf('Next', 'Public');
    const after = keysOf('Next');
    const [next = ''] = Object.keys(after);
    expect(Object.keys(before)).toEqual([publicKey]);
    expect(Object.keys(during).toSorted()).toEqual([next, publicKey].toSorted());
    expect(during[publicKey]).toEqual(before[publicKey]);
    expect(during[next]).toEqual(after[next]);
  });

  test('the output is the first', () => {
    const [next = ''] = Object.keys(keysOf('Next'));
    expect(withKeys('Next', 'Public').Outputs['ApiKey']?.Value).toEqual({ 'Fn::GetAtt': [next, 'ApiKey'] });
    expect(withKeys('Public', 'Next').Outputs['ApiKey']?.Value).toEqual({ 'Fn::GetAtt': [publicKey, 'ApiKey'] });
  });

  test('each is made after the schema and has a date', () => {
    for (const key of Object.values(keysOf('One', 'Two', 'Three'))) {
      expect(key.DependsOn).toEqual(['AuthGraphqlApiSchema960A9590']);
      expect(key.Properties['Expires']).toBeGreaterThan(now.getTime() / 1000);
    }
  });

  test('on the laptop one key represents all of them', async () => {
    const { app } = stackOf(devWith({ api: { keys: ['Next', 'Public'] } }));
    const { directory } = app.synth();
    const apiKey = `da2-${'k'.repeat(26)}`;
    const runtime = await startRuntime({ assembly: directory, dataDir: ':memory:', port: 0, cognitoPort: 0, apiKey });
    try {
      const { GraphQLUrl, ApiKey } = runtime.outputs;
      expect(ApiKey).toBe(apiKey);
      const body = JSON.stringify({ query: '{ authConfig { mfaMode } }' });
      const headers = { 'content-type': 'application/json', 'x-api-key': apiKey };
      const answer = await fetch(GraphQLUrl, { method: 'POST', headers, body });
      expect(await answer.json()).toEqual({ data: { authConfig: { mfaMode: 'OPTIONAL' } } });
    } finally {
      await runtime.close();
    }
  });
});
