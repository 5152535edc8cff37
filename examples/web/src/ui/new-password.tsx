import { useId, useState } from 'react';
import type { AuthConfigQuery } from '../generated/operations.ts';
import { PasswordField } from './fields.tsx';

type Policy = AuthConfigQuery['authConfig']['passwordPolicy'];

interface Rule {
  readonly text: string;
  readonly isMet: (password: string) => boolean;
}

/** Cognito's symbols (user-pool-settings-policies), the space inside a password among them. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

export function rulesOf(policy: Policy): readonly Rule[] {
  const { minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols } = policy;
  return [
    { text: `At least ${minimumLength} characters`, isMet: (password) => password.length >= minimumLength },
    ...(requireLowercase ? [{ text: 'A small letter', isMet: (password: string) => /[a-z]/.test(password) }] : []),
    ...(requireUppercase ? [{ text: 'A capital letter', isMet: (password: string) => /[A-Z]/.test(password) }] : []),
    ...(requireNumbers ? [{ text: 'A digit', isMet: (password: string) => /\d/.test(password) }] : []),
    ...(requireSymbols ? [{ text: 'A symbol, such as ! or -', isMet: (password: string) => symbol.test(password.trim()) }] : []),
  ];
}

interface NewPasswordProps {
  readonly policy: Policy;
  readonly label?: string;
  readonly name?: string;
}

/** A password to be chosen, with the pool's rules, ticked off while it is typed. */
export function NewPassword({ policy, label = 'Password', name = 'password' }: NewPasswordProps) {
  const [password, setPassword] = useState('');
  const id = useId();
  return (
    <div>
      <PasswordField
        label={label}
        name={name}
        autoComplete="new-password"
        required
        describedBy={id}
        onInput={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <ul id={id} className="rules" aria-label="Rules for the password">
        {rulesOf(policy).map(({ text, isMet }) => (
          <li key={text} data-met={isMet(password)}>
            <span aria-hidden="true">{isMet(password) ? '✓' : '○'}</span>
            {text}
            <span className="visually-hidden">{isMet(password) ? ': met' : ': not met yet'}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
