import type { SettingsInput } from '../../../infra/settings/stage.ts';
import type { FederationGroup } from '../../../infra/settings/users/federation.ts';
import type { Change, Part } from './change.ts';

type Federation = NonNullable<SettingsInput['federation']>;

const secret = (name: string): string => `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-AbCdEf`;
const callbackUrls = ['https://acme.example/app/'];
const client = { clientId: 'cognito', clientSecretArn: secret('login') };
const apple = { servicesId: 'example.acme.login', teamId: 'ABCDE12345', keyId: 'ABC123DEFG', privateKeyArn: secret('apple') };
const oidc = { name: 'Staff', issuer: 'https://login.acme.example', ...client };
const saml = { name: 'Directory', metadataUrl: 'https://directory.acme.example/metadata.xml', attributes: { email: 'mail' } };
const metadata = '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="acme"/>';
const endpoints = {
  authorize: 'https://login.acme.example/authorize',
  token: 'https://login.acme.example/token',
  userInfo: 'https://login.acme.example/userinfo',
  jwks: 'https://login.acme.example/jwks',
};
const host = 'login.acme.example';
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';

const stage = (changes: Partial<Federation>): Part => ({ federation: { callbackUrls, ...changes } });
const providers = (some: Federation['providers']): Part => stage({ providers: some });
const from = (before: Partial<Federation>, to: Partial<Federation>): Change => ({ with: stage(before), to: stage(to) });
const provider = <Kind extends keyof FederationGroup['providers']>(
  kind: Kind,
  before: NonNullable<Federation['providers']>[Kind],
  to: NonNullable<Federation['providers']>[Kind],
): Change => ({ with: providers({ [kind]: before }), to: providers({ [kind]: to }) });
const ofSaml = (change: object): Change => provider('saml', [saml], [{ ...saml, ...change }]);
const ofOidc = (change: object): Change => provider('oidc', [oidc], [{ ...oidc, ...change }]);

/** One change of each setting of `federation`. */
export const changesOfFederation: Readonly<Record<string, Change>> = {
  federation: { to: stage({}) },
  'federation.domain.prefix': from({}, { domain: { prefix: 'acme-login' } }),
  'federation.domain.host': from({}, { domain: { host, certificateArn } }),
  'federation.domain.certificateArn': from(
    { domain: { host, certificateArn } },
    { domain: { host, certificateArn: certificateArn.replace('one', 'two') } },
  ),
  'federation.callbackUrls': from({}, { callbackUrls: ['http://localhost:4000/app/', 'acme://signed-in'] }),
  'federation.signOutUrls': from({}, { signOutUrls: ['https://acme.example/bye'] }),
  'federation.scopes': from({}, { scopes: ['openid', 'aws.cognito.signin.user.admin'] }),
  'federation.ownUsers': from({ providers: { google: client } }, { ownUsers: false }),
  'federation.managedLogin': from({}, { managedLogin: false }),
  'federation.linkByVerifiedEmail': from({ providers: { google: client } }, { linkByVerifiedEmail: ['Google'] }),
  'federation.providers.google': { with: stage({}), to: providers({ google: client }) },
  'federation.providers.facebook': { with: stage({}), to: providers({ facebook: client }) },
  'federation.providers.amazon': { with: stage({}), to: providers({ amazon: client }) },
  'federation.providers.apple': { with: stage({}), to: providers({ apple }) },
  'federation.providers.oidc': { with: stage({}), to: providers({ oidc: [oidc] }) },
  'federation.providers.saml': { with: stage({}), to: providers({ saml: [saml] }) },
  'federation.providers.<provider>.name': ofOidc({ name: 'People' }),
  'federation.providers.<provider>.label': ofOidc({ label: 'Acme' }),
  'federation.providers.<provider>.clientId': ofOidc({ clientId: 'other' }),
  'federation.providers.<provider>.clientSecretArn': ofOidc({ clientSecretArn: secret('other') }),
  'federation.providers.<provider>.scopes': ofOidc({ scopes: ['openid'] }),
  'federation.providers.<provider>.attributes': ofOidc({ attributes: { email: 'mail' } }),
  'federation.providers.<provider>.identifiers': ofOidc({ identifiers: ['acme.example'] }),
  'federation.providers.apple.servicesId': provider('apple', apple, { ...apple, servicesId: 'example.acme.other' }),
  'federation.providers.apple.teamId': provider('apple', apple, { ...apple, teamId: 'ZZZZZ12345' }),
  'federation.providers.apple.keyId': provider('apple', apple, { ...apple, keyId: 'ZZZ123DEFG' }),
  'federation.providers.apple.privateKeyArn': provider('apple', apple, { ...apple, privateKeyArn: secret('other') }),
  'federation.providers.oidc.issuer': ofOidc({ issuer: 'https://id.acme.example' }),
  'federation.providers.oidc.attributesRequestMethod': ofOidc({ attributesRequestMethod: 'POST' }),
  'federation.providers.oidc.endpoints': ofOidc({ endpoints }),
  'federation.providers.saml.metadataUrl': ofSaml({ metadataUrl: 'https://directory.acme.example/other.xml' }),
  'federation.providers.saml.metadata': ofSaml({ metadataUrl: null, metadata }),
  'federation.providers.saml.signRequests': ofSaml({ signRequests: true }),
  'federation.providers.saml.encrypt': ofSaml({ encrypt: true }),
  'federation.providers.saml.idpInitiated': from(
    { ownUsers: false, providers: { saml: [saml] } },
    { ownUsers: false, providers: { saml: [{ ...saml, idpInitiated: true }] } },
  ),
  'federation.providers.saml.signOut': ofSaml({ signOut: true }),
  'triggers.inboundFederation': {
    with: stage({}),
    to: { triggers: { inboundFederation: { entry: 'triggers/own.ts' } } },
  },
};
