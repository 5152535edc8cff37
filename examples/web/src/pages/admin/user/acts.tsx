import {
  AdminConfirmSignUpDocument,
  AdminCreateUserDocument,
  AdminDeleteSoftwareTokenDocument,
  AdminDeleteUserDocument,
  AdminDisableUserDocument,
  AdminEnableUserDocument,
  AdminResetRecoveryCodesDocument,
  AdminResetUserPasswordDocument,
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
    does: 'The account counts without the code that was sent. Their address stays unverified, and they have no password yet: give them a temporary one.',
    done: 'The account is confirmed.',
    isOffered: ({ status }) => status === 'UNCONFIRMED',
    run: ({ client, user }) => client.mutate({ mutation: AdminConfirmSignUpDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Invite again',
    does: 'A message with a new temporary password goes to them. The one before is worth nothing from then on.',
    done: 'The invitation is on its way.',
    isOffered: ({ status }) => status === 'FORCE_CHANGE_PASSWORD',
    run: ({ client, user }) =>
      client.mutate({
        mutation: AdminCreateUserDocument,
        variables: { input: { ...named(user), resend: true, ...inMyLanguage() } },
      }),
  },
  {
    name: 'Switch on again',
    does: 'They can sign in again, with what they signed in with before.',
    done: 'The account is switched on.',
    isOffered: ({ enabled }) => !enabled,
    run: ({ client, user }) => client.mutate({ mutation: AdminEnableUserDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Order a new password',
    does: 'Their password ends, and a code to set a new one goes to their verified address. Where they are signed in, they stay so until the new password is set.',
    done: 'The code is on its way.',
    isDangerous: true,
    isOffered: ({ status, enabled, emailVerified, phoneNumberVerified }) =>
      enabled && (status === 'CONFIRMED' || status === 'RESET_REQUIRED') && (emailVerified || phoneNumberVerified),
    run: ({ client, user }) =>
      client.mutate({
        mutation: AdminResetUserPasswordDocument,
        variables: { input: { ...named(user), ...inMyLanguage() } },
      }),
  },
  {
    name: 'Give a temporary password',
    does: 'You tell them the password, and they choose their own when they sign in. Every session of theirs ends. Their passkeys and authenticator app stay.',
    done: 'The temporary password counts.',
    isDangerous: true,
    fields: (_, config) => <NewPassword policy={config.passwordPolicy} label="Temporary password" name="password" />,
    run: ({ client, user, fields }) =>
      client.mutate({
        mutation: AdminSetUserPasswordDocument,
        variables: { input: { ...named(user), password: fields('password') } },
      }),
  },
  {
    name: 'Take the authenticator app away',
    does: 'For a phone that is lost: they sign in without its codes, and can set up another app.',
    done: 'The authenticator app is gone.',
    isDangerous: true,
    isOffered: ({ factors }) => factors.mfa.enabled.includes('SOFTWARE_TOKEN_MFA'),
    run: ({ client, user }) => client.mutate({ mutation: AdminDeleteSoftwareTokenDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Make the recovery codes worthless',
    does: 'None of their recovery codes opens the account any more. They can make new ones.',
    done: 'The recovery codes are worth nothing.',
    isDangerous: true,
    isOffered: ({ recoveryCodes }) => (recoveryCodes?.remaining ?? 0) > 0,
    run: ({ client, user }) => client.mutate({ mutation: AdminResetRecoveryCodesDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Change the e-mail address',
    does: 'The new address counts at once, as verified: whoever reads its mail can set a new password. Be sure that it is theirs.',
    done: 'The address is changed.',
    isDangerous: true,
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
    does: 'The value is in their tokens from the next sign-in or refresh on. An empty value takes the attribute away.',
    done: 'The attribute is set.',
    isDangerous: true,
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
    does: 'Every session of theirs ends. A token that is already out may be good for a few minutes yet.',
    done: 'They are signed out everywhere.',
    run: ({ client, user }) => client.mutate({ mutation: AdminUserGlobalSignOutDocument, variables: { input: named(user) } }),
  },
  {
    name: 'Switch off',
    does: 'They cannot sign in until somebody switches the account on again, and every session of theirs ends. Nothing of the account is lost.',
    done: 'The account is switched off.',
    isDangerous: true,
    isOffered: ({ enabled }) => enabled,
    run: ({ client, user, evenIfLast }) =>
      client.mutate({ mutation: AdminDisableUserDocument, variables: { input: { ...named(user), evenIfLast } } }),
  },
  {
    name: 'Delete',
    does: 'The account is deleted at once and for good, with all that is kept of it. Nobody can bring it back.',
    done: 'The account is deleted.',
    isDangerous: true,
    isFarewell: true,
    run: ({ client, user, evenIfLast }) =>
      client.mutate({ mutation: AdminDeleteUserDocument, variables: { input: { ...named(user), evenIfLast } } }),
  },
];
