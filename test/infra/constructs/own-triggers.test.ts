import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { bundleCode } from '../../../infra/code/code.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../../infra/settings/stage.ts';
import { triggersOf } from '../../../infra/settings/stage-triggers.ts';
import { named, only, resources, statements } from '../../../infra/template/template.ts';
import { allProblems } from '../../support/infra/findings.ts';
import { stackOf, templateOf } from '../../support/infra/stack.ts';
import { makeFolder } from '../../support/local/folders.ts';

const settings = (written: Omit<SettingsInput, 'naming'>): Settings =>
  parseSettings({ naming: { stackName: 'Test' }, ...written });
const words = (name: string) => ({ subject: name, email: `${name} {####}`, sms: `${name} {####}` });
const ses = { from: 'no-reply@example.com', region: 'eu-central-1' };
const domains = { signUp: { emailDomains: ['example.com', 'example.org'] } } satisfies Omit<SettingsInput, 'naming'>;
const languages = { messages: { ses, languages: { de: { verification: words('Bestätigen') } } } } satisfies Omit<
  SettingsInput,
  'naming'
>;
const lambdaConfig = (stage: Settings) => only(templateOf(stage), 'AWS::Cognito::UserPool').Properties['LambdaConfig'];

describe('the triggers of our own', () => {
  test('only exist if a setting requires them', () => {
    expect(triggersOf(settings({}))).toEqual([]);
    expect(lambdaConfig(settings({}))).toBeUndefined();
  });

  test.each([
    ['signUp.emailDomains', domains, 'PreSignUp'],
    ['messages.languages', languages, 'CustomMessage'],
    ['messages.texts.reset', { messages: { ses, texts: { reset: words('Reset') } } }, 'CustomMessage'],
    [
      'messages.texts.signIn of a first factor',
      {
        messages: { ses, texts: { signIn: words('Sign in') } },
        signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      },
      'CustomMessage',
    ],
  ] satisfies [string, Omit<SettingsInput, 'naming'>, string][])('%s makes one', (_, written, name) => {
    const config = lambdaConfig(settings(written));
    expect(config).toEqual({ [name]: { 'Fn::GetAtt': [expect.stringMatching(`^AuthTriggers${name}Handler`), 'Arn'] } });
  });

  test.each(['PreSignUp', 'CustomMessage'])('%s may write its log and traces, and nothing else', (name) => {
    const template = templateOf(settings({ ...domains, ...languages }));
    const rights = statements(template).filter(({ owner }) => owner.startsWith(`AuthTriggers${name}`));
    expect(rights.map(({ actions }) => actions.join()).toSorted()).toEqual([
      'logs:CreateLogStream,logs:PutLogEvents',
      'xray:PutTelemetryRecords,xray:PutTraceSegments',
    ]);
    const permitted = resources(template, 'AWS::Lambda::Permission').filter(([id]) => id.includes(name));
    expect(permitted).toHaveLength(1);
  });

  test('the domains are a variable; the texts are not, since they may exceed the limit for all variables', () => {
    const template = templateOf(settings({ ...domains, ...languages }));
    const variables = (name: string) =>
      named(template, 'AWS::Lambda::Function', `AuthTriggers${name}Handler`).Properties['Environment']?.Variables;
    expect(variables('PreSignUp')).toEqual({ EMAIL_DOMAINS: 'example.com,example.org' });
    expect(variables('CustomMessage')).toBeUndefined();
  });

  test('that set the text of a mail require SES: without it Cognito refuses their text', () => {
    expect(() => settings({ messages: { languages: languages.messages.languages } })).toThrow(
      'messages.ses must be set for messages.languages: a trigger supplies these texts, and Cognito uses them only if mail is sent through SES',
    );
  });

  test('pass the deployment rules and cdk-nag', () => {
    const { app, stack } = stackOf(settings({ ...domains, ...languages }));
    expect(new AwsSolutionsChecks(app).validateScope(stack).violations).toEqual([]);
    const template = templateOf(settings({ ...domains, ...languages }));
    expect(allProblems(template)).toEqual([]);
  });

  test('stand where a trigger of the deployment would, which is refused beside them', () => {
    const own = { entry: 'triggers/own.ts' };
    expect(() => settings({ ...domains, triggers: { preSignUp: own } })).toThrow(/triggers\.preSignUp must be null/);
    expect(() => settings({ ...languages, triggers: { customMessage: own } })).toThrow(/triggers\.customMessage must be null/);
  });
});

describe('their bundles', { tags: ['exhaustive'] }, () => {
  const require = createRequire(import.meta.url);
  const bundle = async (stage: Settings) => {
    const { triggers } = await bundleCode(join(import.meta.dirname, '../../../resolvers'), makeFolder(), stage);
    return Object.fromEntries(Object.entries(triggers).map(([key, path]) => [key, join(path, 'index.js')]));
  };
  const many = settings({
    ...domains,
    messages: {
      ses,
      languages: Object.fromEntries(
        ['de', 'fr', 'nl', 'it'].map((tag) => [
          tag,
          { verification: { ...words(tag), email: `${tag} ${'ß'.repeat(5_000)} {####}` } },
        ]),
      ),
    },
  });

  test('are tiny, hold the texts, and are the same bytes each time', async () => {
    const [first, second] = await Promise.all([bundle(many), bundle(many)]);
    expect(statSync(first['preSignUp'] ?? '').size).toBeLessThan(2_000);
    expect(statSync(first['customMessage'] ?? '').size).toBeGreaterThan(40_000);
    for (const key of ['preSignUp', 'customMessage']) {
      expect(readFileSync(first[key] ?? '').equals(readFileSync(second[key] ?? ''))).toBe(true);
    }
    const { customMessage } = await bundle(settings(languages));
    expect(statSync(customMessage ?? '').size).toBeLessThan(4_000);
  });

  test('export an async handler with fewer than three parameters, which uses the requested language', async () => {
    const { customMessage = '' } = await bundle(many);
    const { handler } = require(customMessage);
    expect([handler.length < 3, handler.constructor.name]).toEqual([true, 'AsyncFunction']);
    const request = { userAttributes: {}, clientMetadata: { locale: 'nl-BE' }, codeParameter: '{####}', linkParameter: null };
    const event = { triggerSource: 'CustomMessage_SignUp', request, response: {} };
    expect((await handler(event)).response).toMatchObject({ emailSubject: 'nl', smsMessage: 'nl {####}' });
  });
});
