import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { NewUser, User } from '../store/users/user-store.ts';
import { CognitoError, resourceNotFound, userNotFound } from '../wire/errors.ts';
import { fold, type SignInName, signInNames } from './sign-in-names.ts';

export function poolOf({ pools }: Pick<Services, 'pools'>, poolId: string): UserPool {
  const pool = pools.pool(poolId);
  if (!pool) throw resourceNotFound(`User pool ${poolId} does not exist.`);
  return pool;
}

export function clientOf(services: Pick<Services, 'pools'>, clientId: string): { client: UserPoolClient; pool: UserPool } {
  const client = services.pools.client(clientId);
  if (!client) throw resourceNotFound(`User pool client ${clientId} does not exist.`);
  return { client, pool: poolOf(services, client.poolId) };
}

/** A client, as an administrator's operation names it. */
export function clientInPool({ pools }: Pick<Services, 'pools'>, poolId: string, clientId: string): UserPoolClient {
  const pool = poolOf({ pools }, poolId);
  const client = pools.client(clientId);
  if (client?.poolId !== pool.id) throw resourceNotFound(`User pool client ${clientId} does not exist.`);
  return client;
}

/**
 * The user with this sign-in name: a username or a valid alias, but never a `sub`.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.sub-as-name
 */
export function userNamed({ users }: Pick<Services, 'users'>, pool: UserPool, name: string): User | undefined {
  return users.byName(pool.id, fold(pool, name));
}

/** The user whom an administrator names, also by `sub`. */
export function userForAdmin(services: Pick<Services, 'users'>, pool: UserPool, name: string): User {
  // By `sub` first: otherwise a user whose name is another user's sub would be found instead of that user.
  const user = services.users.bySub(pool.id, name) ?? userNamed(services, pool, name);
  if (!user) throw userNotFound();
  return user;
}

/** The user as stored now, for an operation that has waited for a trigger. */
export function current({ users }: Pick<Services, 'users'>, user: Pick<User, 'id'>): User {
  const found = users.byId(user.id);
  if (!found) throw userNotFound();
  return found;
}

interface NameRules {
  /**
   * Takes an alias from another user, for whom it is then unverified.
   * @see docs/aws-behaviour/cognito-users.md#cognito.users.alias-moves
   */
  readonly force?: boolean | undefined;
  /**
   * The text for a username that is taken.
   * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.taken
   */
  readonly taken?: string;
}

/** Whether the user is new decides the error for a name that is taken. */
type Deed = NameRules & { readonly creates: boolean };

/** Throws UsernameExistsException or AliasExistsException; call it in a transaction with what belongs to it. */
export function insertUser(services: Services, pool: UserPool, user: NewUser, rules: NameRules): User {
  return services.transaction(() => {
    const inserted = services.users.insert(user);
    rememberPassword(services, pool, inserted, inserted.password);
    for (const name of signInNames(pool, inserted)) claim(services, pool, inserted, name, { ...rules, creates: true });
    return inserted;
  });
}

/** Stores the changed user and their names. A new password replaces an imported one. Throws AliasExistsException. */
export function updateUser(services: Services, pool: UserPool, user: User, change: Partial<User>, rules: NameRules = {}): User {
  const importedHash = change.password === undefined ? user.importedHash : null;
  const changed = { ...user, importedHash, ...change, modifiedAt: services.world.now() };
  services.transaction(() => {
    const before = new Set(signInNames(pool, user).map(({ name }) => name));
    const after = signInNames(pool, changed);
    for (const { name } of after) before.delete(name);
    for (const name of before) services.users.freeName(pool.id, name);
    for (const name of after) claim(services, pool, changed, name, { ...rules, creates: false });
    services.users.update(changed);
    rememberPassword(services, pool, changed, change.password);
  });
  return changed;
}

/** For the policy's PasswordHistorySize. Temporary passwords are not remembered. */
function rememberPassword({ pastPasswords }: Services, pool: UserPool, user: User, password: User['password'] | undefined): void {
  const { PasswordHistorySize = 0 } = pool.settings.Policies.PasswordPolicy;
  if (password && PasswordHistorySize > 0 && user.status !== 'FORCE_CHANGE_PASSWORD') {
    pastPasswords.add(user.id, password, PasswordHistorySize);
  }
}

/** Throws like `insertUser`, before anything about the new user leaves the pool. */
export function refuseTaken(services: Services, pool: UserPool, user: NewUser, rules: NameRules): void {
  for (const name of signInNames(pool, user)) ownerToYield(services, pool, name, { ...rules, creates: true });
}

function claim(services: Services, pool: UserPool, user: User, { name, attribute }: SignInName, deed: Deed): void {
  const { users } = services;
  if (users.ownerOf(pool.id, name) === user.id) return;
  const owner = ownerToYield(services, pool, { name, attribute }, deed);
  if (owner) users.update({ ...owner, attributes: { ...owner.attributes, [`${attribute}_verified`]: 'false' } });
  users.takeName(pool.id, name, user.id);
}

/** The user who has the name and must give it up. Throws if they need not. */
function ownerToYield(
  { users }: Pick<Services, 'users'>,
  pool: UserPool,
  { name, attribute }: SignInName,
  deed: Deed,
): User | undefined {
  const ownerId = users.ownerOf(pool.id, name);
  const owner = ownerId === undefined ? undefined : users.byId(ownerId);
  const movable = attribute && attribute !== 'preferred_username' && pool.settings.AliasAttributes.includes(attribute);
  if (owner && !(deed.force && movable)) throw taken(pool, attribute, deed);
  return owner;
}

function taken(
  pool: UserPool,
  attribute: SignInName['attribute'],
  { taken: text = 'User already exists', creates }: Deed,
): CognitoError {
  if (attribute === null) return new CognitoError('UsernameExistsException', text);
  // The address is the username only when the user is created; afterwards it is one of the user's aliases.
  const isUsername = creates && pool.settings.UsernameAttributes.length > 0;
  const name = isUsername ? 'UsernameExistsException' : 'AliasExistsException';
  return new CognitoError(name, `An account with the given ${attribute} already exists.`);
}
