import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../infra/config.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import { resources, statements, type Template } from '../../../infra/template/template.ts';
import { withGoogle } from '../../support/infra/federation.ts';
import { stageTemplate, templateOf } from '../../support/infra/stack.ts';

const names = ['User', 'Account', 'Recovery', 'SignUp', 'Admin', 'Gpt'];
const dev = stageTemplate({ stage: 'dev' });
const prod = stageTemplate({ stage: 'prod' });
const poolArn = { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersPool/), 'Arn'] };
const accountTableArn = { 'Fn::GetAtt': [expect.stringMatching(/^AuthAccountTable/), 'Arn'] };
const secretArn = { Ref: expect.stringMatching(/^AuthGptSecret/) };

describe('the rights of the functions', () => {
  const ofRole = (prefix: string) => statements(dev).filter(({ owner }) => owner.startsWith(prefix));
  const own = (name: string) => [
    {
      owner: expect.anything(),
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resource: { 'Fn::GetAtt': [expect.stringMatching(`^Auth${name}FunctionLog`), 'Arn'] },
    },
    { owner: expect.anything(), actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], resource: '*' },
  ];
  const sorted = (list: ReturnType<typeof ofRole>) => list.toSorted((a, b) => String(a.actions).localeCompare(String(b.actions)));

  const keepingNothing = {
    activity: null,
    mfa: { recoveryCodes: false },
    protection: { messageLimits: null, attemptLimits: null },
    gpt: null,
  };
  const inTable = (...actions: string[]) => ({ owner: expect.anything(), actions, resource: accountTableArn });
  const withoutTable = parseSettings({ ...stages.dev, ...keepingNothing });

  test.each([
    ['User', ['dynamodb:PutItem', 'dynamodb:UpdateItem']],
    ['Account', ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']],
  ])('the %s function may write its log and its traces, use its table, and do nothing in Cognito', (name, actions) => {
    expect(sorted(ofRole(`Auth${name}Function`))).toEqual([inTable(...actions), ...own(name)]);
    const bare = statements(templateOf(withoutTable)).filter(({ owner }) => owner.startsWith(`Auth${name}Function`));
    expect(sorted(bare)).toEqual(own(name));
  });

  test('the recovery function may also end the sessions of users, and forget their devices where they are remembered', () => {
    const cognito = (...actions: string[]) => ({
      owner: expect.anything(),
      actions: actions.map((action) => `cognito-idp:${action}`),
      resource: poolArn,
    });
    const turningOff = ['AdminDeleteSoftwareToken', 'AdminGetUser', 'AdminInitiateAuth', 'AdminSetUserMFAPreference'];
    expect(sorted(ofRole('AuthRecoveryFunction'))).toEqual([
      cognito(...turningOff, 'AdminSetUserPassword', 'AdminUserGlobalSignOut'),
      inTable('dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
      ...own('Recovery'),
    ]);
    const bare = statements(templateOf(withoutTable)).filter(({ owner }) => owner.startsWith('AuthRecoveryFunction'));
    expect(sorted(bare)).toEqual([cognito('AdminSetUserPassword', 'AdminUserGlobalSignOut'), ...own('Recovery')]);
    const remembering = templateOf(parseSettings({ ...stages.dev, ...keepingNothing, signIn: { rememberDevices: 'ALWAYS' } }));
    const forgetting = statements(remembering).filter(({ owner }) => owner.startsWith('AuthRecoveryFunction'));
    expect(sorted(forgetting)).toEqual([
      cognito('AdminForgetDevice', 'AdminListDevices', 'AdminSetUserPassword', 'AdminUserGlobalSignOut'),
      ...own('Recovery'),
    ]);
  });

  test('the sign-up function may also count messages, and create users in this pool', () => {
    const cognito = { owner: expect.anything(), actions: ['cognito-idp:AdminCreateUser'], resource: poolArn };
    expect(sorted(ofRole('AuthSignUpFunction'))).toEqual([cognito, inTable('dynamodb:UpdateItem'), ...own('SignUp')]);
  });

  test('but not in a stage that creates no users that way', () => {
    const rights = statements(prod).filter(({ owner }) => owner.startsWith('AuthSignUpFunction'));
    expect(sorted(rights)).toEqual([inTable('dynamodb:UpdateItem'), ...own('SignUp')]);
  });

  test('the admin function may also do what its operations ask of Cognito, on this pool, and nothing else', () => {
    const folders = ['resolvers/operations/admin', 'resolvers/administration'];
    const sources = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const shutOut = readFileSync('resolvers/recovery/shut-out.ts', 'utf8');
    const called = new Set(
      [...sources, shutOut].flatMap((source) => [...source.matchAll(/\bsend\('(\w+)'/g)].map(([, name]) => name)),
    );
    // It is called with the administrator's access token.
    called.delete('GetUser');
    const signIn = { ...stages.dev.signIn, rememberDevices: 'ON_REQUEST' as const };
    const everything = parseSettings({ ...stages.dev, signIn, federation: withGoogle });
    const [cognito] = statements(templateOf(everything)).filter(
      ({ owner, actions }) => owner.startsWith('AuthAdminFunction') && actions[0]?.startsWith('cognito-idp:'),
    );
    expect(cognito?.resource).toEqual(poolArn);
    expect(cognito?.actions.toSorted()).toEqual([...called].map((name) => `cognito-idp:${name}`).toSorted());
    const of = (template: Template) =>
      statements(template).flatMap(({ owner, actions }) => (owner.startsWith('AuthAdminFunction') ? actions : []));
    const plain = of(templateOf(parseSettings({ ...stages.dev, tokens: {} })));
    expect(plain.filter((action) => /Session|Device$|Provider/.test(action))).toEqual([]);
    expect(of(templateOf(parseSettings({ ...stages.dev, administration: null })))).toEqual([]);
  });

  test('the gpt function may also read its one secret, and update items of the table', () => {
    const [log, traces] = own('Gpt');
    const read = { owner: expect.anything(), actions: ['secretsmanager:GetSecretValue'], resource: secretArn };
    expect(sorted(ofRole('AuthGptFunction'))).toEqual([inTable('dynamodb:UpdateItem'), log, read, traces]);
  });

  test('AppSync may call these functions, each by a role of its own, and write the log of its API', () => {
    expect(statements(dev).filter(({ owner }) => owner.startsWith('AuthGraphql'))).toEqual([
      {
        owner: expect.anything(),
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resource: { 'Fn::Join': ['', expect.arrayContaining([':log-group:/aws/appsync/apis/*'])] },
      },
      ...names.map((name) => ({
        owner: expect.anything(),
        actions: ['lambda:InvokeFunction'],
        resource: { 'Fn::GetAtt': [expect.stringMatching(`^Auth${name}FunctionHandler`), 'Arn'] },
      })),
    ]);
  });

  test('no role has a managed policy', () => {
    for (const [, role] of resources(dev, 'AWS::IAM::Role')) expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
  });

  test('no statement names an action by a wildcard', () => {
    expect(statements(dev).flatMap(({ actions }) => actions.filter((action) => action.includes('*')))).toEqual([]);
  });
});
