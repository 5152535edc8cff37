import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../../infra/settings/stage.ts';
import { only, resources, type Template } from '../../../../infra/template/template.ts';
import { allProblems } from '../../../support/infra/findings.ts';
import { stackOf, templateOf } from '../../../support/infra/stack.ts';

const template = (messages: SettingsInput['messages']) =>
  templateOf(parseSettings({ naming: { stackName: 'Test' }, signIn: { clientSecret: true }, ...(messages && { messages }) }));
const verification = { subject: 'Confirm', email: 'Please {##confirm##}.', sms: 'Your code is {####}.' };
const byLink = { verifyBy: 'LINK', linkDomainPrefix: 'acme-test', texts: { verification } } satisfies SettingsInput['messages'];

test('there is only a domain if mails confirm with a link', () => {
  expect(resources(template(undefined), 'AWS::Cognito::UserPoolDomain')).toEqual([]);
});

test('a prefix at Cognito, under an id that never changes: another id would ask for the same prefix twice', () => {
  expect(resources(template(byLink), 'AWS::Cognito::UserPoolDomain')).toEqual([
    [
      'AuthLinksDomain516E0D45',
      {
        Type: 'AWS::Cognito::UserPoolDomain',
        Properties: { Domain: 'acme-test', UserPoolId: { Ref: 'AuthUsersPoolE71B1D56' } },
      },
    ],
  ]);
});

test('passes the deployment rules and cdk-nag', () => {
  const settings = parseSettings({ naming: { stackName: 'Test' }, signIn: { clientSecret: true }, messages: byLink });
  const { app, stack } = stackOf(settings);
  expect(new AwsSolutionsChecks(app).validateScope(stack).violations).toEqual([]);
  expect(allProblems(templateOf(settings))).toEqual([]);
});

test.each([
  [
    { ...byLink, linkDomainPrefix: null },
    'messages.linkDomainPrefix must be set if messages.verifyBy is LINK and federation is null',
  ],
  [{ ...byLink, linkDomainPrefix: 'my-cognito' }, /messages\.linkDomainPrefix must be a domain prefix .* without the words aws/],
  [{ linkDomainPrefix: 'acme-test' }, 'messages.linkDomainPrefix must be null if messages.verifyBy is CODE'],
  [
    { ...byLink, texts: { verification: { ...verification, email: 'Your code is {####}.' } } },
    'messages.texts.verification.email must contain {##words of the link##} and no {####}, since messages.verifyBy is LINK',
  ],
  [
    { ...byLink, texts: { verification: { ...verification, email: '{##Confirm##} or type {####}.\nThanks.' } } },
    'messages.texts.verification.email must contain {##words of the link##} and no {####}',
  ],
] satisfies [SettingsInput['messages'], string | RegExp][])('%j is refused', (messages, message) => {
  expect(() => template(messages)).toThrow(message);
});

const callbackUrls = ['https://acme.example/app/'];
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
const federated = (stackName: string, federation: Partial<NonNullable<SettingsInput['federation']>>): Template =>
  templateOf(parseSettings({ naming: { stackName, region: 'eu-central-1' }, federation: { callbackUrls, ...federation } }));
const domainOf = (template: Template) => only(template, 'AWS::Cognito::UserPoolDomain').Properties;
/** The template's functions that call it, and what the front end reads. */
const urlsOf = (template: Template) => [
  template.Outputs['LoginUrl']?.Value,
  ...resources(template, 'AWS::Lambda::Function').flatMap(
    ([, { Properties }]) => Properties['Environment']?.Variables?.USER_POOL_DOMAIN ?? [],
  ),
];

test('with federation it also serves OAuth: by default under the name of the stack and the account', () => {
  const template = federated('AcmeCognitoAuth', {});
  const prefix = { 'Fn::Join': ['', ['acmeauth-', { Ref: 'AWS::AccountId' }]] };
  expect(domainOf(template)).toMatchObject({ Domain: prefix, ManagedLoginVersion: 2 });
  const url = { 'Fn::Join': ['', ['https://acmeauth-', { Ref: 'AWS::AccountId' }, '.auth.eu-central-1.amazoncognito.com']] };
  expect(urlsOf(template)).toEqual([url, url]);
  expect(only(template, 'AWS::Cognito::ManagedLoginBranding').Properties).toEqual({
    ClientId: { Ref: expect.stringMatching(/^AuthUsersClient/) },
    UseCognitoProvidedValues: true,
    UserPoolId: { Ref: 'AuthUsersPoolE71B1D56' },
  });
  expect(resources(template, 'AWS::Cognito::UserPoolDomain').map(([id]) => id)).toEqual(['AuthLinksDomain516E0D45']);
});

test('the words that Cognito reserves never get into the default', () => {
  const prefixOf = (stackName: string) => JSON.stringify(domainOf(federated(stackName, {}))['Domain']);
  expect(prefixOf('CoawsgnitoShop')).toContain('"shop-"');
  expect(prefixOf('Amazon')).toContain('"login-"');
  expect(prefixOf(`Shop-${'x'.repeat(100)}`)).toContain(`"shop-${'x'.repeat(45)}-"`);
});

test('a host of its own has its certificate, and says where to point it', () => {
  const template = federated('Acme', { managedLogin: false, domain: { host: 'login.acme.example', certificateArn } });
  expect(domainOf(template)).toMatchObject({
    Domain: 'login.acme.example',
    CustomDomainConfig: { CertificateArn: certificateArn },
    ManagedLoginVersion: 1,
  });
  expect(urlsOf(template)).toEqual(['https://login.acme.example', 'https://login.acme.example']);
  expect(template.Outputs['LoginDomainTarget']?.Value).toEqual({
    'Fn::GetAtt': ['AuthLinksDomain516E0D45', 'CloudFrontDistribution'],
  });
  expect(resources(template, 'AWS::Cognito::ManagedLoginBranding')).toEqual([]);
});
