import { hasPasskeys } from '../../auth/passkey.ts';
import type { ChallengeName, MfaType } from '../../generated/sign-in.ts';
import { type Config, useSettings } from '../../site/settings-context.ts';
import { useCaptcha } from '../../ui/captcha.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { either } from '../wording/name-fields.ts';
import { isPasswordless, type Passwordless, passwordlessNames } from '../wording/passwordless.ts';
import { LostSecondStep, StartOver, type StepProps } from './step.tsx';

export const mfaNames: { readonly [M in MfaType]: string } = {
  SOFTWARE_TOKEN_MFA: 'Authenticator app',
  SMS_MFA: 'Text message',
  EMAIL_OTP: 'E-mail',
};

export function ChooseSecondFactor({ challenge, username, signIn }: StepProps<'SelectMfaTypeChallenge'>) {
  return (
    <Card title="Choose a second step">
      <p>Your password is right. How do you want to prove that it is you?</p>
      <Form label="Second step" onSubmit={(_, way) => signIn.go(username, (calls) => calls.answer(challenge, { answer: way }))}>
        <div className="choices">
          {challenge.mfaTypes.map((type) => (
            <Submit key={type} way={type} look="secondary">
              {mfaNames[type]}
            </Submit>
          ))}
        </div>
      </Form>
      <LostSecondStep />
      <StartOver signIn={signIn} />
    </Card>
  );
}

const factorNames: ReadonlyMap<ChallengeName, string> = new Map([
  ['WEB_AUTHN', passwordlessNames.WEB_AUTHN.name],
  ['PASSWORD_SRP', 'Password'],
  ['PASSWORD', 'Password'],
  ['EMAIL_OTP', passwordlessNames.EMAIL_OTP.name],
  ['SMS_OTP', passwordlessNames.SMS_OTP.name],
]);

/**
 * Both password challenges look the same to users, so the page shows only the one that keeps the password on the page.
 */
function waysOf(available: readonly ChallengeName[]): readonly ChallengeName[] {
  const has = (name: ChallengeName): boolean => available.includes(name);
  return [...factorNames.keys()].filter(
    (name) => has(name) && !(name === 'PASSWORD' && has('PASSWORD_SRP')) && !(name === 'WEB_AUTHN' && !hasPasskeys()),
  );
}

/** Reasons other than a second step. */
const reasons: { readonly [P in Passwordless]: readonly string[] } = {
  WEB_AUTHN: ['no passkey'],
  EMAIL_OTP: ['no e-mail', 'a temporary password'],
  SMS_OTP: ['no phone number', 'a temporary password'],
};

/** Why Cognito offers a choice instead of the requested way. It does not say which of the reasons applies. */
function whyNot(wanted: Passwordless, { mfaMode }: Config): string {
  const any = either([...(mfaMode === 'OFF' ? [] : ['a second step']), ...reasons[wanted]]);
  return `You cannot sign in with ${passwordlessNames[wanted].a}: your account has ${any}.`;
}

export function ChooseFactor({ challenge, username, signIn }: StepProps<'SelectChallenge'>) {
  const { config } = useSettings();
  const { availableChallenges } = challenge;
  const ways = waysOf(availableChallenges);
  const { asked } = signIn;
  const captcha = useCaptcha();
  const sendsCode = (name: string): boolean => name === 'EMAIL_OTP' || name === 'SMS_OTP';
  return (
    <Card title="Choose how to sign in">
      {asked && isPasswordless(asked) && !availableChallenges.includes(asked) && (
        <p className="notice" role="status">
          {whyNot(asked, config)}
        </p>
      )}
      <p>
        For <strong>{username}</strong>
      </p>
      <Form
        label="Ways to sign in"
        onSubmit={(_, way) =>
          signIn.go(
            username,
            (calls) => calls.answer(challenge, { answer: way, ...(sendsCode(way) && captcha.answer()) }),
            ways.find((name) => name === way),
          )
        }
      >
        {ways.some(sendsCode) && captcha.field}
        <div className="choices">
          {ways.map((name) => (
            <Submit key={name} way={name} look="secondary">
              {factorNames.get(name)}
            </Submit>
          ))}
        </div>
        {ways.length === 0 && <p>There is no way to sign in that this page knows.</p>}
      </Form>
      <StartOver signIn={signIn} />
    </Card>
  );
}
