import type { GroupType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Group } from '../store/users/group-store.ts';
import type { User } from '../store/users/user-store.ts';
import { CognitoError, invalidParameter, resourceNotFound } from '../wire/errors.ts';
import { type Input, integer, parse, required, string, structure } from '../wire/members.ts';
import { groupName, userPoolId } from '../wire/model.ts';
import { poolOf } from './accounts.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

/** The members of CreateGroup and UpdateGroup; those of `AWS::Cognito::UserPoolGroup` are the same. */
export const groupMembers = {
  UserPoolId: required(userPoolId),
  GroupName: required(groupName),
  Description: string({ max: 2048 }),
  RoleArn: string({ min: 20, max: 2048, pattern: '[\\w+=/,.@-]*:[\\w+=/,.@-]+:[\\w+=/,.@-]*:[\\w+=/,.@-]*:.*' }),
  Precedence: integer(0, 2 ** 31 - 1),
};

type GroupInput = Input<typeof groupMembers>;

export const groupListLimit = integer(0, 60);

// https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
const groupsPerPool = 10_000;
const groupsPerUser = 100;

/** Throws ResourceNotFoundException; its text is from https://github.com/aws-amplify/amplify-cli/issues/2214. */
export function groupOf({ groups }: Pick<Services, 'groups'>, { id }: UserPool, name: string): Group {
  const group = groups.find(id, name);
  if (!group) throw resourceNotFound('Group not found.');
  return group;
}

/**
 * Throws GroupExistsException or LimitExceededException, in texts of our own.
 * @see docs/aws-behaviour/cognito-users.md#cognito.groups.texts
 */
export function createGroup(services: Services, pool: UserPool, input: GroupInput): Group {
  const { groups, world, transaction } = services;
  return transaction(() => {
    if (groups.find(pool.id, input.GroupName)) {
      throw new CognitoError('GroupExistsException', 'A group with the name already exists.');
    }
    if (groups.count(pool.id) >= groupsPerPool) {
      throw new CognitoError('LimitExceededException', `A user pool has at most ${groupsPerPool} groups.`);
    }
    const group = made(input, world.now());
    groups.put(group);
    return group;
  });
}

/** Members that are not named stay unchanged. */
export function updateGroup(services: Services, pool: UserPool, input: GroupInput): Group {
  const found = groupOf(services, pool, input.GroupName);
  const group: Group = {
    ...found,
    description: input.Description ?? found.description,
    roleArn: input.RoleArn ?? found.roleArn,
    precedence: input.Precedence ?? found.precedence,
    modifiedAt: services.world.now(),
  };
  services.groups.put(group);
  return group;
}

/** Joining again changes nothing. Throws InvalidParameterException beyond the quota, with a text of our own. */
export function joinGroup(services: Services, pool: UserPool, user: User, name: string): void {
  const { groups } = services;
  const group = groupOf(services, pool, name);
  const joined = groups.ofUser(user.id);
  if (joined.some((other) => other.name === group.name)) return;
  if (joined.length >= groupsPerUser) throw invalidParameter(`A user can be in at most ${groupsPerUser} groups.`);
  groups.join(user.id, pool.id, group.name);
}

export function describeGroup({ poolId, name, description, roleArn, precedence, createdAt, modifiedAt }: Group) {
  return {
    GroupName: name,
    UserPoolId: poolId,
    ...(description !== null && { Description: description }),
    ...(roleArn !== null && { RoleArn: roleArn }),
    ...(precedence !== null && { Precedence: precedence }),
    LastModifiedDate: new Date(modifiedAt),
    CreationDate: new Date(createdAt),
  } satisfies GroupType;
}

/** What the user's groups add to their tokens. */
export interface GroupClaims {
  /** In order of precedence. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly preferredRole: string | null;
}

/**
 * The preferred role is that of the first group in order of precedence that has a role. If several groups share that
 * precedence and their roles differ, there is none (API_CreateGroup, Precedence).
 * @see docs/aws-behaviour/cognito-users.md#cognito.groups.preferred-role
 */
export function groupClaims({ groups }: Pick<Services, 'groups'>, { id }: Pick<User, 'id'>): GroupClaims {
  const joined = groups.ofUser(id);
  const withRole = joined.flatMap(({ roleArn, precedence }) => (roleArn === null ? [] : [{ roleArn, precedence }]));
  const first = new Set(
    withRole.filter(({ precedence }) => precedence === withRole[0]?.precedence).map(({ roleArn }) => roleArn),
  );
  const [role = null] = first;
  return {
    names: joined.map(({ name }) => name),
    roles: [...new Set(withRole.map(({ roleArn }) => roleArn))],
    preferredRole: first.size === 1 ? role : null,
  };
}

/** `AWS::Cognito::UserPoolGroup`. */
export function groupFromProperties(logicalId: string, properties: Readonly<Record<string, unknown>>): GroupInput {
  // Numbers in CloudFormation may be strings.
  const { Precedence, ...rest } = properties;
  const precedence = Precedence === undefined ? {} : { Precedence: Number(Precedence) };
  return parse(structure(groupMembers), { GroupName: logicalId, ...rest, ...precedence });
}

/**
 * Stores the group of a template, replacing the settings of a group with this name. Another name or pool creates
 * another group. CloudFormation replaces it too, and loses its members.
 */
export function provisionGroup(services: Services, key: string, input: GroupInput): Group {
  const { groups, world, transaction } = services;
  const pool = poolOf(services, input.UserPoolId);
  return transaction(() => {
    const before = groups.nameOf(key);
    if (before && (before.poolId !== pool.id || before.name !== input.GroupName)) groups.remove(before.poolId, before.name);
    const now = world.now();
    const group = { ...made(input, now), createdAt: groups.find(pool.id, input.GroupName)?.createdAt ?? now };
    groups.put(group);
    groups.nameResource(key, pool.id, group.name);
    return group;
  });
}

function made({ UserPoolId, GroupName, Description, RoleArn, Precedence }: GroupInput, now: number): Group {
  return {
    poolId: UserPoolId,
    name: GroupName,
    description: Description ?? null,
    roleArn: RoleArn ?? null,
    precedence: Precedence ?? null,
    createdAt: now,
    modifiedAt: now,
  };
}
