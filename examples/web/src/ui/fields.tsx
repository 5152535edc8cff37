import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { useFieldError, usePending } from './form.tsx';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'> {
  readonly label: string;
  readonly name: string;
  readonly hint?: ReactNode;
  /** Shown beside the input. */
  readonly button?: ReactNode;
  /** The id of something else that describes the input. */
  readonly describedBy?: string;
}

/** An input with a visible label, a hint, and its error. */
export function Field({ label, name, hint, button, describedBy, ...input }: FieldProps) {
  const id = useId();
  const { errorId, message } = useFieldError(name);
  const isPending = usePending();
  const described = [hint && `${id}-hint`, describedBy, message && errorId].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="control">
        <input
          {...input}
          id={id}
          name={name}
          readOnly={isPending}
          aria-invalid={message ? true : undefined}
          aria-describedby={described || undefined}
          autoCapitalize="none"
          spellCheck={false}
        />
        {button}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <div role="alert">
        {message && (
          <p id={errorId} className="field-error">
            {message}
          </p>
        )}
      </div>
    </div>
  );
}

/** A password, with a button that shows it. It can be pasted. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'button'>) {
  const [isShown, setShown] = useState(false);
  const toggle = (
    <button type="button" className="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
      {isShown ? 'Hide' : 'Show'}
      <span className="visually-hidden"> {props.label.toLowerCase()}</span>
    </button>
  );
  return <Field {...props} type={isShown ? 'text' : 'password'} button={toggle} />;
}

/** Tells a password manager which user the password belongs to if the form does not ask for the name. */
export function HiddenUsername({ value }: { value: string }) {
  return <input type="text" name="username" autoComplete="username" value={value} readOnly hidden />;
}
