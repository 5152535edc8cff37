import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { CUSTOM_CHALLENGE } from './challenges/CUSTOM_CHALLENGE.ts';
import { DEVICE_PASSWORD_VERIFIER } from './challenges/DEVICE_PASSWORD_VERIFIER.ts';
import { DEVICE_SRP_AUTH } from './challenges/DEVICE_SRP_AUTH.ts';
import { EMAIL_OTP } from './challenges/EMAIL_OTP.ts';
import { MFA_SETUP } from './challenges/MFA_SETUP.ts';
import { NEW_PASSWORD_REQUIRED } from './challenges/NEW_PASSWORD_REQUIRED.ts';
import { PASSWORD } from './challenges/PASSWORD.ts';
import { PASSWORD_SRP } from './challenges/PASSWORD_SRP.ts';
import { PASSWORD_VERIFIER } from './challenges/PASSWORD_VERIFIER.ts';
import { SELECT_CHALLENGE } from './challenges/SELECT_CHALLENGE.ts';
import { SELECT_MFA_TYPE } from './challenges/SELECT_MFA_TYPE.ts';
import { SMS_MFA } from './challenges/SMS_MFA.ts';
import { SMS_OTP } from './challenges/SMS_OTP.ts';
import { SOFTWARE_TOKEN_MFA } from './challenges/SOFTWARE_TOKEN_MFA.ts';
import { WEB_AUTHN } from './challenges/WEB_AUTHN.ts';
import type { Rule } from './steps/outcome.ts';
import type { Step } from './steps/step.ts';

/**
 * One rule per challenge. A step without a rule does not compile, nor does a challenge that is added to the service
 * model. Null is refused by name.
 */
const rules: { readonly [At in ChallengeNameType]: At extends Step['at'] ? Rule<At> : null } = {
  CUSTOM_CHALLENGE,
  DEVICE_PASSWORD_VERIFIER,
  DEVICE_SRP_AUTH,
  NEW_PASSWORD_REQUIRED,
  PASSWORD_VERIFIER,
  WEB_AUTHN,
  EMAIL_OTP,
  MFA_SETUP,
  PASSWORD,
  PASSWORD_SRP,
  SELECT_CHALLENGE,
  SELECT_MFA_TYPE,
  SMS_MFA,
  SMS_OTP,
  SOFTWARE_TOKEN_MFA,
  ADMIN_NO_SRP_AUTH: null,
};

export function isImplemented(name: ChallengeNameType): boolean {
  return rules[name] !== null;
}

/** The rule of a step. The table's type ensures that it is the step's own; indexing with a union loses that. */
export function ruleOf(step: Step): Rule<Step['at']> {
  return rules[step.at] as Rule<Step['at']>;
}
