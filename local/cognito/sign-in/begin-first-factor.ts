import type { Services } from '../services.ts';
import { askEmailOtp } from './challenges/EMAIL_OTP.ts';
import { provePassword } from './challenges/PASSWORD.ts';
import { askPasswordVerifier } from './challenges/PASSWORD_VERIFIER.ts';
import { askSmsOtp } from './challenges/SMS_OTP.ts';
import { askWebAuthn } from './challenges/WEB_AUTHN.ts';
import { refuseUnconfirmed } from './gates/refuse-unconfirmed.ts';
import { optionalAnswer } from './steps/answers.ts';
import type { FirstFactor, Settled } from './steps/outcome.ts';
import type { Answers, Situation } from './steps/step.ts';

type Begin = (services: Services, situation: Situation, inputs: Answers) => Settled | Promise<Settled>;

const unproven = { amr: [] } as const;

/** How each first factor begins. What it needs may be sent with the choice, and is otherwise asked for. */
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

export async function beginFirstFactor(
  services: Services,
  situation: Situation,
  factor: FirstFactor,
  inputs: Answers,
): Promise<Settled> {
  return begin[factor](services, situation, inputs);
}
