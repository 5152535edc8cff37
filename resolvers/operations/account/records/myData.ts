import { drained } from '../../../aws/many.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { AccountContext } from '../../contexts.ts';
import { devices } from '../devices/devices.ts';
import { authFactors } from '../factors/authFactors.ts';
import { passkeys } from '../factors/passkeys.ts';
import { me } from '../profile/me.ts';
import { sessions } from '../sessions/sessions.ts';
import { activity } from './activity.ts';
import { recoveryCodes } from './recoveryCodes.ts';

/** Everything that is stored about the caller, as the fields of the schema return it. Disabled parts are null. */
export const myData: FieldOperation<'myData', AccountContext> = async (_, context) => {
  // First and alone, so that an invalid token is refused before anything else is read.
  const user = await me({}, context);
  const [factors, allPasskeys, allDevices, allSessions, codes, newest] = await Promise.all([
    authFactors({}, context),
    everyPage((nextToken) => passkeys({ nextToken }, context)),
    context.remembersDevices ? everyPage((nextToken) => devices({ nextToken }, context)) : null,
    context.tracksSessions ? sessions({}, context) : null,
    context.recoveryCodes && recoveryCodes({}, context),
    context.logBook && activity({}, context),
  ]);
  return {
    user,
    factors,
    passkeys: allPasskeys,
    devices: allDevices,
    sessions: allSessions,
    recoveryCodes: codes,
    // The newest entries; `activity` continues from this token.
    activity: newest,
  };
};

interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | null;
}

function everyPage<T>(read: (nextToken: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  return drained(async (token) => {
    const { items, nextToken } = await read(token ?? null);
    return { items, next: nextToken ?? undefined };
  });
}
