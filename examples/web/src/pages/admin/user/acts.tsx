import {
  AdminConfirmSignUpDocument,
  AdminCreateUserDocument,
  AdminDeleteSoftwareTokenDocument,
  AdminDeleteUserDocument,
  AdminDisableUserDocument,
  AdminEnableUserDocument,
  AdminResetRecoveryCodesDocument,
  AdminResetUserPasswordDocument,
  AdminSetUserMfaPreferenceDocument,
  AdminSetUserPasswordDocument,
  AdminUpdateUserAttributesDocument,
  AdminUserGlobalSignOutDocument,
} from '../../../generated/admin.ts';
import { Field } from '../../../ui/fields.tsx';
import { NewPassword } from '../../../ui/password/new-password.tsx';
import { inMyLanguage } from '../../wording/locale.ts';
import type { Act, AdminUser } from './act.ts';

const named = ({ username }: AdminUser) => ({ username });

/** In the order in which they are offered: what helps a user first, what ends something last. */
export const acts: readonly Act[] = [
  {
    name: 'Confirm the account',
    does: 'Confirms the account without the code that was sent. The address stays unverified, and they have no password that works: give them a temporary one.',
    done: 'The account is confirmed.',
    isOffered: ({ status }) => status === 'UNCONFIRMED',
    run: ({ client, user }) => client.mutate({ mutation: AdminConfirmSignUpDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Invite again',
    does: 'Sends them a message with a new temporary password. The previous one stops working.',
    done: 'The invitation was sent.',
    isOffered: ({ status }) => status === 'FORCE_CHANGE_PASSWORD',
    run: ({ client, user }) =>
      client.mutate({
        mutation: AdminCreateUserDocument,
        variables: { input: { ...named(user), resend: true, ...inMyLanguage() } },
      }),
  },
  {
    name: 'Enable',
    does: 'They can sign in again in the same ways as before.',
    done: 'The account is enabled.',
    isOffered: ({ enabled }) => !enabled,
    run: ({ client, user }) => client.mutate({ mutation: AdminEnableUserDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Require a new password',
    does: 'Their password stops working, and a code to set a new one is sent to their verified address. Their sessions continue until they have set it.',
    done: 'The code was sent.',
    isOffered: ({ status, enabled, emailVerified, phoneNumberVerified }) =>
      enabled && (status === 'CONFIRMED' || status === 'RESET_REQUIRED') && (emailVerified || phoneNumberVerified),
    run: ({ client, user }) =>
      client.mutate({
        mutation: AdminResetUserPasswordDocument,
        variables: { input: { ...named(user), ...inMyLanguage() } },
      }),
  },
  {
    name: 'Set a temporary password',
    does: 'You tell them the password, and they choose their own when they sign in. All their sessions end. Their passkeys and their authenticator app stay.',
    done: 'The temporary password is set.',
    fields: (_, config) => <NewPassword policy={config.passwordPolicy} label="Temporary password" name="password" />,
    run: ({ client, user, fields }) =>
      client.mutate({
        mutation: AdminSetUserPasswordDocument,
        variables: { input: { ...named(user), password: fields('password') } },
      }),
  },
  {
    name: 'Remove the authenticator app',
    does: 'For a lost phone: they sign in without codes from the app, and can set up another one.',
    done: 'The authenticator app is removed.',
    isOffered: ({ factors }) => factors.mfa.enabled.includes('SOFTWARE_TOKEN_MFA'),
    run: ({ client, user }) => client.mutate({ mutation: AdminDeleteSoftwareTokenDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Turn off codes by message',
    does: 'For a lost phone or mailbox: they sign in without a code by text message or e-mail as the second step. They can turn it on again.',
    done: 'Codes by message are off.',
    isOffered: ({ factors }) => factors.mfa.enabled.some((factor) => factor === 'SMS_MFA' || factor === 'EMAIL_OTP'),
    run: ({ client, user }) => {
      const { enabled } = user.factors.mfa;
      const off = { enabled: false };
      const input = {
        ...named(user),
        sms: enabled.includes('SMS_MFA') ? off : null,
        email: enabled.includes('EMAIL_OTP') ? off : null,
      };
      return client.mutate({ mutation: AdminSetUserMfaPreferenceDocument, variables: { input } });
    },
  },
  {
    name: 'Invalidate the recovery codes',
    does: 'None of their recovery codes works any longer. They can generate new ones.',
    done: 'The recovery codes no longer work.',
    isOffered: ({ recoveryCodes }) => (recoveryCodes?.remaining ?? 0) > 0,
    run: ({ client, user }) => client.mutate({ mutation: AdminResetRecoveryCodesDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Change the e-mail address',
    does: 'The new address takes effect at once and counts as verified: whoever reads its mail can set a new password. Make sure that it is theirs.',
    done: 'The address is changed.',
    fields: ({ email }) => (
      <Field label="E-mail" name="email" type="email" autoComplete="off" defaultValue={email ?? ''} required />
    ),
    run: ({ client, user, fields }) =>
      client.mutate({
        mutation: AdminUpdateUserAttributesDocument,
        variables: {
          input: {
            ...named(user),
            attributes: [
              { name: 'email', value: fields('email').trim() },
              { name: 'email_verified', value: 'true' },
            ],
          },
        },
      }),
  },
  {
    name: 'Set an attribute',
    does: 'Their tokens have the new value from the next sign-in or refresh. An empty value removes the attribute.',
    done: 'The attribute is set.',
    fields: () => (
      <>
        <Field label="Attribute" name="name" autoComplete="off" hint="Such as given_name, or custom:…" required />
        <Field label="Value" name="value" autoComplete="off" />
      </>
    ),
    run: ({ client, user, fields }) =>
      client.mutate({
        mutation: AdminUpdateUserAttributesDocument,
        variables: {
          input: { ...named(user), attributes: [{ name: fields('name').trim(), value: fields('value') }] },
        },
      }),
  },
  {
    name: 'Sign out everywhere',
    does: 'All their sessions end. Other services may accept an access token that was already issued until it expires.',
    done: 'The user is signed out everywhere.',
    run: ({ client, user }) => client.mutate({ mutation: AdminUserGlobalSignOutDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Disable',
    does: 'They cannot sign in until an administrator enables the account, and all their sessions end. Nothing in the account is lost.',
    done: 'The account is disabled.',
    isDangerous: true,
    isOffered: ({ enabled }) => enabled,
    run: ({ client, user, evenIfLast }) =>
      client.mutate({ mutation: AdminDisableUserDocument, variables: { input: { ...named(user), evenIfLast } } }),
  },
  {
    name: 'Delete',
    does: 'Deletes the account with all its data, at once and for good. Nobody can restore it.',
    done: 'The account is deleted.',
    isDangerous: true,
    isFarewell: true,
    run: ({ client, user, evenIfLast }) =>
      client.mutate({ mutation: AdminDeleteUserDocument, variables: { input: { ...named(user), evenIfLast } } }),
  },
];
