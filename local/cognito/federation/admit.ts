import { uuid } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import { type Identity, subjectAttribute } from '../store/federation/identity-store.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import type { Caller } from '../triggers/fire.ts';
import { type RawIdentity, transformClaims } from '../triggers/inbound-federation.ts';
import { askPreAuthentication, tellAuthenticated } from '../triggers/sign-in.ts';
import { screenFederated, tellConfirmed } from '../triggers/sign-up.ts';
import { current, insertUser, updateUser, userNamed } from '../users/accounts.ts';
import { newUser } from '../users/new-user.ts';
import { fold } from '../users/sign-in-names.ts';
import { CognitoError, invalidParameter, resourceNotFound, userDisabled } from '../wire/errors.ts';
import { parse } from '../wire/members.ts';
import { username } from '../wire/model.ts';
import { type Claims, linkableAttributes, mappedAttributes, refuseUnmappable } from './attribute-mapping.ts';
import { joinProviderGroup } from './provider-group.ts';

/** A user as a provider has identified them, after everything that it said was verified. */
export interface ProvidedIdentity {
  readonly provider: Pick<IdentityProvider, 'poolId' | 'name'>;
  /** The provider's identifier of the user: `sub`, `id`, `user_id` or a NameID. */
  readonly subject: string;
  /** The issuer of a SAML assertion. */
  readonly issuer?: string | undefined;
  /** By the provider's names, before mapping. */
  readonly claims: Claims;
  /** What the provider answered, for the trigger InboundFederation. */
  readonly raw: RawIdentity;
}

/**
 * Signs in a user of an external provider, up to the tokens: finds the user who is linked to the identity or creates
 * one, maps the provider's claims to attributes, and calls the triggers in Cognito's order. Throws CognitoError, such as
 * UserLambdaValidationException.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.triggers
 */
export async function admitFederated(
  services: Services,
  pool: UserPool,
  client: UserPoolClient,
  identity: ProvidedIdentity,
): Promise<User> {
  const provider = services.identityProviders.find(pool.id, identity.provider.name);
  if (!provider || identity.provider.poolId !== pool.id) {
    throw resourceNotFound(`Identity provider ${identity.provider.name} does not exist.`);
  }
  if (!client.settings.SupportedIdentityProviders?.includes(provider.name)) {
    throw invalidParameter(`Identity provider ${provider.name} is not enabled for this client.`);
  }
  if (identity.subject === '') throw invalidParameter(`${provider.name} returned no identifier of the user.`);
  // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.username
  const name = fold(pool, `${provider.name}_${identity.subject}`);
  parse(username, name);
  const caller = { clientId: client.id };
  const claims = await transformClaims(services, pool, caller, provider, name, identity.claims, identity.raw);
  const arrival: Arrival = {
    services,
    pool,
    client,
    provider,
    name,
    identity,
    mapped: mappedAttributes(provider, claims),
    caller,
  };
  const link = linkOf(arrival);
  return link ? welcomeBack(arrival, link) : welcome(arrival);
}

interface Arrival {
  readonly services: Services;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly provider: IdentityProvider;
  /** The username, unless the identity is linked to another user. */
  readonly name: string;
  readonly identity: ProvidedIdentity;
  readonly mapped: Attributes;
  readonly caller: Caller;
}

/** The link of an identity: by its subject, or by the mapped attribute that AdminLinkProviderForUser named. */
function linkOf({ services, pool, provider, identity, mapped }: Arrival): Identity | undefined {
  for (const attribute of linkableAttributes(provider)) {
    const value = attribute === subjectAttribute ? identity.subject : mapped[attribute];
    const link = value === undefined ? undefined : services.identities.find(pool.id, provider.name, value, attribute);
    if (link) return link;
  }
  return undefined;
}

/** A first sign-in: PreSignUp may refuse it or link the identity, and PostConfirmation learns of the new user. */
async function welcome(arrival: Arrival): Promise<User> {
  const { services, pool, client, provider, name, identity, mapped, caller } = arrival;
  refuseUnmappable(pool, client, mapped, true);
  refuseKnown(arrival);
  await screenFederated(services, pool, caller, { username: name, attributes: mapped });
  const created = services.transaction(() => {
    // The trigger may have linked the identity, and a second sign-in may have been faster.
    refuseKnown(arrival);
    const status = 'EXTERNAL_PROVIDER';
    const named = { sub: uuid(services.world), username: name, attributes: mapped };
    const user = newUser(pool, { ...named, status, password: null, passwordExpiresAt: null }, services.world);
    const { id } = insertUser(services, pool, user, {});
    services.identities.insert({ ...keyOf(arrival), issuer: identity.issuer ?? null, userId: id, isPrimary: true });
    joinProviderGroup(services, pool, provider, id);
    return current(services, { id });
  });
  await tellConfirmed(services, pool, 'ConfirmSignUp', created, caller);
  return signsIn(current(services, created));
}

/**
 * Also if PreSignUp has linked the identity and did not refuse the sign-in: the next sign-in finds the link.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.already-found
 */
function refuseKnown(arrival: Arrival): void {
  const { services, pool, name } = arrival;
  if (!linkOf(arrival) && !userNamed(services, pool, name)) return;
  throw new CognitoError('UsernameExistsException', `Already found an entry for username ${name}`);
}

/** A later sign-in, or the first one of an identity that was linked to a user. */
async function welcomeBack(arrival: Arrival, link: Identity): Promise<User> {
  const { services, pool, client, provider, identity, mapped, caller } = arrival;
  const before = signsIn(current(services, { id: link.userId }));
  refuseUnmappable(pool, client, mapped, false);
  await askPreAuthentication(services, { pool, client, user: before }, undefined);
  const user = services.transaction(() => {
    // While the trigger ran, the link may have been removed and the user disabled.
    if (linkOf(arrival)?.userId !== link.userId) throw resourceNotFound(`The user of ${provider.name} is no longer linked.`);
    const now = signsIn(current(services, before));
    if (link.attribute !== subjectAttribute) {
      services.identities.remove(link);
      services.identities.insert({ ...link, attribute: subjectAttribute, subject: identity.subject });
    }
    updateUser(services, pool, now, { attributes: { ...now.attributes, ...mapped } });
    return current(services, now);
  });
  await tellAuthenticated(services, { pool, client, user }, caller, false);
  return signsIn(current(services, user));
}

/**
 * Throws for a disabled user, and for one who has never proven the account that the identity is linked to.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.unconfirmed
 */
function signsIn(user: User): User {
  if (!user.enabled) throw userDisabled();
  if (user.status === 'UNCONFIRMED') throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
  return user;
}

function keyOf({ services, pool, provider, identity }: Arrival) {
  return {
    poolId: pool.id,
    provider: provider.name,
    type: provider.type,
    attribute: subjectAttribute,
    subject: identity.subject,
    createdAt: services.world.now(),
  };
}
