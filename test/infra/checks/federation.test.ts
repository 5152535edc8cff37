import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../infra/checks/template-checks.ts';
import { named, only, type Resource, resources, type Template } from '../../../infra/template/template.ts';
import { federationCheckNames, problemsOf } from '../../support/infra/findings.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

type Change = (template: Template) => unknown;
const of =
  (type: string) =>
  (change: (properties: Resource['Properties'], resource: Resource) => unknown): Change =>
  (template) => {
    const resource = only(template, `AWS::Cognito::${type}`);
    return change(resource.Properties, resource);
  };
const client = of('UserPoolClient');
const domain = of('UserPoolDomain');
const pool = of('UserPool');
const provider =
  (name: string) =>
  (change: (properties: Resource['Properties']) => unknown): Change =>
  (template) =>
    change(named(template, 'AWS::Cognito::UserPoolIdentityProvider', `AuthUsersProvider${name}`).Properties);
const google = provider('Google');
const staff = provider('AcmeStaff');
const without =
  (type: string): Change =>
  (template) => {
    for (const [id] of resources(template, `AWS::Cognito::${type}`)) delete template.Resources[id];
  };

/** For each check, changes of the stage `social` that must fail it. */
const broken: [CheckName, string, Change][] = [
  ['oauth', 'Its OAuth is off, but', client((c) => Object.assign(c, { AllowedOAuthFlowsUserPoolClient: false }))],
  ['oauth', 'does not set whether OAuth is on', client((c) => delete c['AllowedOAuthFlowsUserPoolClient'])],
  ['oauth', 'the implicit flow puts tokens into URLs', client((c) => c['AllowedOAuthFlows'].push('implicit'))],
  ['oauth', 'do not bring an ID token', client((c) => c['AllowedOAuthScopes'].shift())],
  ['oauth', 'has no call-back URL', client((c) => delete c['CallbackURLs'])],
  ...['https://*.acme.example/', 'https://acme.example/#app', 'http://acme.example/', 'http://localhost.acme.example/'].map(
    (url): [CheckName, string, Change] => ['oauth', 'a URL that Cognito refuses', client((c) => c['LogoutURLs'].push(url))],
  ),
  ['oauth', 'names no provider', client((c) => delete c['SupportedIdentityProviders'])],
  ['oauth', 'names a provider that does not exist', client((c) => c['SupportedIdentityProviders'].push('Nobody'))],
  ['oauth', 'may be created before it', client((_, resource) => delete resource.DependsOn)],
  [
    'oauth',
    'a SAML provider at which sign-ins may begin',
    provider('AcmeDirectory')((p) => Object.assign(p['ProviderDetails'], { IDPInit: 'true' })),
  ],
  ['oauth', 'the pool has no domain', without('UserPoolDomain')],
  ['providers', 'must have the name Google', google((p) => Object.assign(p, { ProviderName: 'Goggle' }))],
  ...['Co', 'Acme_Staff', 'cognito', 'x'.repeat(33)].map((name): [CheckName, string, Change] => [
    'providers',
    'one that Cognito refuses or uses itself',
    staff((p) => Object.assign(p, { ProviderName: name })),
  ]),
  ['providers', 'Two providers have the same name', staff((p) => Object.assign(p, { ProviderName: 'acmedirectory' }))],
  [
    'providers',
    'Two providers have the same identifier',
    (template) => {
      for (const [, { Properties }] of resources(template, 'AWS::Cognito::UserPoolIdentityProvider'))
        Properties['IdpIdentifiers'] = ['acme.example'];
    },
  ],
  ...['GOCSPX-plain', '{{resolve:ssm:/google/secret}}'].map((secret): [CheckName, string, Change] => [
    'providers',
    'Its secret is in the template',
    google((p) => Object.assign(p['ProviderDetails'], { client_secret: secret })),
  ]),
  [
    'providers',
    'an attribute that the pool does not have',
    staff((p) => Object.assign(p['AttributeMapping'], { shoe_size: 'x' })),
  ],
  ['providers', 'the app client may not write', staff((p) => Object.assign(p['AttributeMapping'], { birthdate: 'birthdate' }))],
  [
    'providers',
    'an attribute that cannot change',
    pool((p) => Object.assign(p, { Schema: [{ Name: 'email', Mutable: false }] })),
  ],
  ['providers', 'does not fill birthdate', pool((p) => Object.assign(p, { Schema: [{ Name: 'birthdate', Required: true }] }))],
  [
    'poolDomain',
    'two domains',
    (template) => Object.assign(template.Resources, { Second: { Type: 'AWS::Cognito::UserPoolDomain', Properties: {} } }),
  ],
  [
    'poolDomain',
    'not in us-east-1',
    domain((d) =>
      Object.assign(d, { CustomDomainConfig: { CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' } }),
    ),
  ],
  ...['my-cognito', 'Acme', 'acme-'].map((prefix): [CheckName, string, Change] => [
    'poolDomain',
    'not one that Cognito accepts',
    domain((d) => Object.assign(d, { Domain: prefix })),
  ]),
  ['poolDomain', 'no app client has a style', without('ManagedLoginBranding')],
];

describe('each check finds its mistake', () => {
  const social = stageTemplate({ stage: 'social' });

  test.each(broken)('%s: %s', (check, problem, change) => {
    const template = structuredClone(social);
    change(template);
    expect(problemsOf(check, template).join('\n')).toContain(problem);
  });

  test('every case was tried', () => {
    expect(new Set(broken.map(([check]) => check))).toEqual(new Set(federationCheckNames));
  });
});
