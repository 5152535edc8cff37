import { createHash } from 'node:crypto';
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { DeliveryMedium } from '../generated/schema.ts';
import { AuthError } from './auth-error.ts';
import { codeMismatch } from './outcomes.ts';

// For a name without an account, Cognito answers as if there were one. For a confirmed or invited user, it says so. For
// a user name this reveals no more than `signUp` does. For an address, it would tell strangers who has an account.
// @see docs/aws-behaviour/cognito-users.md#cognito.existence.sign-up

/** Whether a name is an e-mail address or a phone number instead of a user name. */
export function isAddress(name: string): boolean {
  return name.includes('@') || name.startsWith('+');
}

/** The refusals that reveal that an account exists. Only their text shows it, not the name of the exception. */
const revealing =
  /^User is disabled|^User is already confirmed|^User cannot be confirmed|^User password cannot be reset in the current state/;

/**
 * The refusal of a code, as everybody gets it. Cognito says `ExpiredCodeException` to a user whom no code was sent to,
 * such as one who was invited, and `CodeMismatchException` for an address without an account.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.confirm-sign-up
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.confirm-forgot-password
 */
export function likeUnknownAddress(error: unknown, name: string): unknown {
  const isAboutCode = error instanceof Error && codeRefusals.has(error.name);
  if (!isAddress(name) || !(isAboutCode || revealsAccount(error, name))) return error;
  const { code, message, field } = codeMismatch;
  return new AuthError(code, message, { field, cognito: 'CodeMismatchException', cause: error });
}

const codeRefusals: ReadonlySet<string> = new Set(['CodeMismatchException', 'ExpiredCodeException', 'UserNotFoundException']);

/** Whether showing this refusal to someone who asked for this name would reveal that an address has an account. */
export function revealsAccount(error: unknown, name: string): error is Error {
  return isAddress(name) && error instanceof Error && revealing.test(error.message);
}

/**
 * The delivery that Cognito shows for an address without an account: `j***@e***`, `+*******1234`.
 * @param ways How such a code may be sent, the best way first. Empty: by the medium of the address itself.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.simulated-delivery
 */
export function simulatedDelivery(address: string, ways: readonly DeliveryWay[]): CodeDeliveryDetailsType {
  const typed = address.includes('@') ? 'EMAIL' : 'SMS';
  const [best] = ways;
  const way = best && (best.everybodyHasIt || !ways.some(({ medium }) => medium === typed)) ? best.medium : typed;
  const to = way === typed ? address : madeUp(address, way);
  return way === 'EMAIL'
    ? { DeliveryMedium: way, AttributeName: 'email', Destination: maskedEmail(to) }
    : { DeliveryMedium: way, AttributeName: 'phone_number', Destination: maskedNumber(to) };
}

export interface DeliveryWay {
  readonly medium: DeliveryMedium;
  readonly everybodyHasIt: boolean;
}

/** An invented address for the other medium, always the same for the same name. */
function madeUp(name: string, medium: DeliveryMedium): string {
  const trace = createHash('sha256').update(name).digest();
  const letter = (index: number) => String.fromCharCode(97 + (trace.readUInt8(index) % 26));
  return medium === 'EMAIL' ? `${letter(0)}@${letter(1)}` : `+1000000${1000 + (trace.readUInt16BE(2) % 9000)}`;
}

function maskedEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${first(local)}***@${first(domain)}***`;
}

function maskedNumber(number: string): string {
  const digits = number.slice(1);
  const hidden = Math.max(0, digits.length - 4);
  return `+${'*'.repeat(hidden)}${digits.slice(hidden)}`;
}

function first(text: string): string {
  return Array.from(text)[0] ?? '';
}
