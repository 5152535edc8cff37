import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { untyped, type Wrong } from './untyped.ts';

const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:login-AbCdEf';
const callbackUrls = ['https://acme.example/app/'];
const client = { clientId: 'cognito', clientSecretArn: secret };
const oidc = { name: 'Staff', issuer: 'https://login.acme.example', ...client };
const saml = { name: 'Directory', metadataUrl: 'https://directory.acme.example/m.xml', attributes: { email: 'mail' } };
const apple = { servicesId: 'example.acme', teamId: 'ABCDE12345', keyId: 'ABC123DEFG', privateKeyArn: secret };
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
const own = { domain: { host: 'login.acme.example', certificateArn } };
const entry = { entry: 'triggers/own.ts' };

const stage = (federation: object, others: object = {}) => ({ ...others, federation: { callbackUrls, ...federation } });
const providers = (some: object, others?: object) => stage({ providers: some }, others);
const returning = (url: string): Wrong => [
  'federation.callbackUrls.0 must be a URL without wildcard and fragment: https, http://localhost, or the scheme of an app',
  stage({ callbackUrls: [url] }),
];
const named = (name: string): Wrong => [
  'federation.providers.oidc.0.name must be a name of 3 to 32 letters, digits, hyphens and dots',
  providers({ oidc: [{ ...oidc, name }] }),
];
const prefixed = (prefix: string): Wrong => [
  'federation.domain.prefix must be a domain prefix of 1 to 63 lower-case letters, digits and -, without the words aws, amazon and cognito',
  stage({ domain: { prefix } }),
];
const issued = (issuer: string): Wrong => [
  'federation.providers.oidc.0.issuer must be an https URL without query and fragment; or http://localhost on a laptop',
  providers({ oidc: [{ ...oidc, issuer }] }),
];

