import { integer, orNull, parseJson, type Reader, record } from '../input/reader.ts';
import type { Environment } from './variables.ts';

/** How many messages may be asked for; null for any number. */
export interface MessageLimitsConfig {
  readonly perAddressPerHour: number;
  readonly perAddressPerDay: number;
  readonly perCallerPerHour: number | null;
  readonly perCallerPerDay: number | null;
  readonly perDay: number;
}

/** How much may be tried in a sign-in. */
export interface AttemptLimitsConfig {
  readonly passwordsPerHour: number;
  readonly codesPerSession: number;
}

const messages: Reader<MessageLimitsConfig> = record({
  perAddressPerHour: integer,
  perAddressPerDay: integer,
  perCallerPerHour: orNull(integer),
  perCallerPerDay: orNull(integer),
  perDay: integer,
});

const attempts: Reader<AttemptLimitsConfig> = record({ passwordsPerHour: integer, codesPerSession: integer });

export function messageLimits({ MESSAGE_LIMITS: json }: Environment): MessageLimitsConfig | null {
  return json === undefined ? null : parseJson('MESSAGE_LIMITS', json, messages);
}

export function attemptLimits({ ATTEMPT_LIMITS: json }: Environment): AttemptLimitsConfig | null {
  return json === undefined ? null : parseJson('ATTEMPT_LIMITS', json, attempts);
}
