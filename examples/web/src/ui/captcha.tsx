import { type ComponentType, createContext, type ReactNode, useContext, useState } from 'react';
import type { CaptchaAnswer } from '../auth/sign-in.ts';
import { type Config, useSettings } from '../site/settings-context.ts';
import { useDeveloperPage } from './on-laptop.tsx';

export interface CaptchaProps {
  /** The provider of the captcha, and the public key for its script. */
  readonly captcha: NonNullable<Config['captcha']>;
  /** Called with the token of a solved captcha, and with null once it has expired. */
  readonly onToken: (token: string | null) => void;
}

/** A component that draws a captcha. It is drawn again, with another `key`, whenever a token was used. */
export type CaptchaSlot = ComponentType<CaptchaProps>;

/** Draws no captcha, since the page itself loads no script of a third party. On a laptop, a checkbox replaces it. */
export function NoCaptcha({ onToken }: CaptchaProps) {
  if (useDeveloperPage() !== null) return <LaptopCaptcha onToken={onToken} />;
  return <p className="notice error">This page cannot show the captcha that the API asks for.</p>;
}

function LaptopCaptcha({ onToken }: Pick<CaptchaProps, 'onToken'>) {
  return (
    <label className="check">
      <input
        type="checkbox"
        onChange={({ currentTarget }) => onToken(currentTarget.checked ? `laptop-${crypto.randomUUID()}` : null)}
      />
      <span>I am a person (in place of a captcha, on a laptop)</span>
    </label>
  );
}

const SlotContext = createContext<CaptchaSlot>(NoCaptcha);

export const CaptchaProvider = SlotContext;

/** The captcha of a form: what to draw in it, and its answer for the next call. Nothing if the API requires none. */
export function useCaptcha(): {
  /** Null if there is nothing to solve. */
  readonly field: ReactNode;
  /** The token, which can be used for one call: the captcha is then drawn again. */
  readonly answer: () => CaptchaAnswer;
} {
  const { captcha } = useSettings().config;
  const Slot = useContext(SlotContext);
  const [token, setToken] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  if (captcha === null) return { field: null, answer: () => ({}) };
  return {
    field: (
      <fieldset data-asks-for="captchaToken" tabIndex={-1}>
        <legend className="visually-hidden">Captcha</legend>
        <Slot key={round} captcha={captcha} onToken={setToken} />
      </fieldset>
    ),
    answer: () => {
      setRound(round + 1);
      setToken(null);
      return token === null ? {} : { captchaToken: token };
    },
  };
}
