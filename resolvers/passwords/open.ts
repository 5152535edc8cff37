import type { Output } from '../serve/log.ts';
import { createLossLog } from '../serve/log.ts';
import { createBreaches } from './breaches.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import type { PasswordRules } from './rules.ts';

/** Judges passwords by these rules, and logs a list of leaked passwords that does not answer. */
export function openPasswords(rules: PasswordRules, output: Output): Passwords {
  const { breaches } = rules;
  return createPasswords(rules, breaches && createBreaches({ ...breaches, lost: createLossLog(output, 'breach-check') }));
}