describe('refuses a wrong setting, with its name, the allowed values and its value', () => {
  test.each<Wrong>([
    ['federation.callbackUrls must be a list; it is missing.', { federation: {} }],
    ['federation.callbackUrls must contain at least 1; it is [].', stage({ callbackUrls: [] })],
    ...[
      'http://acme.example/app/',
      'http://127.0.0.1:4000/',
      'http://localhost.acme.example/',
      'https://*.acme.example/',
      'https://acme.example/*',
      'https://acme.example/#app',
      'https://ada:secret@acme.example/',
      'https://acme.example/a b',
      '//acme.example/',
      'acme.example',
      'javascript:alert(1)',
      'javascript://acme.example/%0aalert(1)',
      'data:text/html,hello',
      'myapp:signed-in',
    ].map(returning),
    [
      'federation.callbackUrls must contain at most 100',
      stage({ callbackUrls: Array.from({ length: 101 }, (_, index) => `https://acme.example/${index}`) }),
    ],
    [
      'federation.signOutUrls.0 must be at most 1024 characters long',
      stage({ signOutUrls: [`https://acme.example/${'x'.repeat(1024)}`] }),
    ],
    ['federation.signOutUrls.0 must be a URL without wildcard', stage({ signOutUrls: ['http://acme.example/'] })],
    ['federation.callbackUrls must contain each URL once', stage({ callbackUrls: [...callbackUrls, ...callbackUrls] })],
    ['federation.scopes.1 must be one of "openid", "email", "phone"', stage({ scopes: ['openid', 'acme/read'] })],
    ['federation.scopes must contain openid', stage({ scopes: ['aws.cognito.signin.user.admin'] })],
    ['federation.scopes must contain aws.cognito.signin.user.admin', stage({ scopes: ['openid'] })],
    ['federation.flows is not a setting; federation has domain, callbackUrls,', stage({ flows: ['implicit'] })],
    ...['cognito-login', 'my-aws', 'amazonas', 'Acme', '-acme', 'acme-', 'x'.repeat(64)].map(prefixed),
    [
      'federation.domain.prefix must be null if federation.domain.host is set',
      stage({ domain: { ...own.domain, prefix: 'acme' } }),
    ],
    [
      'federation.domain.certificateArn must be set together with federation.domain.host',
      stage({ domain: { host: 'login.acme.example' } }),
    ],
    ['federation.domain.certificateArn must be set together', stage({ domain: { certificateArn } })],
    [
      'federation.domain.certificateArn must be an ARN of an ACM certificate in us-east-1',
      stage({ domain: { ...own.domain, certificateArn: certificateArn.replace('us-east-1', 'eu-central-1') } }),
    ],
    [
      'federation.domain.certificateArn must belong to the account of the stack',
      stage(own, { naming: { stackName: 'Test', region: 'eu-central-1', account: '999999999999' } }),
    ],
    ['federation.domain.host must be below a domain of yours', stage({ domain: { ...own.domain, host: 'acme.example' } })],
    [
      'federation.domain.host must be a domain name in lower case of at most 63 characters',
      stage({ domain: { ...own.domain, host: `${'x'.repeat(50)}.login.acme.example` } }),
    ],
    [
      'messages.linkDomainPrefix must be null, or the same as federation.domain.prefix',
      stage(
        { domain: { prefix: 'acme-login' }, ownUsers: false, providers: { google: client } },
        {
          signIn: { clientSecret: true },
          messages: { verifyBy: 'LINK', linkDomainPrefix: 'acme', texts: { verification: { email: '{##Confirm##}' } } },
        },
      ),
    ],
    ['signIn.plan must be ESSENTIALS or PLUS for federation.managedLogin', stage({}, { signIn: { plan: 'LITE' } })],
    ['federation.ownUsers must be true if federation.providers has none', stage({ ownUsers: false })],
    [
      'federation.ownUsers must be false if signIn.names lacks USERNAME and signIn.firstFactors contains a code',
      stage(
        {},
        {
          signIn: { names: ['EMAIL'], flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'EMAIL_OTP'], clientSecret: true },
        },
      ),
    ],
    [
      'federation.ownUsers must be false if signIn.names contains EMAIL and messages.verifyBy is LINK',
      stage(
        {},
        {
          signIn: { names: ['EMAIL'], clientSecret: true },
          messages: { verifyBy: 'LINK', texts: { verification: { email: '{##Confirm##}' } } },
        },
      ),
    ],
    ['federation.ownUsers must be false if protection.hideAddresses is true', stage({}, { protection: { hideAddresses: true } })],
    [
      'federation.ownUsers must be false if protection.captcha is set',
      stage({}, { protection: { captcha: { kind: 'TURNSTILE', siteKey: '1x', secretArn: secret } } }),
    ],
    [
      'signIn.passkeys.relyingParty must be federation.domain.host, login.acme.example',
      stage(own, {
        signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys: { relyingParty: 'acme.example' } },
      }),
    ],
    ['triggers.preSignUp must be null if federation is set', stage({}, { triggers: { preSignUp: entry } })],
    ['triggers.inboundFederation must be null if federation is null', { triggers: { inboundFederation: entry } }],
    ...[
      'Co',
      'x'.repeat(33),
      'Acme_Staff',
      'Acme Staff',
      'Acme,Staff',
      '1acme',
      'Größe',
      'google',
      'COGNITO',
      'SignInWithApple',
    ].map(named),
    [
      'federation.providers.saml.0.name must differ from the names of the other providers',
      providers({ oidc: [oidc], saml: [{ ...saml, name: 'STAFF' }] }),
    ],
    [
      'federation.providers.oidc.0.identifiers must contain nothing that this or another provider has too',
      providers({ oidc: [{ ...oidc, identifiers: ['acme.example'] }], saml: [{ ...saml, identifiers: ['Acme.example'] }] }),
    ],
    [
      'federation.providers.oidc.0.identifiers.0 must be an identifier of 1 to 40',
      providers({ oidc: [{ ...oidc, identifiers: ['a/b'] }] }),
    ],
    [
      'federation.providers.oidc.0.identifiers must contain at most 50',
      providers({ oidc: [{ ...oidc, identifiers: Array.from({ length: 51 }, (_, index) => `acme-${index}.example`) }] }),
    ],
    [
      'federation.providers must contain at most 300 providers, which is what Cognito allows in a pool; it contains 301',
      providers({ oidc: Array.from({ length: 301 }, (_, index) => ({ ...oidc, name: `Staff-${index}` })) }),
    ],
    ...[
      'http://login.acme.example',
      'https://login.acme.example/#x',
      'https://login.acme.example/?a=b',
      'login.acme.example',
    ].map(issued),
    ['federation.providers.oidc.0.scopes must contain openid', providers({ oidc: [{ ...oidc, scopes: ['email'] }] })],
    [
      'federation.providers.google.attributes must contain only attributes that signUp.writableAttributes lists: each sign-in would fail for birthdate',
      providers({ google: { ...client, attributes: { birthdate: 'birthday' } } }),
    ],
    [
      'federation.providers.google.attributes must contain only custom attributes that signUp.customAttributes defines; it does not define team',
      providers({ google: { ...client, attributes: { 'custom:team': 'team' } } }),
    ],
    [
      'federation.providers.saml.0.attributes must contain only attributes that may change: the second sign-in would fail for team',
      providers(
        { saml: [{ ...saml, attributes: { 'custom:team': 'team' } }] },
        { signUp: { customAttributes: { team: { mutable: false } }, writableAttributes: ['email', 'custom:team'] } },
      ),
    ],
    [
      'federation.providers.amazon.attributes must contain every attribute of signUp.requiredAttributes: without it nobody could sign in; it lacks given_name',
      providers({ amazon: client }, { signUp: { requiredAttributes: ['email', 'given_name'] } }),
    ],
    [
      'federation.providers.google.attributes must contain email or phone_number if it contains the flag',
      providers({ google: { ...client, attributes: { email_verified: 'email_verified' } } }),
    ],
    ...['sub', 'username', 'identities', 'custom:'].map(
      (name): Wrong => [
        'federation.providers.google.attributes must have keys that each be a name of a standard attribute',
        providers({ google: { ...client, attributes: { [name]: 'sub' } } }),
      ],
    ),
    [
      'federation.providers.saml.0.attributes must be given for a SAML provider',
      providers({ saml: [{ name: saml.name, metadataUrl: saml.metadataUrl }] }),
    ],
    [
      'federation.providers.saml.0.metadataUrl must be set if metadata is null',
      providers({ saml: [{ ...saml, metadataUrl: null }] }),
    ],
    [
      'federation.providers.saml.0.metadataUrl must be set if metadata is null, and null if it is set',
      providers({ saml: [{ ...saml, metadata: '<EntityDescriptor />' }] }),
    ],
    [
      'federation.providers.saml.0.idpInitiated must be false unless all other providers are SAML providers and federation.ownUsers is false: Cognito allows nothing else beside such a provider; there is ownUsers, Staff',
      providers({ oidc: [oidc], saml: [{ ...saml, idpInitiated: true }] }),
    ],
    [
      'federation.providers.saml.0.metadata must contain the EntityDescriptor',
      providers({ saml: [{ ...saml, metadataUrl: null, metadata: '<html/>' }] }),
    ],
    ['federation.providers.apple.teamId must be a Team ID of ten', providers({ apple: { ...apple, teamId: 'abc' } })],
    [
      'federation.linkByVerifiedEmail must contain only names of federation.providers, which are Google',
      stage({ providers: { google: client }, linkByVerifiedEmail: ['google'] }),
    ],
    [
      'federation.linkByVerifiedEmail must contain only providers whose attributes have email and email_verified: Facebook would never say',
      stage({ providers: { facebook: client }, linkByVerifiedEmail: ['Facebook'] }),
    ],
    [
      'federation.linkByVerifiedEmail must contain only providers whose email comes from the claim email',
      stage({
        providers: { oidc: [{ ...oidc, attributes: { email: 'preferred_username', email_verified: 'email_verified' } }] },
        linkByVerifiedEmail: ['Staff'],
      }),
    ],
    [
      'federation.linkByVerifiedEmail must contain each name once',
      stage({ providers: { google: client }, linkByVerifiedEmail: ['Google', 'Google'] }),
    ],
    [
      'federation.providers.google.clientSecretArn must be a secret in the Region of the stack',
      providers({ google: client }, { naming: { stackName: 'Test', region: 'eu-west-1' } }),
    ],
  ])('%s', (message, written) => {
    expect(() => untyped(written)).toThrow(ConfigurationError);
    expect(() => untyped(written)).toThrow(message);
  });

  test('does not repeat a secret that stands in place of its ARN', () => {
    const google = { ...client, clientSecretArn: 'GOCSPX-1234' };
    const wrong = providers({ google, apple: { ...apple, privateKeyArn: 'MIGT1234' } });
    expect(() => untyped(wrong)).toThrow(
      'federation.providers.google.clientSecretArn must be an ARN of a Secrets Manager secret',
    );
    expect(() => untyped(wrong)).not.toThrow(/GOCSPX|MIGT/);
  });
});

