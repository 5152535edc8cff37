import type { Services } from '../services.ts';
import type { MfaType } from '../settings/mfa-types.ts';
import { askEmailOtp } from './challenges/EMAIL_OTP.ts';
import { askSmsMfa } from './challenges/SMS_MFA.ts';
import type { Ask } from './steps/outcome.ts';
import type { Carried, Situation } from './steps/step.ts';

type Begin = (services: Services, situation: Situation, carried: Carried) => Ask | Promise<Ask>;

const begin: { readonly [Factor in MfaType]: Begin } = {
  SMS_MFA: askSmsMfa,
  EMAIL_OTP: (services, situation, carried) => askEmailOtp(services, situation, carried, 'second'),
  SOFTWARE_TOKEN_MFA: ({ mfa }, { user }, carried) => {
    const name = mfa.token(user.id)?.name ?? null;
    return { step: { ...carried, at: 'SOFTWARE_TOKEN_MFA', name } };
  },
};

export async function beginSecondFactor(
  services: Services,
  situation: Situation,
  carried: Carried,
  factor: MfaType,
): Promise<Ask> {
  return begin[factor](services, situation, carried);
}
