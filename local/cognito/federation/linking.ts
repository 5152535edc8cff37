import type { Services } from '../services.ts';
import { type Identity, subjectAttribute } from '../store/federation/identity-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { updateUser, userNamed } from '../users/accounts.ts';
import { CognitoError, invalidParameter, userNotFound } from '../wire/errors.ts';
import { string, structure } from '../wire/members.ts';
import { linkableAttributes } from './attribute-mapping.ts';
import { identityProviderOf, providerName } from './identity-providers.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html

const stringType = string({ max: 131_072 });

/** ProviderUserIdentifierType: a user of the pool, whose provider is called `Cognito`, or an external one. */
export const providerUser = structure({
  ProviderName: providerName,
  ProviderAttributeName: stringType,
  ProviderAttributeValue: stringType,
});

interface ProviderUser {
  readonly ProviderName?: string;
  readonly ProviderAttributeName?: string;
  readonly ProviderAttributeValue?: string;
}

const ofPool = 'Cognito';
const identitiesPerUser = 5;

/**
 * Lets an external user sign in as a user of the pool from now on.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.linking
 */
export function link(services: Services, pool: UserPool, destination: ProviderUser, source: ProviderUser): void {
  const { identities, world, transaction } = services;
  const { ProviderName: name = '', ProviderAttributeName: attribute = '', ProviderAttributeValue: subject = '' } = source;
  if (name === '' || name === ofPool) throw invalidParameter('SourceUser must be a user of an external identity provider.');
  const provider = identityProviderOf(services, pool, name);
  if (!linkableAttributes(provider).includes(attribute)) {
    throw invalidParameter(`ProviderAttributeName of SourceUser must be ${linkableAttributes(provider).join(' or ')}.`);
  }
  if (subject === '') throw invalidParameter('ProviderAttributeValue of SourceUser is missing.');
  transaction(() => {
    const user = userOf(services, pool, destination);
    const { SchemaAttributes } = pool.settings;
    const fixed = SchemaAttributes.find(({ Name, Mutable }) => Mutable === false && user.attributes[Name] !== undefined);
    if (fixed) throw invalidParameter(`DestinationUser has the immutable attribute ${fixed.Name}.`);
    const owner = identities.find(pool.id, name, subject, attribute);
    if (owner?.userId === user.id) throw invalidParameter('SourceUser is already linked to DestinationUser');
    if (owner)
      throw invalidParameter(
        'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
      );
    if (user.identities.filter(({ isPrimary }) => !isPrimary).length >= identitiesPerUser) {
      throw new CognitoError('LimitExceededException', `A user has at most ${identitiesPerUser} linked identities.`);
    }
    identities.insert({
      poolId: pool.id,
      provider: name,
      type: provider.type,
      issuer: null,
      attribute,
      subject,
      userId: user.id,
      isPrimary: false,
      createdAt: world.now(),
    });
  });
}

/**
 * Ends a link, so that the external user no longer signs in as a user of the pool. For a user of the pool itself, it
 * ends the password.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.disabling
 */
export function disable(services: Services, pool: UserPool, given: ProviderUser): void {
  const { ProviderName: name = '', ProviderAttributeName: attribute = '', ProviderAttributeValue: subject = '' } = given;
  services.transaction(() => {
    if (name === ofPool) {
      if (attribute !== subjectAttribute) throw invalidParameter(`ProviderAttributeName must be ${subjectAttribute}.`);
      endPassword(services, pool, userOf(services, pool, given));
      return;
    }
    const provider = identityProviderOf(services, pool, name);
    const identity = services.identities.find(pool.id, provider.name, subject, attribute);
    if (!identity) throw userNotFound();
    services.identities.remove(identity);
  });
}

/** Whatever proves the user without a provider ends: the password, passkeys, and codes that would set a new one. */
function endPassword(services: Services, pool: UserPool, user: User): void {
  if (user.status === 'EXTERNAL_PROVIDER') throw invalidParameter('The user has no password.');
  for (const { credentialId } of services.passkeys.ofUser(user.id)) services.passkeys.remove(user.id, credentialId);
  services.codes.remove(pool.id, user.sub, 'ForgotPassword');
  const ended = { password: null, importedHash: null, passwordExpiresAt: null, credential: user.credential + 1 };
  updateUser(services, pool, user, { status: 'EXTERNAL_PROVIDER', ...ended });
}

/** A user as DestinationUser names them: by username, or by the identity with which they signed in first. */
function userOf(services: Services, pool: UserPool, { ProviderName, ProviderAttributeValue: value = '' }: ProviderUser): User {
  const user = ProviderName === ofPool ? userNamed(services, pool, value) : userWith(services, pool, ProviderName ?? '', value);
  if (!user) throw userNotFound();
  return user;
}

function userWith(services: Services, pool: UserPool, provider: string, subject: string): User | undefined {
  const identity: Identity | undefined = services.identities.find(pool.id, provider, subject);
  return identity && services.users.byId(identity.userId);
}
