import type { Cognito } from '../aws/cognito.ts';
import { drained, eachOf, unlessGone } from '../aws/many.ts';

interface ShutOutContext {
  readonly cognito: Cognito;
  readonly userPoolId: string;
  readonly remembersDevices: boolean;
}

/**
 * Ends every session of a user and forgets every device, so that nobody else stays signed in. There is no access token
 * here, so these calls are signed. If it fails, it may be called again.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.new-password
 */
export async function shutEverybodyOut(context: ShutOutContext, username: string): Promise<void> {
  const outcomes = await Promise.allSettled([endSessions(context, username), forgetDevices(context, username)]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function endSessions({ cognito, userPoolId }: ShutOutContext, Username: string): Promise<void> {
  await cognito.send('AdminUserGlobalSignOut', { UserPoolId: userPoolId, Username });
}

async function forgetDevices({ cognito, userPoolId, remembersDevices }: ShutOutContext, Username: string): Promise<void> {
  if (!remembersDevices) return;
  const whose = { UserPoolId: userPoolId, Username };
  const keys = await drained(async (PaginationToken) => {
    const { Devices = [], PaginationToken: next } = await cognito.send('AdminListDevices', {
      ...whose,
      ...(PaginationToken !== undefined && { PaginationToken }),
    });
    return { items: Devices.flatMap(({ DeviceKey }) => DeviceKey ?? []), next };
  });
  await eachOf(keys, (DeviceKey) => unlessGone(cognito.send('AdminForgetDevice', { ...whose, DeviceKey })));
}
