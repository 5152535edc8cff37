import type { AuthConfigQuery } from '../../generated/sign-in.ts';

export type PasswordPolicy = AuthConfigQuery['authConfig']['passwordPolicy'];

export interface Rule {
  readonly text: string;
  readonly isMet: (password: string) => boolean;
}

/** Cognito's symbols (user-pool-settings-policies), which include a space inside the password. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** The rules of a policy, each with a test. They help while typing; Cognito decides. */
export function rulesOf(policy: PasswordPolicy): readonly Rule[] {
  const { minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols } = policy;
  return [
    { text: `At least ${minimumLength} characters`, isMet: (password) => password.length >= minimumLength },
    ...(requireLowercase ? [{ text: 'A lowercase letter', isMet: (password: string) => /[a-z]/.test(password) }] : []),
    ...(requireUppercase ? [{ text: 'An uppercase letter', isMet: (password: string) => /[A-Z]/.test(password) }] : []),
    ...(requireNumbers ? [{ text: 'A number', isMet: (password: string) => /\d/.test(password) }] : []),
    ...(requireSymbols ? [{ text: 'A symbol, like !', isMet: (password: string) => symbol.test(password.trim()) }] : []),
  ];
}
