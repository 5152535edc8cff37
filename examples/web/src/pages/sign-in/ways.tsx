import { hasPasskeys } from '../../auth/passkey.ts';
import type { CaptchaAnswer } from '../../auth/sign-in.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import type { ChallengeName } from '../../generated/sign-in.ts';
import type { Config } from '../../site/settings-context.ts';
import { Submit } from '../../ui/form.tsx';
import { passwordlessNames, passwordlessWays } from '../wording/passwordless.ts';

const passwordFlows = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const;

/** Whether somebody can sign in with a password here. */
export function takesPassword({ flows, firstFactors }: Config): boolean {
  return passwordFlows.some((flow) => flows.includes(flow)) || firstFactors.includes('PASSWORD');
}

/** The first step of a sign-in, by the button that was pressed. */
export function begin(
  signIn: UseSignIn,
  username: string,
  way: string,
  { password, captcha }: { readonly password: string; readonly captcha: () => CaptchaAnswer },
): Promise<void> {
  switch (way) {
    case 'password':
      return signIn.go(username, (calls) => calls.byPassword(username, password));
    case 'choice':
      return signIn.go(username, (calls) => calls.byChoice(username));
    case 'questions':
      return signIn.go(username, (calls) => calls.byQuestions(username, captcha()));
    default: {
      // The values of the other buttons are the names of first factors.
      const factor = way as ChallengeName;
      return signIn.go(username, (calls) => calls.byFactor(username, factor, sendsCode(factor) ? captcha() : {}), factor);
    }
  }
}

function sendsCode(factor: ChallengeName): boolean {
  return factor === 'EMAIL_OTP' || factor === 'SMS_OTP';
}

/** Whether a sign-in may begin with a message here, which requires a captcha if the stage has one. */
export function beginsWithMessage(config: Config, hasSecondStep = false): boolean {
  return config.flows.includes('CUSTOM_AUTH') || passwordlessWays(config, hasSecondStep).some(sendsCode);
}

/** The ways that need only the name to begin; without those that a second step of the user makes useless. */
export function OtherWays({ config, hasSecondStep = false }: { config: Config; hasSecondStep?: boolean }) {
  const isChoice = config.flows.includes('USER_AUTH');
  const ways = passwordlessWays(config, hasSecondStep).filter((factor) => factor !== 'WEB_AUTHN' || hasPasskeys());
  const hasQuestions = config.flows.includes('CUSTOM_AUTH');
  if (ways.length === 0 && !hasQuestions) return null;
  return (
    <fieldset className="ways">
      <legend>Or without a password</legend>
      {ways.map((factor) => (
        <Submit key={factor} way={factor} look="secondary">
          {passwordlessNames[factor].offer}
        </Submit>
      ))}
      {hasQuestions && (
        <Submit way="questions" look="secondary">
          Answer a question
        </Submit>
      )}
      {isChoice && (
        <Submit way="choice" look="secondary">
          More ways
        </Submit>
      )}
    </fieldset>
  );
}
