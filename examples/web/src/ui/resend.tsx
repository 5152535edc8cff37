import { type ReactNode, useEffect, useState } from 'react';
import { apiErrorOf } from '../auth/api-error.ts';
import { useAnnouncer } from './announcer.tsx';

/** A mail may take this long. Users who ask more often reach Cognito's limits. */
const waitSeconds = 30;

interface ResendProps {
  readonly send: () => Promise<unknown>;
  readonly what?: 'code' | 'link';
  /** What must be solved first; shown when the button is pressed. Null for nothing. */
  readonly captcha?: ReactNode;
}

/** A button that sends another code, but not too often. */
export function Resend({ send, what = 'code', captcha = null }: ResendProps) {
  const { announce } = useAnnouncer();
  const [left, setLeft] = useState(0);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  async function again(): Promise<void> {
    if (captcha !== null && !isAsked) {
      setAsked(true);
      announce('Solve the captcha, then send again.');
      return;
    }
    setLeft(waitSeconds);
    try {
      await send();
      setAsked(false);
      announce(`A new ${what} is on its way. Only the newest one works.`);
    } catch (error) {
      const refusal = apiErrorOf(error);
      // Nothing was sent, so there is nothing to wait for.
      if (refusal.code === 'CAPTCHA_REQUIRED') setLeft(0);
      announce(refusal.message);
    }
  }

  return (
    <>
      {isAsked && captcha}
      <button type="button" className="link" aria-disabled={left > 0} onClick={() => left === 0 && void again()}>
        {left > 0 ? `Send another ${what} in ${left} s` : `Send another ${what}`}
      </button>
    </>
  );
}
