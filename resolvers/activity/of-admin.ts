import type { AdminField } from '../call/fields.ts';
import type { Request } from '../call/request.ts';
import type { ActivityKind, MfaPreferenceInput } from '../generated/schema.ts';
import type { AccountEvent, Happening, Happenings } from './events.ts';

/** What is read of a call: who makes it, and whom it is about. */
interface Administered {
  readonly request: Request;
  readonly target: { readonly sub: string };
}

interface Act {
  readonly kind: ActivityKind;
  readonly detail?: string;
}

type Call<F extends AdminField> = Parameters<NonNullable<Happening<F, Administered>['done']>>[0];

/** What the calls of `admin.lambda.ts` mean to the account of the user, and to that of the administrator. */
export const adminHappenings: Happenings<AdminField, Administered> = {
  adminCreateUser: {
    done: ({ data, context }) => acts('adminCreateUser', data.sub, [{ kind: 'INVITED' }], context),
  },
  adminConfirmSignUp: onUser('adminConfirmSignUp', () => [{ kind: 'ACCOUNT_CONFIRMED' }]),
  adminEnableUser: onUser('adminEnableUser', () => [{ kind: 'ACCOUNT_ENABLED' }]),
  adminDisableUser: onUser('adminDisableUser', () => [{ kind: 'ACCOUNT_DISABLED' }]),
  // Nothing is kept of who is gone.
  adminDeleteUser: onUser('adminDeleteUser', () => []),
  adminResetUserPassword: onUser('adminResetUserPassword', () => [{ kind: 'PASSWORD_RESET_REQUESTED' }]),
  adminSetUserPassword: onUser('adminSetUserPassword', () => [{ kind: 'PASSWORD_CHANGED' }]),
  adminUpdateUserAttributes: onUser('adminUpdateUserAttributes', ({ args }) =>
    changed(args.input.attributes.map(({ name }) => name)),
  ),
  adminUserGlobalSignOut: onUser('adminUserGlobalSignOut', () => [{ kind: 'SIGNED_OUT_EVERYWHERE' }]),
  adminSetUserMfaPreference: onUser('adminSetUserMfaPreference', ({ args: { input } }) => [
    ...preferred('SMS_MFA', input.sms),
    ...preferred('EMAIL_OTP', input.email),
    ...preferred('SOFTWARE_TOKEN_MFA', input.softwareToken),
  ]),
  adminDeleteSoftwareToken: onUser('adminDeleteSoftwareToken', () => [{ kind: 'FACTOR_REMOVED', detail: 'SOFTWARE_TOKEN_MFA' }]),
  // The operations have found these names among the providers of the stage, and among the identities of the account.
  adminLinkProviderForUser: onUser('adminLinkProviderForUser', ({ args }) => [
    { kind: 'IDENTITY_LINKED', detail: args.input.providerName },
  ]),
  adminDisableProviderForUser: onUser('adminDisableProviderForUser', ({ args }) => [
    { kind: 'IDENTITY_UNLINKED', detail: args.input.providerName },
  ]),
  adminResetRecoveryCodes: onUser('adminResetRecoveryCodes', () => [{ kind: 'RECOVERY_CODES_REMOVED' }]),
  adminRevokeUserSession: onUser('adminRevokeUserSession', () => [{ kind: 'SESSION_ENDED' }]),
  adminForgetDevice: onUser('adminForgetDevice', () => [{ kind: 'DEVICE_FORGOTTEN' }]),
  adminAddUserToGroup: onUser('adminAddUserToGroup', ({ args }) => [{ kind: 'GROUP_JOINED', detail: args.input.groupName }]),
  adminRemoveUserFromGroup: onUser('adminRemoveUserFromGroup', ({ args }) => [
    { kind: 'GROUP_LEFT', detail: args.input.groupName },
  ]),
  createGroup: { done: ({ args, context }) => acts('createGroup', args.input.groupName, [], context) },
  updateGroup: { done: ({ args, context }) => acts('updateGroup', args.input.groupName, [], context) },
  deleteGroup: { done: ({ args, context }) => acts('deleteGroup', args.input.groupName, [], context) },
};

function onUser<F extends AdminField>(field: F, what: (call: Call<F>) => readonly Act[]): Happening<F, Administered> {
  return { done: (call) => acts(field, call.context.target.sub, what(call), call.context) };
}

/** One entry for the user, which tells who did it, and one for the administrator, which tells what they did to whom. */
function acts(
  field: AdminField,
  subject: string,
  what: readonly Act[],
  { request }: Pick<Administered, 'request'>,
): AccountEvent[] {
  const actor = request.identity?.sub;
  if (actor === undefined) return [];
  return [
    ...what.map((act) => ({ ...act, owner: subject, actor })),
    { kind: 'ADMINISTERED', owner: actor, detail: `${field} ${subject}` },
  ];
}

function preferred(detail: string, preference: MfaPreferenceInput | null | undefined): Act[] {
  return preference ? [{ kind: preference.enabled ? 'FACTOR_ADDED' : 'FACTOR_REMOVED', detail }] : [];
}

/** Cognito has accepted the names, so that they are those of the pool. */
function changed(names: readonly string[]): Act[] {
  const isAddress = (name: string): boolean => /^(email|phone_number)(_verified)?$/.test(name);
  const others = names.filter((name) => !isAddress(name));
  return [
    ...names.filter(isAddress).map((detail): Act => ({ kind: 'ADDRESS_CHANGED', detail })),
    ...(others.length > 0 ? [{ kind: 'PROFILE_CHANGED', detail: others.join(', ') } as const] : []),
  ];
}
