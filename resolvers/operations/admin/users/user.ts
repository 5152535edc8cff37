import { toDateTime } from '../../../account/date-time.ts';
import { toDevice } from '../../../account/device.ts';
import { toLinkedIdentities } from '../../../account/linked-identities.ts';
import { toUserMfa } from '../../../account/user-mfa.ts';
import type { AdminContext, TargetContext } from '../../../administration/contexts.ts';
import type { Target } from '../../../administration/target.ts';
import { toAttributes, toGroup, toStatus } from '../../../administration/user-output.ts';
import { sessionsOf } from '../../../administration/user-sessions.ts';
import { drained } from '../../../aws/many.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { ChallengeName } from '../../../generated/schema.ts';
import { known } from '../../../input/known.ts';

export const user: FieldOperation<'user', TargetContext> = async (_, context) => {
  const { target } = context;
  const [factors, groups, sessions, devices, recoveryCodes] = await Promise.all([
    factorsOf(context, target),
    groupsOf(context, target),
    context.tracksSessions ? sessionsOf(context, target) : null,
    context.remembersDevices ? devicesOf(context, target) : null,
    context.recoveryCodes?.state(target.sub) ?? null,
  ]);
  return { ...profileOf(target), factors, groups, sessions, devices, recoveryCodes };
};

function profileOf({ username, sub, user: found }: Target) {
  const attributes = toAttributes(found.UserAttributes ?? []);
  const values = new Map(attributes.map(({ name, value }) => [name, value]));
  return {
    username,
    sub,
    status: toStatus(found.UserStatus),
    enabled: found.Enabled ?? false,
    createdAt: toDateTime(found.UserCreateDate),
    lastModifiedAt: toDateTime(found.UserLastModifiedDate),
    email: values.get('email') ?? null,
    emailVerified: values.get('email_verified') === 'true',
    phoneNumber: values.get('phone_number') ?? null,
    phoneNumberVerified: values.get('phone_number_verified') === 'true',
    attributes,
    identities: toLinkedIdentities(found),
  };
}

async function factorsOf({ cognito, userPoolId: UserPoolId }: AdminContext, { username: Username }: Target) {
  const factors = await cognito.send('AdminGetUserAuthFactors', { UserPoolId, Username });
  return { firstFactors: known(ChallengeName, factors.ConfiguredUserAuthFactors ?? []), mfa: toUserMfa(factors) };
}

async function groupsOf({ cognito, userPoolId: UserPoolId }: AdminContext, { username: Username }: Target) {
  const groups = await drained(async (NextToken) => {
    const { Groups = [], NextToken: next } = await cognito.send('AdminListGroupsForUser', {
      UserPoolId,
      Username,
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Groups, next };
  });
  return groups.map(toGroup);
}

async function devicesOf({ cognito, userPoolId: UserPoolId }: AdminContext, { username: Username }: Target) {
  const devices = await drained(async (PaginationToken) => {
    const { Devices = [], PaginationToken: next } = await cognito.send('AdminListDevices', {
      UserPoolId,
      Username,
      ...(PaginationToken !== undefined && { PaginationToken }),
    });
    return { items: Devices, next };
  });
  return devices.map((device) => toDevice(device, null));
}
