import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepApiKey } from '../../../local/data/api-key.ts';
import { writeOutputs } from '../../../local/data/outputs.ts';
import { realWorld } from '../../../local/world/world.ts';
import { makeFolder } from '../../support/local/folders.ts';

describe('keepApiKey', () => {
  test("makes a key of AppSync's form once, readable by its owner only", () => {
    const dataDir = join(makeFolder(), 'data');
    const key = keepApiKey(dataDir, realWorld);
    expect(key).toMatch(/^da2-[a-z0-9]{26}$/);
    expect(keepApiKey(dataDir, realWorld)).toBe(key);
    expect(statSync(join(dataDir, 'api-key')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  test('a damaged file is replaced', () => {
    const dataDir = makeFolder();
    writeFileSync(join(dataDir, 'api-key'), 'da2-');
    expect(keepApiKey(dataDir, realWorld)).toMatch(/^da2-[a-z0-9]{26}$/);
  });

  test('in memory each start has its own', () => {
    expect(keepApiKey(':memory:', realWorld)).not.toBe(keepApiKey(':memory:', realWorld));
  });
});

test('writeOutputs leaves one whole file', () => {
  const dataDir = makeFolder();
  const outputs = { GraphQLUrl: 'a', ApiKey: 'b', Region: 'c', UserPoolId: 'd', UserPoolClientId: 'e', CognitoEndpoint: 'f' };
  writeOutputs(dataDir, outputs);
  writeOutputs(dataDir, { ...outputs, Region: 'x' });
  expect(JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'))).toEqual({ ...outputs, Region: 'x' });
});
