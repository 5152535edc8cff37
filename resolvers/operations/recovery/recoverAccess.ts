import { ownerOfName } from '../../account-table/account-table.ts';
import type { FieldOperation } from '../../call/operation.ts';
import { AuthError, notEnabled } from '../../errors/auth-error.ts';
import { bounded } from '../../input/input.ts';
import { notRecovered, type ProvenUser, proveUser } from '../../recovery/proof.ts';
import { readCode } from '../../recovery/recovery-codes.ts';
import { shutEverybodyOut } from '../../recovery/shut-out.ts';
import type { RecoveryContext } from '../contexts.ts';

/**
 * The order matters. The attempt is counted before anything is checked. The code is claimed before anything changes, so
 * that only one caller can use it. It is used up after everything has changed, so that a recovery that fails half-way
 * can be completed with the same code; every step may be repeated.
 */
export const recoverAccess: FieldOperation<'recoverAccess', RecoveryContext> = async ({ input }, context) => {
  const { recovery } = context;
  if (recovery === null) throw notEnabled('recoverAccess');
  const username = bounded('username', input.username);
  const password = bounded('password', input.password);
  const code = readCode(bounded('recoveryCode', input.recoveryCode));
  await recovery.countAttempt(ownerOfName(username));
  const user = await proveUser(username, password, context);
  // Counted by user, since a user has several names, such as their e-mail address.
  await recovery.countAttempt(user.sub);
  const claim = await recovery.codes.claim(user.sub, code);
  if (claim === null) throw notRecovered();
  try {
    await removeSecondFactors(user, context);
    await shutEverybodyOut(context, user.username);
    await claim.done();
  } catch (cause) {
    await claim.release().catch(() => undefined);
    const message = 'The recovery was started but not completed. Try again with the same recovery code.';
    throw new AuthError('UNAVAILABLE', message, { retryable: true, cause, isCarriedOut: true });
  }
  return true;
};

async function removeSecondFactors(
  { username: Username, secondFactors: on }: ProvenUser,
  { cognito, userPoolId: UserPoolId, mfaTypes }: RecoveryContext,
): Promise<void> {
  const off = { Enabled: false, PreferredMfa: false };
  if (on.length > 0) {
    const isOff = cognito.send('AdminSetUserMFAPreference', {
      UserPoolId,
      Username,
      ...(on.includes('SMS_MFA') && { SMSMfaSettings: off }),
      ...(on.includes('SOFTWARE_TOKEN_MFA') && { SoftwareTokenMfaSettings: off }),
      ...(on.includes('EMAIL_OTP') && { EmailMfaSettings: off }),
    });
    await isOff.catch((error: unknown) => {
      // UNCONFIRMED whether Cognito disables the last factor if the pool requires one. Deleting an authenticator app
      // disables it, too.
      const isDeletedNext = on.every((factor) => factor === 'SOFTWARE_TOKEN_MFA');
      if (!(isDeletedNext && error instanceof Error && error.name === 'InvalidParameterException')) throw error;
    });
  }
  if (mfaTypes.has('SOFTWARE_TOKEN_MFA')) {
    await cognito.send('AdminDeleteSoftwareToken', { UserPoolId, Username }).catch(unlessNone);
  }
}

/** The user may have no app, or an earlier attempt has deleted it. UNCONFIRMED how Cognito says so. */
function unlessNone(error: unknown): void {
  if (!(error instanceof Error && none.has(error.name))) throw error;
}

const none: ReadonlySet<string> = new Set(['ResourceNotFoundException', 'SoftwareTokenMFANotFoundException']);
