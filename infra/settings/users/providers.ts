import { z } from 'zod';
import { secretArn } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';
import { attributeName, isHttpsUrl } from './provider-formats.ts';

const resource = 'AWS::Cognito::UserPoolIdentityProvider';
const details = (key: string): string => `\`${resource}.ProviderDetails.${key}\``;

// What several kinds of providers have is described once: docs/configuration.md lists it as `providers.<provider>.…`.

const label = setting(
  z
    .stringFormat('label of 1 to 40 characters, without line breaks', /^[^\p{C}]{1,40}$/u)
    .nullable()
    .default(null),
  {
    is: 'What the page calls the provider: "Continue with …". Null means its own name.',
    becomes: '`AUTH_CONFIG` of the user function',
  },
);

const clientId = setting(z.stringFormat('client id without spaces', /^[^\s\p{C}]{1,512}$/u), {
  is: 'The id of the client that you registered at the provider.',
  becomes: details('client_id'),
});

const clientSecretArn = setting(secretArn, {
  is:
    'The Secrets Manager secret that contains the secret of that client as `{"clientSecret": "…"}`. It must be in ' +
    'the Region of the stack. CloudFormation reads it at the deployment, so that the template does not contain it; ' +
    'after a new secret, deploy with a changed provider, or change the secret in the pool too.',
  becomes: details('client_secret'),
  laptop:
    'A laptop needs no secret: a stand-in takes the place of the provider. Google and OIDC providers are really called if ' +
    '`FEDERATION_SECRETS` has their secret.',
});

const scopes = setting(
  z
    .array(z.stringFormat('scope without spaces and commas', /^[^\s,]{1,128}$/))
    .min(1)
    .nullable()
    .default(null),
  {
    is:
      'What the provider is asked for. Null means: `openid`, `email` and `profile` for Google and OIDC; ' +
      '`public_profile` and `email` for Facebook; `profile` for Amazon; `email` and `name` for Apple.',
    becomes: details('authorize_scopes'),
  },
);

const attributes = setting(
  z
    .record(attributeName, z.stringFormat('name of a claim or attribute', /^[^\s\p{C}]{1,512}$/u))
    .nullable()
    .default(null),
  {
    is:
      "Which of the provider's claims becomes which attribute of the pool, at each sign-in: `{ email: 'email' }`. Null " +
      'means what providers of this kind usually have: address, names and picture, as far as `signUp.writableAttributes` ' +
      'lists them, and the flag `email_verified` of Google, Apple and OIDC. The list for a SAML provider has to be given.',
    becomes: `\`${resource}.AttributeMapping\``,
  },
);

/** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.provider-name */
const name = setting(
  z.stringFormat(
    'name of 3 to 32 letters, digits, hyphens and dots, beginning with a letter; Google, Facebook, LoginWithAmazon, SignInWithApple and COGNITO are taken',
    /^(?!(?:google|facebook|loginwithamazon|signinwithapple|cognito)$)[a-z][a-z0-9.-]{2,31}$/i,
  ),
  {
    is:
      'The name of the provider in Cognito. The user names of its users begin with it, so it can never be changed: ' +
      'another name is another provider, whose users are new.',
    becomes: `\`${resource}.ProviderName\``,
  },
);

const identifiers = setting(
  z
    .array(z.stringFormat('identifier of 1 to 40 letters, digits, spaces and _ + = . @ -', /^[\w\s+=.@-]{1,40}$/))
    .max(50)
    .default([]),
  {
    is:
      'Other names that a page may send as `idp_identifier`, such as the domains of the addresses of a company. ' +
      'Managed login then asks for the address first.',
    becomes: `\`${resource}.IdpIdentifiers\``,
  },
);

/** Google, Facebook and Amazon: a client and its secret. */
export const socialProvider = z.strictObject({ clientId, clientSecretArn, scopes, attributes, label });

