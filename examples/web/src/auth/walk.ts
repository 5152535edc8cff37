import type { ApiError } from './api-error.ts';
import type { Challenge, Step } from './sign-in.ts';

/** A challenge that has a screen of its own. */
export type Asked = Exclude<Challenge, { __typename: keyof typeof unasked }>;

/** How far a sign-in has come. `username` is what the user typed. */
export type Walk =
  | { readonly at: 'start'; readonly username: string; readonly because: ApiError | null }
  | { readonly at: 'challenge'; readonly username: string; readonly challenge: Asked }
  | { readonly at: 'unknown'; readonly username: string; readonly name: string }
  | { readonly at: 'end' };

export type WalkEvent =
  | { readonly type: 'answered'; readonly username: string; readonly step: Step }
  | { readonly type: 'restarted'; readonly username?: string; readonly because?: ApiError };

/**
 * Steps that ask the user nothing. `sign-in.ts` answers a PasswordVerifierChallenge itself, unless there is no password
 * to prove, and the challenges of a device, unless this browser has lost the device's data. If one of them arrives, the
 * page shows its name.
 */
const unasked = {
  PasswordVerifierChallenge: 'PASSWORD_VERIFIER',
  DeviceSrpAuthChallenge: 'DEVICE_SRP_AUTH',
  DevicePasswordVerifierChallenge: 'DEVICE_PASSWORD_VERIFIER',
} as const;

/** Every step that this page knows. A new member of the union does not compile until it is added here. */
const known: { readonly [Name in Step['__typename']]: 'ask' | 'name' | 'end' } = {
  Tokens: 'end',
  NewPasswordRequiredChallenge: 'ask',
  SmsMfaChallenge: 'ask',
  EmailOtpChallenge: 'ask',
  SmsOtpChallenge: 'ask',
  SoftwareTokenMfaChallenge: 'ask',
  SelectMfaTypeChallenge: 'ask',
  MfaSetupChallenge: 'ask',
  SelectChallenge: 'ask',
  PasswordChallenge: 'ask',
  PasswordSrpChallenge: 'ask',
  WebAuthnChallenge: 'ask',
  CustomChallenge: 'ask',
  PasswordVerifierChallenge: 'name',
  DeviceSrpAuthChallenge: 'name',
  DevicePasswordVerifierChallenge: 'name',
};

/** Apollo needs this to match a fragment on the union. */
export const possibleTypes = { AuthResult: Object.keys(known) };

export const start: Walk = { at: 'start', username: '', because: null };

export function walk(state: Walk, event: WalkEvent): Walk {
  if (event.type === 'restarted') {
    const username = event.username ?? ('username' in state ? state.username : '');
    return { at: 'start', username, because: event.because ?? null };
  }
  const { step, username } = event;
  if (isAsked(step)) return { at: 'challenge', username, challenge: step };
  if (Object.hasOwn(known, step.__typename) && known[step.__typename] === 'end') return { at: 'end' };
  return { at: 'unknown', username, name: step.__typename };
}

function isAsked(step: Step): step is Asked {
  // A server may be newer than this page.
  return Object.hasOwn(known, step.__typename) && known[step.__typename] === 'ask';
}
