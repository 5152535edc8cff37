import { useId, useState } from 'react';
import { PasswordField } from '../fields.tsx';
import { type PasswordPolicy, rulesOf } from './password-rules.ts';

interface NewPasswordProps {
  readonly policy: PasswordPolicy;
  readonly label?: string;
  readonly name?: string;
}

/** A field for a new password, with the pool's rules ticked off while it is typed. */
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
        minLength={policy.minimumLength}
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
