import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../infra/config.ts';
import { rightsOf } from '../../../infra/rights/rights-of.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { named, only, resources, statements, type Template } from '../../../infra/template/template.ts';
import { allProblems } from '../../support/infra/findings.ts';
import { code, stackOf, stageTemplate, templateOf } from '../../support/infra/stack.ts';

// Without the other uses of the account table.
const withoutLimits = { messageLimits: null, attemptLimits: null };
const settings = (gpt: SettingsInput['gpt']) =>
  parseSettings({ ...stages.dev, activity: null, mfa: { recoveryCodes: false }, protection: withoutLimits, gpt });
const dev = templateOf(settings({}));
const off = templateOf(settings(null));
const unlimited = templateOf(settings({ requestsPerDay: null, totalRequestsPerDay: null }));

const ids = ({ Resources }: Template) => Object.keys(Resources);
const environment = (template: Template, name: string) =>
  named(template, 'AWS::Lambda::Function', `Auth${name}FunctionHandler`).Properties['Environment'].Variables;
const gptResolver = (template: Template) =>
  resources(template, 'AWS::AppSync::Resolver').find(([, { Properties }]) => Properties['FieldName'] === 'gpt');

describe('the table of counts', () => {
  test('is that of the accounts, in which the function may count and nothing else', () => {
    const right = statements(dev).filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
    expect(right.map(({ actions }) => actions)).toEqual([['dynamodb:UpdateItem']]);
    expect(only(dev, 'AWS::DynamoDB::Table').Properties['KeySchema']).toEqual([
      { AttributeName: 'owner', KeyType: 'HASH' },
      { AttributeName: 'item', KeyType: 'RANGE' },
    ]);
  });

  test('does not exist without a limit: no right, no variable', () => {
    expect(resources(unlimited, 'AWS::DynamoDB::Table')).toEqual([]);
    expect(statements(unlimited).flatMap(({ actions }) => actions.filter((action) => action.startsWith('dynamodb:')))).toEqual(
      [],
    );
    const [limited, without] = [environment(dev, 'Gpt'), environment(unlimited, 'Gpt')];
    expect(Object.keys(limited).filter((name) => !(name in without))).toEqual([
      'ACCOUNT_TABLE',
      'GPT_REQUESTS_PER_DAY',
      'GPT_TOTAL_REQUESTS_PER_DAY',
    ]);
    expect(JSON.parse(environment(unlimited, 'User')['AUTH_CONFIG']).gptLimits.requestsPerDay).toBeNull();
    expect(ids(dev).filter((id) => !ids(unlimited).includes(id))).toEqual([expect.stringMatching(/^AuthAccountTable/)]);
  });
});

test('the limits end up in the function and in authConfig', () => {
  const limits = { requestsPerDay: 7, messageCharacters: 500, answerTokens: 99 };
  const template = templateOf(settings({ ...limits, answerTokensParameter: 'max_tokens' }));
  expect(environment(template, 'Gpt')).toMatchObject({
    GPT_REQUESTS_PER_DAY: '7',
    GPT_MESSAGE_CHARACTERS: '500',
    GPT_ANSWER_TOKENS: '99',
    GPT_ANSWER_TOKENS_PARAMETER: 'max_tokens',
  });
  expect(JSON.parse(environment(template, 'User')['AUTH_CONFIG'])).toMatchObject({ gptEnabled: true, gptLimits: limits });
});

describe("a secret of one's own", () => {
  const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/openai-AbCdEf';
  const secretKeyArn = 'arn:aws:kms:eu-central-1:999999999999:key/12345678-1234-1234-1234-123456789012';
  const decrypting = (gpt: SettingsInput['gpt']) =>
    rightsOf(templateOf(settings(gpt))).filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));

  test('is read, and may be decrypted under a key of the own: that secret, by Secrets Manager alone', () => {
    expect(decrypting({ secretArn, secretKeyArn })).toEqual([
      {
        role: 'The gpt function',
        takenBy: 'lambda',
        effect: 'Allow',
        actions: ['kms:Decrypt'],
        resources: [secretKeyArn],
        condition: JSON.stringify({
          StringEquals: {
            'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com',
            'kms:EncryptionContext:SecretARN': secretArn,
          },
        }),
      },
    ]);
  });

  test("brings no right to a key where the key is AWS's", () => {
    expect(decrypting({ secretArn })).toEqual([]);
  });
});