export const appleProvider = z.strictObject({
  servicesId: setting(z.stringFormat('Services ID, such as com.example.login', /^[\w.-]{1,256}$/), {
    is: 'The Services ID that you registered at Apple.',
    becomes: details('client_id'),
  }),
  teamId: setting(z.stringFormat('Team ID of ten capital letters and digits', /^[A-Z0-9]{10}$/), {
    is: 'The Team ID of your Apple Developer account.',
    becomes: details('team_id'),
  }),
  keyId: setting(z.stringFormat('Key ID of ten capital letters and digits', /^[A-Z0-9]{10}$/), {
    is: 'The id of the key for Sign in with Apple.',
    becomes: details('key_id'),
  }),
  privateKeyArn: setting(secretArn, {
    is:
      'The Secrets Manager secret that contains that key as `{"privateKey": "…"}`: the lines of the .p8 file without ' +
      'the first and the last. It must be in the Region of the stack.',
    becomes: details('private_key'),
    laptop: 'A laptop needs no key: a stand-in takes the place of Apple.',
  }),
  scopes,
  attributes,
  label,
});

const url = (noun: string) => z.stringFormat(noun, (text) => isHttpsUrl(text));
const endpoint = url('https URL');
const issuer = z.stringFormat(
  'https URL without query and fragment; or http://localhost on a laptop',
  (text) => isHttpsUrl(text) && !text.includes('?'),
);

export const oidcProvider = z.strictObject({
  name,
  label,
  issuer: setting(issuer, {
    is:
      'The issuer, exactly as in the ID tokens of the provider. Cognito reads the endpoints from ' +
      '`<issuer>/.well-known/openid-configuration`. `http://localhost:<port>` is a provider on the laptop itself, ' +
      'which `npm run deploy` refuses.',
    becomes: details('oidc_issuer'),
  }),
  clientId,
  clientSecretArn,
  scopes,
  attributes,
  attributesRequestMethod: setting(z.enum(['GET', 'POST']).default('GET'), {
    is: 'How Cognito asks the userInfo endpoint of the provider.',
    becomes: details('attributes_request_method'),
  }),
  endpoints: setting(
    z.strictObject({ authorize: endpoint, token: endpoint, userInfo: endpoint, jwks: endpoint }).nullable().default(null),
    {
      is: 'The endpoints `{ authorize, token, userInfo, jwks }` of a provider that has no discovery document; null if it has.',
      becomes: `\`${resource}.ProviderDetails\`: \`authorize_url\`, \`token_url\`, \`attributes_url\`, \`jwks_uri\``,
    },
  ),
  identifiers,
});

const flag = (is: string, key: string) => setting(z.boolean().default(false), { is, becomes: details(key) });

export const samlProvider = z.strictObject({
  name,
  label,
  metadataUrl: setting(url('https URL').nullable().default(null), {
    is:
      "Where the provider's metadata is. Cognito reads it again every six hours, so new certificates need no " +
      'deployment. Null if `metadata` is given.',
    becomes: details('MetadataURL'),
  }),
  metadata: setting(
    z
      .string()
      .max(131_072)
      .regex(/<(?:[\w-]+:)?EntityDescriptor[\s>]/, 'contain the EntityDescriptor of the provider, as XML')
      .nullable()
      .default(null),
    {
      is: 'The metadata itself, as XML, if no URL has it. A new certificate of the provider then needs a deployment.',
      becomes: details('MetadataFile'),
    },
  ),
  attributes,
  identifiers,
  signRequests: flag(
    'Whether Cognito signs its requests. The provider needs the certificate of the pool for it.',
    'RequestSigningAlgorithm',
  ),
  encrypt: flag(
    'Whether assertions must be encrypted. The provider needs the certificate of the pool for it.',
    'EncryptedResponses',
  ),
  idpInitiated: flag(
    'Whether a sign-in may begin at the provider. Such a sign-in answers no request of a browser, so nothing proves that ' +
      'the user wanted it: others could sign them in to a foreign account. Leave it off unless the company insists. ' +
      'Cognito allows only SAML providers beside such a one, and `ownUsers` must be false.',
    'IDPInit',
  ),
  signOut: flag('Whether a sign-out at the pool also signs out at the provider.', 'IDPSignout'),
});
