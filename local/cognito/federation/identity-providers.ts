import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import { CognitoError, invalidParameter, resourceNotFound } from '../wire/errors.ts';
import { type Input, list, map, oneOf, required, string, structure, unimplemented } from '../wire/members.ts';
import { userPoolId } from '../wire/model.ts';
import { checkProviderName, completeDetails, subjectClaim } from './provider-details.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html

const stringType = string({ max: 131_072, sensitive: true });
export const providerName = string({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' });
export const idpIdentifier = string({ min: 1, max: 40, pattern: '[\\w\\s+=.@-]+' });

const settings = {
  ProviderDetails: map(stringType, stringType),
  AttributeMapping: map(string({ max: 131_072 }), string({ min: 1, max: 32 })),
  IdpIdentifiers: list(idpIdentifier, 50),
  /** The levels of assurance of a provider. */
  AcrMapping: unimplemented('AcrMapping'),
};

const members = {
  ...settings,
  UserPoolId: required(userPoolId),
  ProviderName: required(string({ min: 1, max: 32, pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+' })),
  ProviderType: required(oneOf('SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC')),
  ProviderDetails: required(settings.ProviderDetails),
};

/** The input of CreateIdentityProvider; `AWS::Cognito::UserPoolIdentityProvider` has the same members. */
export const createIdentityProviderInput = structure(members);
export const updateIdentityProviderInput = structure({
  ...settings,
  UserPoolId: required(userPoolId),
  ProviderName: required(providerName),
});

type CreateInput = Input<typeof members>;
type Effects = Pick<Services, 'identityProviders' | 'world' | 'transaction'>;

// https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
const providersPerPool = 300;

/** Throws ResourceNotFoundException. */
export function identityProviderOf(
  { identityProviders }: Pick<Services, 'identityProviders'>,
  { id }: Pick<UserPool, 'id'>,
  name: string,
): IdentityProvider {
  const provider = identityProviders.find(id, name);
  if (!provider) throw resourceNotFound(`Identity provider ${name} does not exist.`);
  return provider;
}

/**
 * Throws DuplicateProviderException, LimitExceededException or InvalidParameterException, in texts of our own.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.texts
 */
export function createIdentityProvider(effects: Effects, pool: UserPool, input: CreateInput): IdentityProvider {
  const { identityProviders, transaction } = effects;
  return transaction(() => {
    if (identityProviders.find(pool.id, input.ProviderName)) {
      throw new CognitoError('DuplicateProviderException', `Identity provider ${input.ProviderName} already exists.`);
    }
    if (identityProviders.count(pool.id) >= providersPerPool) {
      throw new CognitoError('LimitExceededException', `A user pool has at most ${providersPerPool} identity providers.`);
    }
    return store(effects, pool, input, undefined);
  });
}

/** Members that are not given stay unchanged; each that is given replaces the whole of it. */
export function updateIdentityProvider(
  effects: Effects,
  pool: UserPool,
  input: Input<typeof settings> & Pick<CreateInput, 'ProviderName'>,
): IdentityProvider {
  const before = identityProviderOf(effects, pool, input.ProviderName);
  return store(
    effects,
    pool,
    {
      UserPoolId: pool.id,
      ProviderName: before.name,
      ProviderType: before.type,
      ProviderDetails: input.ProviderDetails ?? before.details,
      AttributeMapping: input.AttributeMapping ?? before.mapping,
      IdpIdentifiers: input.IdpIdentifiers ?? before.identifiers,
    },
    before,
  );
}

/**
 * Stores the provider of a template, replacing one with this name. Another name or pool makes another provider, and
 * CloudFormation deletes the one before.
 */
export function provisionIdentityProvider(effects: Effects, pool: UserPool, key: string, input: CreateInput): IdentityProvider {
  const { identityProviders, transaction } = effects;
  return transaction(() => {
    const before = identityProviders.nameOf(key);
    if (before && (before.poolId !== pool.id || before.name !== input.ProviderName)) {
      identityProviders.remove(before.poolId, before.name);
    }
    const provider = store(effects, pool, input, identityProviders.find(pool.id, input.ProviderName));
    identityProviders.nameResource(key, pool.id, provider.name);
    return provider;
  });
}

function store(
  { identityProviders, world }: Effects,
  pool: UserPool,
  { ProviderName: name, ProviderType: type, ProviderDetails, AttributeMapping = {}, IdpIdentifiers = [] }: CreateInput,
  before: IdentityProvider | undefined,
): IdentityProvider {
  checkProviderName(type, name);
  const details = completeDetails(type, ProviderDetails);
  checkMapping(pool, type, AttributeMapping);
  for (const identifier of IdpIdentifiers) {
    const owner = identityProviders.byIdentifier(pool.id, identifier);
    if (owner && owner.name !== name) throw invalidParameter(`The identifier ${identifier} belongs to ${owner.name}.`);
  }
  const subject = subjectClaim(type);
  const now = world.now();
  const provider: IdentityProvider = {
    poolId: pool.id,
    name,
    type,
    details,
    mapping: { ...(subject !== undefined && { username: subject }), ...AttributeMapping },
    identifiers: [...new Set(IdpIdentifiers)],
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
  };
  identityProviders.put(provider);
  return provider;
}

/** Throws InvalidParameterException for an attribute that no provider may set. */
function checkMapping({ settings }: UserPool, type: IdentityProvider['type'], mapping: IdentityProvider['mapping']): void {
  const mappable = new Set(settings.SchemaAttributes.map(({ Name }) => Name).filter((name) => !isReserved(name)));
  for (const [attribute, claim] of Object.entries(mapping)) {
    if (claim === '') throw invalidParameter(`The claim for ${attribute} in AttributeMapping is empty.`);
    if (attribute === 'username') {
      const subject = subjectClaim(type);
      if (claim !== subject) {
        throw invalidParameter(
          subject === undefined ? 'username cannot be mapped for SAML.' : `username can only be mapped to ${subject}.`,
        );
      }
    } else if (!mappable.has(attribute)) {
      throw invalidParameter(`The attribute ${attribute} in AttributeMapping cannot be set by an identity provider.`);
    }
  }
}

function isReserved(name: string): boolean {
  return name === 'sub' || name === 'identities' || name.startsWith('cognito:') || name.startsWith('dev:');
}

export function describeIdentityProvider(provider: IdentityProvider) {
  return {
    UserPoolId: provider.poolId,
    ProviderName: provider.name,
    ProviderType: provider.type,
    ProviderDetails: provider.details,
    AttributeMapping: provider.mapping,
    IdpIdentifiers: [...provider.identifiers],
    LastModifiedDate: new Date(provider.modifiedAt),
    CreationDate: new Date(provider.createdAt),
  } satisfies IdentityProviderType;
}
