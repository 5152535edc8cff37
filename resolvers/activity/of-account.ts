import type { AccountField } from '../call/fields.ts';
import type { Request } from '../call/request.ts';
import type { CodeDelivery, MfaPreferenceInput } from '../generated/schema.ts';
import type { AccountEvent, Happenings } from './events.ts';
import { one } from './signed-in.ts';

/** What the calls of `account.lambda.ts` mean for an account. */
export const accountHappenings: Happenings<AccountField> = {
  changePassword: {
    done: ({ request }) => one('PASSWORD_CHANGED', request),
    refused: ({ request, code }) =>
      code === 'INVALID_CREDENTIALS' || code === 'TOO_MANY_ATTEMPTS' ? one('PASSWORD_CHANGE_REFUSED', request, code) : [],
  },
  updateUserAttributes: {
    done: ({ args, data, request }) => {
      // An address that a code was sent to is only changed once the code is answered.
      const pending = new Set(data.map(({ attribute }: CodeDelivery) => attribute));
      return changed(
        args.input.attributes.map(({ name }) => name).filter((name) => !pending.has(name)),
        request,
      );
    },
  },
  deleteUserAttributes: { done: ({ args, request }) => changed(args.input.names, request) },
  verifyUserAttribute: { done: ({ args, request }) => changed([args.input.name], request) },
  verifySoftwareToken: { done: ({ request }) => one('FACTOR_ADDED', request, 'SOFTWARE_TOKEN_MFA') },
  setUserMfaPreference: {
    done: ({ args: { input }, request }) => [
      ...preferred('SMS_MFA', input.sms, request),
      ...preferred('EMAIL_OTP', input.email, request),
      // Adding the app was reported when it was proven, since it may be used from then on.
      ...(input.softwareToken?.enabled === false ? one('FACTOR_REMOVED', request, 'SOFTWARE_TOKEN_MFA') : []),
    ],
  },
  completeWebAuthnRegistration: { done: ({ request }) => one('FACTOR_ADDED', request, 'WEB_AUTHN') },
  deleteWebAuthnCredential: { done: ({ request }) => one('FACTOR_REMOVED', request, 'WEB_AUTHN') },
  // The operation has found this name among the identities of the account.
  unlinkIdentity: { done: ({ args, request }) => one('IDENTITY_UNLINKED', request, args.input.providerName) },
  updateDeviceStatus: {
    done: ({ args, request }) => one(args.input.remembered ? 'DEVICE_REMEMBERED' : 'DEVICE_FORGOTTEN', request),
  },
  forgetDevice: { done: ({ request }) => one('DEVICE_FORGOTTEN', request) },
  globalSignOut: { done: ({ request }) => one('SIGNED_OUT_EVERYWHERE', request) },
  revokeUserSession: { done: ({ request }) => one('SESSION_ENDED', request) },
  generateRecoveryCodes: { done: ({ request }) => one('RECOVERY_CODES_MADE', request) },
  deleteUser: { done: ({ request }) => one('ACCOUNT_DELETED', request) },
};

function preferred(factor: string, preference: MfaPreferenceInput | null | undefined, request: Request): AccountEvent[] {
  if (!preference) return [];
  return one(preference.enabled ? 'FACTOR_ADDED' : 'FACTOR_REMOVED', request, factor);
}

/** Attributes that were changed or removed. Cognito has accepted the names, so they are attributes of the pool. */
function changed(names: readonly string[], request: Request): AccountEvent[] {
  const isAddress = (name: string): boolean => name === 'email' || name === 'phone_number';
  const others = names.filter((name) => !isAddress(name));
  return [
    ...names.filter(isAddress).flatMap((name) => one('ADDRESS_CHANGED', request, name)),
    ...(others.length > 0 ? one('PROFILE_CHANGED', request, others.join(', ')) : []),
  ];
}
