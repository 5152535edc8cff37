import type { UserPoolMfaType } from '@aws-sdk/client-cognito-identity-provider';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { enrolApp, type Person } from '../../../support/cognito/mfa-pool.ts';
import type { TestPool } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

const email = { email: 'EMAIL', email_verified: 'true' };
const phone = { phone_number: 'PHONE', phone_number_verified: 'true' };
const on = (PreferredMfa = false) => ({ Enabled: true, PreferredMfa });

interface Enrolment {
  readonly attributes: Record<string, string>;
  readonly app?: true;
  readonly preference?: Record<string, object>;
}

export const enrolments = {
  nothing: { attributes: {} },
  'a mail address': { attributes: email },
  'a phone': { attributes: phone },
  'both addresses': { attributes: { ...email, ...phone } },
  'an app': { attributes: {}, app: true },
  'an app and both addresses': { attributes: { ...email, ...phone }, app: true },
  'an app turned on': { attributes: {}, app: true, preference: { SoftwareTokenMfaSettings: on() } },
  'SMS turned on': { attributes: { ...email, ...phone }, preference: { SMSMfaSettings: on() } },
  'mail turned on and preferred': { attributes: { ...email, ...phone }, preference: { EmailMfaSettings: on(true) } },
  'an app and SMS turned on': {
    attributes: phone,
    app: true,
    preference: { SoftwareTokenMfaSettings: on(), SMSMfaSettings: on() },
  },
  'an app and SMS turned on, the app preferred': {
    attributes: phone,
    app: true,
    preference: { SoftwareTokenMfaSettings: on(true), SMSMfaSettings: on() },
  },
} as const satisfies Record<string, Enrolment>;

export type EnrolmentName = keyof typeof enrolments;

/** What follows a proven password. */
export const afterPassword: Record<UserPoolMfaType, Record<EnrolmentName, readonly string[]>> = {
  OFF: {
    nothing: [],
    'a mail address': [],
    'a phone': [],
    'both addresses': [],
    'an app': [],
    'an app and both addresses': [],
    'an app turned on': [],
    'SMS turned on': [],
    'mail turned on and preferred': [],
    'an app and SMS turned on': [],
    'an app and SMS turned on, the app preferred': [],
  },
  OPTIONAL: {
    nothing: [],
    'a mail address': [],
    'a phone': [],
    'both addresses': [],
    // Verifying an app turns it not on.
    'an app': [],
    'an app and both addresses': [],
    'an app turned on': ['SOFTWARE_TOKEN_MFA'],
    'SMS turned on': ['SMS_MFA'],
    'mail turned on and preferred': ['EMAIL_OTP'],
    'an app and SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app and SMS turned on, the app preferred': ['SOFTWARE_TOKEN_MFA'],
  },
  ON: {
    nothing: ['MFA_SETUP'],
    'a mail address': ['EMAIL_OTP'],
    'a phone': ['SMS_MFA'],
    'both addresses': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app': ['SOFTWARE_TOKEN_MFA'],
    'an app and both addresses': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app turned on': ['SOFTWARE_TOKEN_MFA'],
    'SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'mail turned on and preferred': ['EMAIL_OTP'],
    'an app and SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app and SMS turned on, the app preferred': ['SOFTWARE_TOKEN_MFA'],
  },
};

export const enrolmentNames = Object.keys(enrolments) as EnrolmentName[];

export async function enrol(
  world: TestPool,
  username: string,
  name: EnrolmentName,
  number: number,
  hasPasskey: boolean,
): Promise<Person> {
  const enrolment: Enrolment = enrolments[name];
  const filled = Object.entries(enrolment.attributes).map(([key, value]) => [
    key,
    value.replace('EMAIL', `${username}@example.com`).replace('PHONE', `+4412345${String(number).padStart(5, '0')}`),
  ]);
  await world.confirmedUser(username, Object.fromEntries(filled));
  const { AuthenticationResult } = await signIn(world, username);
  const { AccessToken, RefreshToken = '' } = AuthenticationResult ?? {};
  const person: Person = { username, refreshToken: RefreshToken, ...(hasPasskey && { passkey: authenticator() }) };
  if (person.passkey) {
    const { CredentialCreationOptions } = await world.cognito.startWebAuthnRegistration({ AccessToken });
    const Credential = person.passkey.create(CredentialCreationOptions);
    await world.cognito.completeWebAuthnRegistration({ AccessToken, Credential });
  }
  if (enrolment.app) person.secret = await enrolApp(world, username);
  if (enrolment.preference) {
    await world.cognito.adminSetUserMFAPreference({ UserPoolId: world.userPoolId, Username: username, ...enrolment.preference });
  }
  return person;
}
