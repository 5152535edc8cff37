import { withChanges } from '../../users/attributes.ts';
import { looksLikeEmail } from '../../users/sign-in-names.ts';
import { invalidParameter, invalidSession } from '../../wire/errors.ts';
import { turnOn } from '../factors/mfa-preference.ts';
import { optionalAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';
import { askEmailOtp } from './EMAIL_OTP.ts';

/**
 * AssociateSoftwareToken and VerifySoftwareToken set up an authenticator app with the session. Answering with the
 * session of the latter ends in tokens, since its code was a proof. An e-mail address is set up by answering with it. A
 * phone number cannot be set up.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.setup-ends-in-tokens
 */
export const MFA_SETUP: Rule<'MFA_SETUP'> = {
  show: ({ canSetUp }) => ({ MFAS_CAN_SETUP: JSON.stringify(canSetUp) }),
  async answer({ at: _at, canSetUp, token, ...carried }, answers, situation, services) {
    const { user } = situation;
    if (token?.isVerified) {
      const record = () => turnOn(services, user, 'SOFTWARE_TOKEN_MFA');
      return { proven: { ...carried, amr: [...carried.amr, 'mfa', 'otp'] }, record };
    }
    const email = optionalAnswer(answers, 'EMAIL');
    if (!email || !canSetUp.includes('EMAIL_OTP')) throw invalidSession();
    if (!looksLikeEmail(email) || email.length > 2048) throw invalidParameter('Invalid email address format.');
    const change = { attributes: withChanges(user.attributes, { email }) };
    const ask = await askEmailOtp(services, { ...situation, user: { ...user, ...change } }, carried, 'second');
    return { change, ask };
  },
};
