import type { Services } from '../../services.ts';
import { askEmailOtp } from '../challenges/EMAIL_OTP.ts';
import { askPasswordVerifier } from '../challenges/PASSWORD_VERIFIER.ts';
import { askSmsOtp } from '../challenges/SMS_OTP.ts';
import { askWebAuthn } from '../challenges/WEB_AUTHN.ts';
import type { FirstFactor } from '../factors/first-factors.ts';
import { refuseUnconfirmed } from '../flows/admission.ts';
import { optionalAnswer } from './answers.ts';
import { provePassword } from './prove-password.ts';
import type { Answers, Outcome, Situation } from './step.ts';

type Begin = (services: Services, situation: Situation, inputs: Answers) => Outcome | Promise<Outcome>;

const unproven = { amr: [] } as const;

/** How each first factor begins: what it needs may come with the choice, and is asked for otherwise. */
const begin: { readonly [Factor in FirstFactor]: Begin } = {
  PASSWORD(services, situation, inputs) {
    refuseUnconfirmed(situation.user);
    const password = optionalAnswer(inputs, 'PASSWORD');
    return password ? provePassword(services, situation, password) : { ask: { step: { ...unproven, at: 'PASSWORD' } } };
  },
  PASSWORD_SRP(services, situation, inputs) {
    refuseUnconfirmed(situation.user);
    const srpA = optionalAnswer(inputs, 'SRP_A');
    if (!srpA) return { ask: { step: { ...unproven, at: 'PASSWORD_SRP' } } };
    return { ask: askPasswordVerifier(services, situation, unproven, srpA) };
  },
  EMAIL_OTP: async (services, situation) => ({ ask: await askEmailOtp(services, situation, unproven, 'first') }),
  SMS_OTP: async (services, situation) => ({ ask: await askSmsOtp(services, situation) }),
  WEB_AUTHN: (services, situation) => ({ ask: askWebAuthn(services, situation, unproven) }),
};

export async function chooseFirstFactor(
  services: Services,
  situation: Situation,
  factor: FirstFactor,
  inputs: Answers,
): Promise<Outcome> {
  return begin[factor](services, situation, inputs);
}
