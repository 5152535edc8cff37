import type { UserStatus } from '../../../generated/admin.ts';

interface State {
  readonly status: UserStatus;
  readonly enabled: boolean;
}

/** A state in two or three words, for a list. */
export function stateInWords({ status, enabled }: State): string {
  return enabled ? statuses[status].short : 'Disabled';
}

/** What the state of a user means for them. */
export function stateExplained({ status, enabled }: State): string {
  const meaning = statuses[status].long;
  return enabled ? meaning : `An administrator disabled the account, so nobody can sign in to it. Apart from that: ${meaning}`;
}

const statuses: { readonly [Status in UserStatus]: { readonly short: string; readonly long: string } } = {
  CONFIRMED: { short: 'Active', long: 'Can sign in.' },
  UNCONFIRMED: { short: 'Not confirmed', long: 'Signed up, but has not entered the code that was sent.' },
  FORCE_CHANGE_PASSWORD: {
    short: 'Must choose a password',
    long: 'Has a temporary password and must choose their own when they sign in.',
  },
  RESET_REQUIRED: { short: 'Password was reset', long: 'Must set a new password with the code that was sent.' },
  EXTERNAL_PROVIDER: { short: 'External', long: 'Signs in with another identity provider.' },
  ARCHIVED: { short: 'Archived', long: 'Is archived and cannot sign in.' },
  COMPROMISED: { short: 'Compromised', long: 'Cannot sign in: Cognito considers the account compromised.' },
  UNKNOWN: { short: 'Unknown', long: 'Cognito does not report the state.' },
};

/** The states to filter by, each as Cognito's filter. */
export const states: readonly (readonly [name: string, filter: string])[] = [
  ['Active', statusIs('CONFIRMED')],
  ['Not confirmed', statusIs('UNCONFIRMED')],
  ['Must choose a password', statusIs('FORCE_CHANGE_PASSWORD')],
  ['Password was reset', statusIs('RESET_REQUIRED')],
  ['Disabled', 'status = "Disabled"'],
];

function statusIs(status: UserStatus): string {
  return `cognito:user_status = "${status}"`;
}

/** What a user can be found by. */
export const searchable: readonly (readonly [name: string, attribute: string])[] = [
  ['User name', 'username'],
  ['E-mail', 'email'],
  ['Phone number', 'phone_number'],
  ['Given name', 'given_name'],
  ['Family name', 'family_name'],
  ['Name', 'name'],
  ['Id (sub)', 'sub'],
];

/** Users whose attribute begins so. */
export function beginsWith(attribute: string, text: string): string {
  return `${attribute} ^= "${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

export const secondSteps: Readonly<Record<string, string>> = {
  SOFTWARE_TOKEN_MFA: 'authenticator app',
  SMS_MFA: 'text message',
  EMAIL_OTP: 'e-mail',
};

export const firstSteps: Readonly<Record<string, string>> = {
  PASSWORD: 'password',
  WEB_AUTHN: 'passkey',
  EMAIL_OTP: 'code by e-mail',
  SMS_OTP: 'code by text message',
};