describe('accepts', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      'apps, developers and pages',
      stage({ callbackUrls: ['acme://signed-in', 'http://localhost:4000/app/?a=b', 'https://acme.example'] }),
    ],
    ['an issuer on the laptop itself', providers({ oidc: [{ ...oidc, issuer: 'http://localhost:8080' }] })],
    [
      'a SAML provider at which sign-ins begin, beside another one',
      stage({
        ownUsers: false,
        providers: {
          saml: [
            { ...saml, idpInitiated: true },
            { ...saml, name: 'Branch' },
          ],
        },
      }),
    ],
    ['the classic pages on plan LITE', stage({ managedLogin: false }, { signIn: { plan: 'LITE' } })],
    [
      'the prefix that the links already have',
      stage(
        { domain: { prefix: 'acme' }, ownUsers: false, providers: { google: client } },
        {
          signIn: { clientSecret: true, names: ['EMAIL'] },
          messages: { verifyBy: 'LINK', linkDomainPrefix: 'acme', texts: { verification: { email: '{##Confirm##}' } } },
        },
      ),
    ],
    [
      'every kind of provider at once',
      providers({ google: client, facebook: client, amazon: client, apple, oidc: [oidc], saml: [saml] }),
    ],
  ])('%s', (_, written) => {
    expect(() => untyped(written)).not.toThrow();
  });
});
