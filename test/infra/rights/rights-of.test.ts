// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's Fn::Sub is written so.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../infra/config.ts';
import { rightsOf, rightsTable } from '../../../infra/rights/rights-of.ts';
import { resources, statements } from '../../../infra/template/template.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

const reference = 'AWS::Cognito::UserPool AuthUsersPoolE71B1D56';
const command = (...args: string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('../../../infra/commands/rights.ts', import.meta.url)), ...args], {
    encoding: 'utf8',
  });

describe('rightsOf', () => {
  test.each(Object.keys(stages))('leaves no statement of the template out: %s', (stage) => {
    const template = stageTemplate({ stage });
    const key = (actions: readonly string[]): string => actions.toSorted().join();
    expect(
      rightsOf(template)
        .map(({ actions }) => key(actions))
        .sort(),
    ).toEqual(
      statements(template)
        .map(({ actions }) => key(actions))
        .sort(),
    );
    const roles = resources(template, 'AWS::IAM::Role').map(([, { Properties }]) => Properties['Description']);
    expect(new Set(rightsOf(template).map(({ role }) => role))).toEqual(new Set(roles));
  });

  test('names a resource of the stack by its type, and says what is open in any other', () => {
    const rights = rightsOf(stageTemplate({ stage: 'dev' }));
    expect(rights).toContainEqual({
      role: 'The sign-up function',
      takenBy: 'lambda',
      effect: 'Allow',
      actions: ['cognito-idp:AdminCreateUser'],
      resources: [reference],
      condition: null,
    });
    const log = rights.find(({ role }) => role === 'Lets AppSync write the log of the API');
    expect(log?.takenBy).toBe('appsync');
    expect(log?.resources).toEqual([
      expect.stringMatching(/^arn:[^"]*:logs:\$\{AWS::Region\}:\$\{AWS::AccountId\}:log-group:\S+\*$/),
    ]);
  });

  test('tells conditions, refusals, exceptions and the policies of others', () => {
    const document = (...Statement: object[]) => ({ Statement });
    const template = {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: document({ Principal: { Service: 'cognito-idp.amazonaws.com' } }),
            ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/X']] }],
            Policies: [{ PolicyDocument: document({ Effect: 'Deny', NotAction: 'sns:Publish', Resource: '*' }) }],
          },
        },
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: document({
              Effect: 'Allow',
              Action: 'kms:Decrypt',
              Resource: { 'Fn::GetAtt': ['Key', 'Arn'] },
              Condition: { Bool: { a: true } },
            }),
          },
        },
        Key: { Type: 'AWS::KMS::Key' },
      },
    };
    const who = { role: 'Role', takenBy: 'cognito-idp' };
    expect(rightsOf(template)).toEqual([
      { ...who, effect: 'Deny', actions: ['all but sns:Publish'], resources: ['*'], condition: null },
      { ...who, effect: 'Allow', actions: ['kms:Decrypt'], resources: ['AWS::KMS::Key Key'], condition: '{"Bool":{"a":true}}' },
      {
        ...who,
        effect: 'Allow',
        actions: ['the policy'],
        resources: ['arn:${AWS::Partition}:iam::aws:policy/X'],
        condition: null,
      },
    ]);
  });
});

describe('npm run rights', () => {
  test('prints JSON for a program', { tags: ['exhaustive'], timeout: 60_000 }, () => {
    const rights = rightsOf(stageTemplate({ stage: 'prod' }));
    expect(JSON.parse(command('--stage=prod', '--json').stdout)).toEqual(rights);
  });

  test('prints a table of the stage', { tags: ['exhaustive'] }, () => {
    const template = stageTemplate({ stage: 'prod' });
    expect(command('--stage', 'prod').stdout).toBe(`${rightsTable(rightsOf(template))}\n`);
    const widths = rightsTable(rightsOf(template))
      .split('\n')
      .map(({ length }) => length);
    expect(new Set(widths).size).toBe(1);
  });

  test.each([
    [['--stage', 'nowhere'], 'There is no stage "nowhere" in infra/config.ts; it has dev, prod, social.\n'],
    [['--jsn'], 'There is no argument "--jsn" (did you mean --json?): this command takes --stage <name> and --json.\n'],
  ])('%j is one line', (args, stderr) => {
    expect(command(...args)).toMatchObject({ status: 1, stdout: '', stderr });
  });
});
