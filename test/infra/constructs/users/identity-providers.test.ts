import { describe, expect, test } from 'vitest';
import { stages } from '../../../../infra/config.ts';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../../infra/settings/stage.ts';
import { only, resources, statements, type Template } from '../../../../infra/template/template.ts';
import { allProblems } from '../../../support/infra/findings.ts';
import { stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const secret = (name: string): string => `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-AbCdEf`;
const client = (name: string) => ({ clientId: `${name}-client`, clientSecretArn: secret(name) });
const metadata = '<EntityDescriptor entityID="acme"/>';
const every = {
  callbackUrls: ['https://acme.example/app/', 'http://localhost:4000/app/'],
  signOutUrls: ['https://acme.example/'],
  providers: {
    google: client('google'),
    facebook: client('facebook'),
    amazon: client('amazon'),
    apple: { servicesId: 'example.acme', teamId: 'ABCDE12345', keyId: 'ABC123DEFG', privateKeyArn: secret('apple') },
    oidc: [{ name: 'Staff', issuer: 'https://login.acme.example', identifiers: ['acme.example'], ...client('staff') }],
    saml: [{ name: 'Directory', metadata, attributes: { email: 'mail' }, signRequests: true }],
  },
} satisfies SettingsInput['federation'];
const withEvery = (changes: Partial<NonNullable<SettingsInput['federation']>> = {}, others: Partial<SettingsInput> = {}) =>
  templateOf(parseSettings({ naming: { stackName: 'Test' }, ...others, federation: { ...every, ...changes } }));

const providersIn = (template: Template) =>
  Object.fromEntries(
    resources(template, 'AWS::Cognito::UserPoolIdentityProvider').map(([, { Properties }]) => {
      const { ProviderName, UserPoolId: _, ...others } = Properties;
      return [ProviderName, others];
    }),
  );
const clientOf = (template: Template) => only(template, 'AWS::Cognito::UserPoolClient');
const variable = (template: Template, name: string): unknown[] =>
  resources(template, 'AWS::Lambda::Function').flatMap(
    ([, { Properties }]) => Properties['Environment']?.Variables?.[name] ?? [],
  );

describe('the providers', () => {
  const template = withEvery();
  const reference = (name: string, key = 'clientSecret'): string =>
    `{{resolve:secretsmanager:${secret(name)}:SecretString:${key}}}`;

  test('are those of the stage, each with what its kind needs', () => {
    const claims = { email: 'email', family_name: 'family_name', given_name: 'given_name', name: 'name', picture: 'picture' };
    const openId = { ...claims, email_verified: 'email_verified' };
    const social = (name: string, authorize_scopes: string) => ({
      client_id: `${name}-client`,
      client_secret: reference(name),
      authorize_scopes,
    });
    expect(providersIn(template)).toEqual({
      Google: {
        ProviderType: 'Google',
        ProviderDetails: social('google', 'openid email profile'),
        AttributeMapping: openId,
      },
      Facebook: {
        ProviderType: 'Facebook',
        ProviderDetails: social('facebook', 'public_profile,email'),
        AttributeMapping: { email: 'email', family_name: 'last_name', given_name: 'first_name', name: 'name' },
      },
      LoginWithAmazon: {
        ProviderType: 'LoginWithAmazon',
        ProviderDetails: social('amazon', 'profile'),
        AttributeMapping: { email: 'email', name: 'name' },
      },
      SignInWithApple: {
        ProviderType: 'SignInWithApple',
        ProviderDetails: {
          client_id: 'example.acme',
          team_id: 'ABCDE12345',
          key_id: 'ABC123DEFG',
          private_key: reference('apple', 'privateKey'),
          authorize_scopes: 'email name',
        },
        AttributeMapping: {
          email: 'email',
          email_verified: 'email_verified',
          family_name: 'lastName',
          given_name: 'firstName',
        },
      },
      Staff: {
        ProviderType: 'OIDC',
        ProviderDetails: {
          ...social('staff', 'openid email profile'),
          oidc_issuer: 'https://login.acme.example',
          attributes_request_method: 'GET',
        },
        AttributeMapping: openId,
        IdpIdentifiers: ['acme.example'],
      },
      Directory: {
        ProviderType: 'SAML',
        ProviderDetails: {
          MetadataFile: metadata,
          IDPSignout: 'false',
          IDPInit: 'false',
          EncryptedResponses: 'false',
          RequestSigningAlgorithm: 'rsa-sha256',
        },
        AttributeMapping: { email: 'mail' },
      },
    });
    expect(allProblems(template)).toEqual([]);
  });

  test('fill by default only what users may write, and the verified flag', () => {
    const narrow = withEvery({}, { signUp: { writableAttributes: ['email'] } });
    expect(providersIn(narrow)['Google'].AttributeMapping).toEqual({ email: 'email', email_verified: 'email_verified' });
    expect(allProblems(narrow)).toEqual([]);
  });

  test('are on the app client, which waits for them, with the code flow alone', () => {
    const { Properties, DependsOn } = clientOf(template);
    expect(Properties).toMatchObject({
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
      CallbackURLs: every.callbackUrls,
      LogoutURLs: every.signOutUrls,
      SupportedIdentityProviders: ['COGNITO', 'Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple', 'Staff', 'Directory'],
    });
    const ids = resources(template, 'AWS::Cognito::UserPoolIdentityProvider').map(([id]) => id);
    expect(DependsOn).toEqual(expect.arrayContaining(ids));
    expect(clientOf(withEvery({ ownUsers: false })).Properties['SupportedIdentityProviders']).not.toContain('COGNITO');
  });
});

test('a page learns what it needs from AUTH_CONFIG, and nothing about secrets', () => {
  const template = withEvery();
  const [config] = variable(template, 'AUTH_CONFIG');
  expect(JSON.parse(String(config)).federation).toEqual({
    scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    ownUsers: true,
    callbackUrls: every.callbackUrls,
    signOutUrls: every.signOutUrls,
    providers: [
      { name: 'Google', kind: 'GOOGLE', label: 'Google' },
      { name: 'Facebook', kind: 'FACEBOOK', label: 'Facebook' },
      { name: 'LoginWithAmazon', kind: 'AMAZON', label: 'Amazon' },
      { name: 'SignInWithApple', kind: 'APPLE', label: 'Apple' },
      { name: 'Staff', kind: 'OIDC', label: 'Staff' },
      { name: 'Directory', kind: 'SAML', label: 'Directory' },
    ],
  });
  // The secrets are named only where CloudFormation needs them.
  const others = Object.entries(template.Resources).filter(([, { Type }]) => Type !== 'AWS::Cognito::UserPoolIdentityProvider');
  expect(JSON.stringify([others, template.Outputs])).not.toContain(':secretsmanager:');
});

describe('the functions', () => {
  const poolActions = (template: Template, owner: RegExp): string[] =>
    statements(template)
      .filter((statement) => owner.test(statement.owner))
      .flatMap(({ actions }) => actions.filter((action) => action.startsWith('cognito-idp:')))
      .map((action) => action.slice('cognito-idp:'.length))
      .toSorted();

  test('get their rights and variables with federation only', () => {
    const social = stageTemplate({ stage: 'social' });
    const names = 'Google,AcmeStaff,AcmeDirectory';
    expect(variable(social, 'PROVIDERS')).toEqual([names, names, names]);
    expect(variable(social, 'LINK_BY_VERIFIED_EMAIL')).toEqual(['Google']);
    expect(variable(social, 'EMAIL_DOMAINS')).toEqual(['']);
    expect(poolActions(social, /^AuthAccountFunction/)).toEqual(['AdminDisableProviderForUser', 'AdminGetUser']);
    expect(poolActions(social, /^AuthTriggersPreSignUp/)).toEqual(['AdminLinkProviderForUser', 'ListUsers']);
    expect(poolActions(social, /^AuthAdminFunction/)).toEqual(
      expect.arrayContaining(['AdminDisableProviderForUser', 'AdminLinkProviderForUser']),
    );
    expect(poolActions(social, /^AuthUserFunction/)).toEqual([]);

    const alone = templateOf(parseSettings({ ...stages.social, federation: null }));
    expect(variable(alone, 'PROVIDERS')).toEqual([]);
    expect(poolActions(alone, /^AuthAccountFunction/)).toEqual([]);
    expect(poolActions(alone, /^AuthAdminFunction/).join()).not.toContain('ProviderForUser');
  });

  test('may link nobody if no provider is trusted', () => {
    const careful = templateOf(
      parseSettings({ ...stages.social, federation: { ...stages.social.federation, linkByVerifiedEmail: [] } }),
    );
    expect(variable(careful, 'LINK_BY_VERIFIED_EMAIL')).toEqual(['']);
    expect(poolActions(careful, /^AuthTriggersPreSignUp/)).toEqual(['ListUsers']);
  });
});

test('the trigger InboundFederation is part of the pool, which may call it', () => {
  const template = withEvery({}, { triggers: { inboundFederation: { entry: 'triggers/own.ts' } } });
  const [arn] = [{ 'Fn::GetAtt': [expect.stringMatching(/^AuthTriggersInboundFederation/), 'Arn'] }];
  expect(only(template, 'AWS::Cognito::UserPool').Properties['LambdaConfig']).toMatchObject({
    InboundFederation: { LambdaArn: arn, LambdaVersion: 'V1_0' },
  });
  expect(allProblems(template)).toEqual([]);
});
