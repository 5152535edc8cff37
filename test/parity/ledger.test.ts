import { existsSync, readFileSync } from 'node:fs';
import { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { createOAuthPool, send } from '../support/cognito/oauth.ts';
import { createTestPools } from '../support/cognito/pool.ts';
import { domainRows, providerTypes } from './ledger/domain.ts';
import { withoutField } from './ledger/operations.ts';
import { parityDocument } from './ledger/page.ts';
import { differs, refused } from './ledger/pool-answers.ts';
import { operationRows, settingOperations, settingRows } from './ledger/rows.ts';
import { authFlows, challengeNames, inputMembers } from './ledger/service-model.ts';
import { differing, withoutSetting } from './ledger/settings.ts';
import { proofOf } from './ledger/sources.ts';
import { triggerNames } from './ledger/trigger-names.ts';

test('docs/parity.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/parity.md', 'utf8')).toBe(parityDocument());
});

describe('operations', () => {
  const rows = operationRows();

  test('each has a GraphQL field or a reason, and not both', () => {
    const wrong = rows.filter(({ fields, reason }) => fields.length > 0 === (reason !== undefined));
    expect(wrong.map(({ operation }) => operation)).toEqual([]);
    expect(Object.keys(withoutField).filter((name) => rows.every(({ operation }) => operation !== name))).toEqual([]);
  });

  test('each that is done or differs has a test', () => {
    expect(rows.filter(({ is, proof }) => is !== 'refused' && proof === undefined).map(({ operation }) => operation)).toEqual([]);
  });

  test('each that is refused says why, and none is said to be that is not', () => {
    const named = (is: string) => rows.flatMap((row) => (row.is === is ? [row.operation] : [])).toSorted();
    expect(named('refused')).toEqual(Object.keys(refused).toSorted());
    expect(named('differs')).toEqual(Object.keys(differs).toSorted());
  });
});

describe('flows, challenges and triggers', () => {
  test.each([...authFlows, ...challengeNames, ...triggerNames()])('%s has a test', (word) => {
    expect(existsSync(proofOf(new RegExp(`\\b${word}\\b`, 'g')) ?? 'none')).toBe(true);
  });
});

describe('the domain', () => {
  const rows = domainRows();

  test('each endpoint that is done or differs has a test, and so does each type of provider', () => {
    expect(rows.filter(({ is, proof }) => is !== 'refused' && proof === undefined).map(({ path }) => path)).toEqual([]);
    const types = Object.keys(providerTypes).filter((type) => proofOf(new RegExp(`'${type}'`, 'g')) === undefined);
    expect(types).toEqual([]);
    expect(Object.keys(providerTypes).toSorted()).toEqual(Object.values(IdentityProviderTypeType).toSorted());
  });

  test('answers what is done or differs, and nothing that is refused', async () => {
    const world = createOAuthPool();
    const answered = await Promise.all(
      rows.map(async ({ path, is }) => {
        const { status } = await send(world, path.startsWith('/.well-known') ? `/${world.userPoolId}${path}` : path);
        return { path, is: status === 404 ? 'refused' : is };
      }),
    );
    expect(answered).toEqual(rows.map(({ path, is }) => ({ path, is })));
  });
});

describe.each(settingOperations)('the settings of %s', (operation) => {
  const rows = settingRows(operation);

  test('each is written by a setting of a stage, or has a reason', () => {
    expect(rows.filter(({ settings, reason }) => settings.length === 0 && reason === undefined).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('each that is done or kept has a test', () => {
    expect(rows.filter(({ is, proof }) => is !== 'refused' && proof === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('what is said of them is of members that there are', () => {
    const paths = inputMembers(operation).map((path) => `${path.replaceAll('[]', '')}.`);
    const said = [...Object.keys(differing[operation] ?? {}), ...Object.keys(withoutSetting[operation] ?? {})];
    expect(said.filter((name) => paths.every((path) => !path.startsWith(`${name}.`)))).toEqual([]);
  });
});

const refusedSettings = settingOperations.flatMap((operation) =>
  settingRows(operation).flatMap(({ path, is }) => (is === 'refused' ? [{ operation, path }] : [])),
);

test.each(refusedSettings)('$operation refuses $path by name', async ({ operation, path }) => {
  const { pools } = createTestPools();
  const headers = {
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    authorization: 'AWS4-HMAC-SHA256 Credential=local',
  };
  const given = path.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), 'x');
  const names = { PoolName: 'p', UserPoolId: 'eu-west-1_aaaaaaaaa', ClientName: 'c' };
  const body = JSON.stringify({ ...names, ...(given as object) });
  const answer = await pools.handle({ method: 'POST', url: '/', headers, body, remoteAddress: '127.0.0.1' });
  const { __type, message } = JSON.parse(String(answer.body));
  expect(__type).toBe('NotImplementedException');
  const [, refusedName = ''] = /^([\w.]+) is not implemented by the embedded user pool\.$/.exec(message) ?? [];
  expect(`.${path}.`).toContain(`.${refusedName}.`);
});
