import { mayFill, providersOf, type StageProvider } from '../federation-providers.ts';
import type { Settings } from '../stage.ts';
import type { FederationGroup } from '../users/federation.ts';
import type { Rule } from './rule.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#resource-quotas */
const maxProviders = 300;

/** What a provider's users get, and from where Cognito knows the provider. */
export function providerRules(settings: Settings): Rule[] {
  const { federation } = settings;
  if (federation === null) return [];
  const providers = providersOf(settings);
  return [
    {
      path: ['federation', 'providers'],
      message: `contain at most ${maxProviders} providers, which is what Cognito allows in a pool; it contains ${providers.length}`,
      broken: providers.length > maxProviders,
    },
    ...nameRules(providers),
    ...providers.flatMap((provider) => attributeRules(provider, settings)),
    ...linkRules(federation, providers),
    ...secretRules(federation, settings),
    ...samlRules(federation, providers),
    ...federation.providers.oidc.map(({ scopes }, index) => ({
      path: ['federation', 'providers', 'oidc', String(index), 'scopes'],
      message: 'contain openid: without it the provider issues no ID token',
      broken: scopes !== null && !scopes.includes('openid'),
    })),
  ];
}

function nameRules(providers: readonly StageProvider[]): Rule[] {
  const names = providers.map(({ name }) => name.toLowerCase());
  const identifiers = providers.flatMap((provider) => provider.identifiers.map((identifier) => identifier.toLowerCase()));
  return providers.flatMap(({ name, identifiers: own, path }, index) => [
    {
      path: [...path, 'name'],
      message: 'differ from the names of the other providers, ignoring upper and lower case',
      broken: names.indexOf(name.toLowerCase()) < index,
    },
    {
      path: [...path, 'identifiers'],
      message: 'contain nothing that this or another provider has too: an identifier leads to one provider',
      broken: own.some((mine) => identifiers.filter((other) => other === mine.toLowerCase()).length > 1),
    },
  ]);
}

/**
 * A sign-in fails if Cognito cannot write what the provider reports, or if something is missing that the pool requires.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.mapping
 */
function attributeRules({ attributes, kind, path }: StageProvider, { signUp }: Settings): Rule[] {
  const mapped = Object.keys(attributes);
  const custom = signUp.customAttributes;
  const own = mapped.filter((name) => name.startsWith('custom:')).map((name) => name.slice('custom:'.length));
  const undefinedOnes = own.filter((name) => !Object.hasOwn(custom, name));
  const fixed = own.filter((name) => custom[name]?.mutable === false);
  const unwritable = mapped.filter((name) => !mayFill(name, signUp));
  const missing = signUp.requiredAttributes.filter((name) => !mapped.includes(name));
  const at = [...path, 'attributes'];
  return [
    {
      path: at,
      message: 'be given for a SAML provider: each directory has names of its own',
      broken: kind === 'SAML' && mapped.length === 0,
    },
    {
      path: at,
      message: `contain only custom attributes that signUp.customAttributes defines; it does not define ${undefinedOnes.join(', ')}`,
      broken: undefinedOnes.length > 0,
    },
    {
      path: at,
      message: `contain only attributes that may change: the second sign-in would fail for ${fixed.join(', ')}`,
      broken: fixed.length > 0,
    },
    {
      path: at,
      message: `contain only attributes that signUp.writableAttributes lists: each sign-in would fail for ${unwritable.join(', ')}`,
      broken: unwritable.length > 0,
    },
    {
      path: at,
      message: `contain every attribute of signUp.requiredAttributes: without it nobody could sign in; it lacks ${missing.join(', ')}`,
      broken: missing.length > 0,
    },
    {
      path: at,
      message: 'contain email or phone_number if it contains the flag that belongs to it',
      broken: ['email', 'phone_number'].some((name) => mapped.includes(`${name}_verified`) && !mapped.includes(name)),
    },
  ];
}

function linkRules({ linkByVerifiedEmail }: FederationGroup, providers: readonly StageProvider[]): Rule[] {
  const unknown = linkByVerifiedEmail.filter((name) => !providers.some((provider) => provider.name === name));
  const unproven = linkByVerifiedEmail.filter((name) =>
    providers.some((provider) => provider.name === name && !provesEmail(provider)),
  );
  const foreign = providers.filter(readsAnotherAddress).flatMap(({ name }) => (linkByVerifiedEmail.includes(name) ? name : []));
  const path = ['federation', 'linkByVerifiedEmail'];
  return [
    {
      path,
      message: `contain only names of federation.providers, which are ${providers.map(({ name }) => name).join(', ') || 'none'}`,
      broken: unknown.length > 0,
    },
    {
      path,
      message: `contain only providers whose attributes have email and email_verified: ${unproven.join(', ')} would never say that an address is verified`,
      broken: unproven.length > 0,
    },
    {
      path,
      message: `contain only providers whose email comes from the claim email: their flag says nothing of another claim, which users may choose (${foreign.join(', ')})`,
      broken: foreign.length > 0,
    },
    {
      path,
      message: 'contain each name once',
      broken: new Set(linkByVerifiedEmail).size < linkByVerifiedEmail.length,
    },
  ];
}

function provesEmail({ attributes }: StageProvider): boolean {
  return attributes['email'] !== undefined && attributes['email_verified'] !== undefined;
}

/** OpenID Connect Core 1.0 §5.1: `email_verified` is about `email`. SAML has no such names. */
function readsAnotherAddress({ attributes, kind }: StageProvider): boolean {
  return kind !== 'SAML' && attributes['email'] !== undefined && attributes['email'] !== 'email';
}

/** @see docs/aws-behaviour/cloudformation.md#cloudformation.secret-reference */
function secretRules({ providers }: FederationGroup, { naming }: Settings): Rule[] {
  const { google, facebook, amazon, apple, oidc } = providers;
  const secrets: [string[], string | undefined][] = [
    [['google', 'clientSecretArn'], google?.clientSecretArn],
    [['facebook', 'clientSecretArn'], facebook?.clientSecretArn],
    [['amazon', 'clientSecretArn'], amazon?.clientSecretArn],
    [['apple', 'privateKeyArn'], apple?.privateKeyArn],
    ...oidc.map(({ clientSecretArn }, index): [string[], string] => [
      ['oidc', String(index), 'clientSecretArn'],
      clientSecretArn,
    ]),
  ];
  return secrets.map(([path, arn]) => ({
    path: ['federation', 'providers', ...path],
    message:
      'be a secret in the Region of the stack, naming.region, where CloudFormation reads it; replicate the secret to that Region',
    broken: arn !== undefined && naming.region !== null && arn.split(':')[3] !== naming.region,
  }));
}

function samlRules({ ownUsers, providers: { saml } }: FederationGroup, all: readonly StageProvider[]): Rule[] {
  const others = [...(ownUsers ? ['ownUsers'] : []), ...all.filter(({ kind }) => kind !== 'SAML').map(({ name }) => name)];
  return saml.flatMap(({ metadata, metadataUrl, idpInitiated }, index) => {
    const path = ['federation', 'providers', 'saml', String(index)];
    return [
      {
        path: [...path, 'metadataUrl'],
        message: 'be set if metadata is null, and null if it is set: Cognito takes the metadata from one place',
        broken: (metadata === null) === (metadataUrl === null),
      },
      {
        // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.idp-initiated
        path: [...path, 'idpInitiated'],
        message:
          'be false unless all other providers are SAML providers and federation.ownUsers is false: Cognito allows nothing ' +
          `else beside such a provider; there is ${others.join(', ')}`,
        broken: idpInitiated && others.length > 0,
      },
    ];
  });
}
