import type { Services } from '../../services.ts';
import { verifyAssertion } from '../../webauthn/assertion.ts';
import { assertionOf } from '../../webauthn/credential.ts';
import { newChallenge, requestOptions, userHandleOf } from '../../webauthn/options.ts';
import { usablePasskeys } from '../../webauthn/passkeys.ts';
import { passkeyIsMultiFactor, relyingPartyOf } from '../../webauthn/relying-party.ts';
import { incorrectCredentials } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Ask, Rule, Settled } from '../steps/outcome.ts';
import type { Answers, Carried, Situation, WebAuthn } from '../steps/step.ts';

export function askWebAuthn(services: Services, situation: Situation, carried: Carried): Ask {
  return { step: { ...carried, at: 'WEB_AUTHN', ...webAuthn(services, situation) } };
}

/** A new challenge for the user's passkeys. */
export function webAuthn(services: Services, { pool, user }: Pick<Situation, 'pool' | 'user'>): WebAuthn {
  const { id, userVerification } = relyingPartyOf(pool.settings);
  // A passkey that counts as two factors must have verified its user.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.two-factors
  const strict = pool.settings.MfaConfiguration !== 'OFF' && passkeyIsMultiFactor(pool.settings);
  const relyingParty = { id, userVerification: strict ? 'required' : userVerification } as const;
  return { options: requestOptions(relyingParty, usablePasskeys(services, pool, user), newChallenge(services)) };
}

/** `CREDENTIAL_REQUEST_OPTIONS`, for `navigator.credentials.get`. */
export function showWebAuthn({ options }: WebAuthn): Record<string, string> {
  return { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) };
}

/**
 * Checks `CREDENTIAL`, which the browser made from the options. Throws NotAuthorizedException whatever is wrong with
 * it.
 */
export async function provePasskey(
  { options }: WebAuthn,
  carried: Carried,
  answers: Answers,
  { pool, user }: Situation,
  services: Services,
): Promise<Settled> {
  const assertion = assertionOf(requiredAnswer(answers, 'CREDENTIAL'));
  const passkey = services.passkeys.find(pool.id, assertion.id);
  if (passkey?.userId !== user.id) throw incorrectCredentials();
  const { signCount, userVerified, synchronised } = await verifyAssertion(assertion, passkey, {
    challenge: options.challenge,
    relyingPartyId: options.rpId,
    userHandle: userHandleOf(user),
    requireUserVerification: options.userVerification === 'required',
  });
  const factors = userVerified && passkeyIsMultiFactor(pool.settings) ? ['mfa'] : [];
  return {
    // RFC 8176: a key in software, since it is synchronised, or a key in hardware.
    proven: { amr: [...carried.amr, synchronised ? 'swk' : 'hwk', ...factors] },
    record() {
      if (!services.passkeys.count(passkey, signCount)) throw incorrectCredentials();
    },
  };
}

export const WEB_AUTHN: Rule<'WEB_AUTHN'> = {
  show: showWebAuthn,
  answer: (step, answers, situation, services) => provePasskey(step, { amr: step.amr }, answers, situation, services),
};
