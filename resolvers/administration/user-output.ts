import type { AttributeType, GroupType, UserType } from '@aws-sdk/client-cognito-identity-provider';
import { toDateTime } from '../account/date-time.ts';
import type { Plain } from '../aws/json-protocol.ts';
import { type Attribute, type Group, UserStatus, type UserSummary } from '../generated/schema.ts';
import { isKnown } from '../input/known.ts';

/** A user in a list. */
export function toUserSummary({ Attributes = [], ...user }: Plain<UserType>): UserSummary {
  const values = new Map(Attributes.map(({ Name, Value }) => [Name, Value]));
  const sub = values.get('sub');
  if (user.Username === undefined || sub === undefined) throw new Error('Cognito answered with a user without a name.');
  return {
    username: user.Username,
    sub,
    status: toStatus(user.UserStatus),
    enabled: user.Enabled ?? false,
    createdAt: toDateTime(user.UserCreateDate),
    lastModifiedAt: toDateTime(user.UserLastModifiedDate),
    email: values.get('email') ?? null,
    phoneNumber: values.get('phone_number') ?? null,
    attributes: toAttributes(Attributes),
  };
}

export function toStatus(status: string | undefined): UserStatus {
  return status !== undefined && isKnown(UserStatus, status) ? status : 'UNKNOWN';
}

export function toAttributes(attributes: readonly AttributeType[]): Attribute[] {
  return attributes.map(({ Name: name = '', Value: value = '' }) => ({ name, value }));
}

export function toGroup(group: Plain<GroupType> | undefined): Group {
  if (group?.GroupName === undefined) throw new Error('Cognito answered without a group.');
  return {
    groupName: group.GroupName,
    description: group.Description ?? null,
    precedence: group.Precedence ?? null,
    createdAt: toDateTime(group.CreationDate),
    lastModifiedAt: toDateTime(group.LastModifiedDate),
  };
}
