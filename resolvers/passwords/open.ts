import type { Output } from '../serve/log.ts';
import { createLossLog } from '../serve/log.ts';
import { createBreaches } from './breaches.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import type { PasswordRules } from './rules.ts';

/** Checks passwords by these rules, and logs when the list of leaked passwords does not answer. */
export function openPasswords(rules: PasswordRules, output: Output): Passwords {
  const { breaches } = rules;
  return createPasswords(rules, breaches && createBreaches({ ...breaches, lost: createLossLog(output, 'breach-check') }));
}
