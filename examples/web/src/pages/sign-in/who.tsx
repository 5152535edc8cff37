import { useEffect, useRef, useState } from 'react';
import { Field, HiddenUsername } from '../../ui/fields.tsx';
import type { PersonProps } from './person.ts';

interface WhoProps extends Pick<PersonProps, 'username' | 'setUsername'> {
  readonly label: string;
}

/** The user that the code was sent to: the name, with a button to correct it, or a field if it is unknown. */
export function Who({ label, username, setUsername }: WhoProps) {
  const [isAsked, setAsked] = useState(username === '');
  const [isCorrected, setCorrected] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button is gone, and with it the focus.
    if (isCorrected) box.current?.querySelector('input')?.select();
  }, [isCorrected]);

  if (isAsked) {
    return (
      <div ref={box}>
        <Field
          label={label}
          name="username"
          autoComplete="username"
          defaultValue={username}
          onInput={({ currentTarget }) => setUsername(currentTarget.value.trim())}
          required
        />
      </div>
    );
  }
  return (
    <p>
      For <strong>{username}</strong>{' '}
      <button
        type="button"
        className="link inline"
        onClick={() => {
          setAsked(true);
          setCorrected(true);
        }}
      >
        Not you?
      </button>
      <HiddenUsername value={username} />
    </p>
  );
}
