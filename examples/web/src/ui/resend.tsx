import { useEffect, useState } from 'react';
import { apiErrorOf } from '../auth/api-error.ts';
import { useAnnouncer } from './announcer.tsx';

/** A mail may take this long. Users who ask more often reach Cognito's limits. */
const waitSeconds = 30;

interface ResendProps {
  readonly send: () => Promise<unknown>;
  readonly what?: 'code' | 'link';
}

/** A button that sends another code, but not too often. */
export function Resend({ send, what = 'code' }: ResendProps) {
  const { announce } = useAnnouncer();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  async function again(): Promise<void> {
    setLeft(waitSeconds);
    try {
      await send();
      announce(`A new ${what} is on its way. Only the newest one works.`);
    } catch (error) {
      announce(apiErrorOf(error).message);
    }
  }

  return (
    <button type="button" className="link" aria-disabled={left > 0} onClick={() => left === 0 && void again()}>
      {left > 0 ? `Send another ${what} in ${left} s` : `Send another ${what}`}
    </button>
  );
}
