import type { Services } from '../../services.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { verifyAssertion } from '../../webauthn/assertion.ts';
import { assertionOf } from '../../webauthn/credential.ts';
import { newChallenge, requestOptions, userHandleOf } from '../../webauthn/options.ts';
import { usablePasskeys } from '../../webauthn/passkeys.ts';
import { passkeyIsMultiFactor, relyingPartyOf } from '../../webauthn/relying-party.ts';
import { incorrectCredentials } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Answers, Ask, Carried, Outcome, Rule, Situation, WebAuthn } from '../steps/step.ts';

/** Whether the user can sign in with a passkey. */
export function hasPasskey(services: Pick<Services, 'passkeys'>, pool: UserPool, user: User): boolean {
  const offered = pool.settings.Policies.SignInPolicy.AllowedFirstAuthFactors.includes('WEB_AUTHN');
  return offered && usablePasskeys(services, pool, user).length > 0;
}

export function askWebAuthn(services: Services, situation: Situation, carried: Carried): Ask {
  return { step: { ...carried, at: 'WEB_AUTHN', ...webAuthn(services, situation) } };
}

/** A fresh challenge for the user's passkeys. */
export function webAuthn(services: Services, { pool, user }: Pick<Situation, 'pool' | 'user'>): WebAuthn {
  const { id, userVerification } = relyingPartyOf(pool.settings);
  // A passkey that stands for two factors must have checked who holds it.
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
 * Checks `CREDENTIAL`, what the browser made of the options. Throws NotAuthorizedException for whatever is wrong with
 * it.
 */
export async function provePasskey(
  { options }: WebAuthn,
  carried: Carried,
  answers: Answers,
  { pool, user }: Situation,
  services: Services,
): Promise<Outcome> {
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
    // RFC 8176: a key in software, as one that is synchronised must be, or in hardware.
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
