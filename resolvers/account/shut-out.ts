import type { Cognito } from '../aws/cognito.ts';
import { drained, eachOf, unlessGone } from '../aws/many.ts';
import { AuthError } from '../errors/auth-error.ts';
import type { signedIn } from '../sign-in/access-token.ts';

interface ShutOutContext {
  readonly cognito: Cognito;
  readonly tracksSessions: boolean;
  readonly remembersDevices: boolean;
}

type Caller = ReturnType<typeof signedIn>;

/**
 * Ends every session but the caller's after a change of the password, and forgets every other device. Cognito itself
 * ends no session then, and still accepts remembered devices in place of a second factor. If sessions are not tracked,
 * Cognito can only end all of them, including the caller's.
 * @throws AuthError `UNAVAILABLE` if that fails; the password is changed by then.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.new-password
 */
export async function shutOthersOut(context: ShutOutContext, caller: Caller): Promise<void> {
  // Devices first, since the access token may be revoked by the next step. If this fails, the sessions still end.
  const devices = await Promise.allSettled([forgetOtherDevices(context, caller)]);
  const sessions = await Promise.allSettled([endOtherSessions(context, caller)]);
  const failure = [...devices, ...sessions].find(({ status }) => status === 'rejected');
  if (failure?.status !== 'rejected') return;
  throw new AuthError(
    'UNAVAILABLE',
    'Your new password is set, but others may still be signed in. Sign out everywhere, then sign in with the new password.',
    { cause: failure.reason, isCarriedOut: true },
  );
}

async function forgetOtherDevices(
  { cognito, remembersDevices }: ShutOutContext,
  { accessToken, identity }: Caller,
): Promise<void> {
  if (!remembersDevices) return;
  const keys = await drained(async (PaginationToken) => {
    const { Devices = [], PaginationToken: next } = await cognito.send('ListDevices', {
      AccessToken: accessToken,
      ...(PaginationToken !== undefined && { PaginationToken }),
    });
    return { items: Devices.flatMap(({ DeviceKey }) => DeviceKey ?? []), next };
  });
  const others = keys.filter((key) => key !== identity.deviceKey);
  await eachOf(others, (DeviceKey) => unlessGone(cognito.send('ForgetDevice', { AccessToken: accessToken, DeviceKey })));
}

async function endOtherSessions(
  { cognito, tracksSessions }: ShutOutContext,
  { accessToken: AccessToken }: Caller,
): Promise<void> {
  if (!tracksSessions) {
    await cognito.send('GlobalSignOut', { AccessToken });
    return;
  }
  const others = await drained(async (NextToken) => {
    const { Sessions = [], NextToken: next } = await cognito.send('ListUserSessions', {
      AccessToken,
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Sessions.flatMap(({ SessionId, IsCurrentSession }) => (IsCurrentSession ? [] : (SessionId ?? []))), next };
  });
  await eachOf(others, (SessionId) => unlessGone(cognito.send('RevokeUserSession', { AccessToken, SessionId })));
}
