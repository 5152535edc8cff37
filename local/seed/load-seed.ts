import { createHmac } from 'node:crypto';
import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Backstage } from '../cognito/developer/backstage.ts';
import { CognitoError } from '../cognito/wire/errors.ts';
import type { SeedUser } from './seed-file.ts';

export interface SeedPool {
  readonly backstage: Backstage;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The result for a seed user; `error` names what the stage does not allow. */
export interface SeedResult {
  readonly username: string;
  readonly error: string | null;
}

/**
 * Puts each seed user into their state, with the operations that an administrator or the user would call. An existing
 * user is deleted first, since nothing else could make a user UNCONFIRMED again or remove an old password from the
 * history. So each time the user gets a new `sub`. If one user is not possible on this stage, the others are still
 * created.
 */
export async function loadSeed(pool: SeedPool, users: readonly SeedUser[]): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  for (const user of users) results.push({ username: user.username, error: await attempt(pool, user) });
  return results;
}

async function attempt(pool: SeedPool, user: SeedUser): Promise<string | null> {
  try {
    await load(pool, user);
    return null;
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    return `${user.username}: ${error.name}: ${error.message}`;
  }
}

async function load(pool: SeedPool, user: SeedUser): Promise<void> {
  const { call, registerApp } = pool.backstage;
  const named = { UserPoolId: pool.userPoolId, Username: user.username };
  await remove(pool, user);
  await (user.status === 'UNCONFIRMED' ? signUp(pool, user) : create(pool, user));
  if (user.totpSecret !== undefined) {
    registerApp(pool.userPoolId, user.username, user.totpSecret);
    await call('AdminSetUserMFAPreference', { ...named, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
  }
  for (const GroupName of user.groups) {
    await ensureGroup(pool, GroupName);
    await call('AdminAddUserToGroup', { ...named, GroupName });
  }
  if (user.status === 'RESET_REQUIRED') await call('AdminResetUserPassword', named);
  if (!user.enabled) await call('AdminDisableUser', named);
  const { UserStatus } = await call('AdminGetUser', named);
  if (UserStatus !== user.status) {
    throw new CognitoError('UnsupportedUserStateException', `The user pool made the user ${UserStatus}, not ${user.status}.`);
  }
}

/** Another user who has the name as an alias stays; the pool then refuses the name. */
async function remove({ backstage, userPoolId: UserPoolId }: SeedPool, { username: Username }: SeedUser): Promise<void> {
  try {
    const found = await backstage.call('AdminGetUser', { UserPoolId, Username });
    const isHe = found.Username?.toLowerCase() === Username.toLowerCase() || hasAddress(found.UserAttributes, Username);
    if (isHe) await backstage.call('AdminDeleteUser', { UserPoolId, Username });
  } catch (error) {
    if (!(error instanceof CognitoError && error.name === 'UserNotFoundException')) throw error;
  }
}

/** For a pool whose user names are addresses. */
function hasAddress(attributes: readonly AttributeType[] | undefined, name: string): boolean {
  return (attributes ?? []).some(({ Name, Value }) => (Name === 'email' || Name === 'phone_number') && Value === name);
}

/** As the user would do it; the code for the confirmation is in the inbox. */
async function signUp({ backstage, userPoolId, clientId }: SeedPool, user: SeedUser): Promise<void> {
  const secret = backstage.clientSecret(userPoolId, clientId);
  await backstage.call('SignUp', {
    ClientId: clientId,
    Username: user.username,
    Password: user.password,
    UserAttributes: toList({ ...addresses(user), ...user.attributes }),
    ...(secret !== null && {
      SecretHash: createHmac('sha256', secret).update(`${user.username}${clientId}`).digest('base64'),
    }),
  });
}

/** As an administrator would do it, without a message. */
async function create({ backstage: { call }, userPoolId }: SeedPool, user: SeedUser): Promise<void> {
  const named = { UserPoolId: userPoolId, Username: user.username };
  const given = addresses(user);
  const verified = Object.fromEntries(Object.keys(given).map((name) => [`${name}_verified`, 'true']));
  await call('AdminCreateUser', {
    ...named,
    TemporaryPassword: user.password,
    MessageAction: 'SUPPRESS',
    UserAttributes: toList({ ...given, ...verified, ...user.attributes }),
  });
  if (user.status === 'FORCE_CHANGE_PASSWORD') return;
  await call('AdminSetUserPassword', { ...named, Password: user.password, Permanent: true });
}

async function ensureGroup({ backstage: { call }, userPoolId: UserPoolId }: SeedPool, GroupName: string): Promise<void> {
  try {
    await call('GetGroup', { UserPoolId, GroupName });
  } catch (error) {
    if (!(error instanceof CognitoError && error.name === 'ResourceNotFoundException')) throw error;
    await call('CreateGroup', { UserPoolId, GroupName });
  }
}

function addresses({ email, phoneNumber }: SeedUser): Record<string, string> {
  return { ...(email !== undefined && { email }), ...(phoneNumber !== undefined && { phone_number: phoneNumber }) };
}

function toList(attributes: Readonly<Record<string, string>>): AttributeType[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
}