describe('gpt that is off', () => {
  test('leaves nothing of the function, and no permission to call it', () => {
    expect(ids(off).filter((id) => /gpt/i.test(id))).toEqual(['AuthGraphqlApiQuerygpt747778E7']);
    expect(resources(off, 'AWS::Lambda::Function')).toHaveLength(5);
    for (const type of ['AWS::SecretsManager::Secret', 'AWS::DynamoDB::Table']) expect(resources(off, type)).toEqual([]);
    expect(JSON.stringify(off)).not.toMatch(/secretsmanager:|dynamodb:/);
  });

  test('adds only a data source of type NONE', () => {
    const added = ids(off).filter((id) => !ids(dev).includes(id));
    expect(added).toEqual(['AuthGraphqlnotEnabledSourceF6CC224A']);
    expect(off.Resources[added[0] ?? '']).toMatchObject({
      Type: 'AWS::AppSync::DataSource',
      Properties: { Name: 'notEnabled', Type: 'NONE' },
    });
  });

  test('keeps the schema and the resolver of the field, which changes in place', () => {
    expect(only(off, 'AWS::AppSync::GraphQLSchema')).toEqual(only(dev, 'AWS::AppSync::GraphQLSchema'));
    const [before, after] = [gptResolver(dev), gptResolver(off)];
    expect(after?.[0]).toBe(before?.[0]);
    expect(before?.[1].Properties).toMatchObject({ DataSourceName: 'gpt', Code: code.resolver });
    expect(after?.[1].Properties).toMatchObject({ DataSourceName: 'notEnabled', Code: code.notEnabled });
  });

  test('is in authConfig', () => {
    expect(JSON.parse(environment(off, 'User')['AUTH_CONFIG'])).toMatchObject({ gptEnabled: false, gptLimits: null });
  });
});

describe.each<[string, SettingsInput['gpt']]>([
  ['off', null],
  ['unlimited', { requestsPerDay: null, totalRequestsPerDay: null }],
  ['limited, with a secret of the own', { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' }],
])('gpt %s', (_, gpt) => {
  test('has no finding of cdk-nag', () => {
    const { app, stack } = stackOf(settings(gpt));
    expect(new AwsSolutionsChecks(app).validateScope(stack).violations).toEqual([]);
  });

  test('passes the checks of a template', () => {
    expect(allProblems(templateOf(settings(gpt)))).toEqual([]);
  });
});

describe('the secret of gpt', () => {
  test('is created empty, without a fixed name', () => {
    const { Properties } = only(stageTemplate({ stage: 'dev' }), 'AWS::SecretsManager::Secret');
    expect(Properties['SecretString']).toBe('{"apiKey":""}');
    expect(Properties).not.toHaveProperty('Name');
    expect(Properties).not.toHaveProperty('GenerateSecretString');
  });

  test('outlives the stack where the stage keeps its data', () => {
    expect(only(stageTemplate({ stage: 'dev' }), 'AWS::SecretsManager::Secret').DeletionPolicy).toBe('Delete');
    expect(only(stageTemplate({ stage: 'prod' }), 'AWS::SecretsManager::Secret').DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('may be an existing one, and then the right names that one', () => {
    const arn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf';
    const template = templateOf(parseSettings({ ...stages.dev, gpt: { secretArn: arn } }));
    expect(resources(template, 'AWS::SecretsManager::Secret')).toEqual([]);
    expect(
      named(template, 'AWS::Lambda::Function', 'AuthGptFunction').Properties['Environment'].Variables['OPENAI_SECRET_ID'],
    ).toBe(arn);
    expect(statements(template)).toContainEqual({
      owner: expect.stringMatching(/^AuthGptFunction/),
      actions: ['secretsmanager:GetSecretValue'],
      resource: arn,
    });
  });
});
