import { deviceGate } from '../devices/gate.ts';
import type { Services } from '../services.ts';
import { CognitoError, notAuthorized, userDisabled } from '../wire/errors.ts';
import { secondFactorOf } from './second-factors.ts';
import { askSecondFactor } from './steps/ask-second-factor.ts';
import type { Ask, Carried, Situation } from './steps/step.ts';

type Gate = (situation: Situation, carried: Carried, services: Services) => Ask | undefined | Promise<Ask | undefined>;

/** What stands between a proven first factor and the tokens, in Cognito's order. Each is asked again after every step. */
const gates: readonly Gate[] = [
  /**
   * Only a user who has proven a first factor is told. Otherwise anybody could find out who has an account.
   * @see docs/aws-behaviour/cognito-sign-in.md#cognito.order.disabled
   */
  function disabled({ user }) {
    if (user.enabled) return undefined;
    throw userDisabled();
  },
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.order.reset-required
  function resetRequired({ user }, { custom }) {
    if (custom) return undefined;
    if (user.status !== 'RESET_REQUIRED') return undefined;
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  },
  function newPassword({ user }, carried, { world }) {
    if (user.status !== 'FORCE_CHANGE_PASSWORD' || carried.custom) return undefined;
    if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= world.now()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    return { step: { ...carried, at: 'NEW_PASSWORD_REQUIRED' } };
  },
  deviceGate,
  secondFactor,
];

/**
 * A passkey that counts for two, a device and the pool's own triggers stand in for a second factor. Where MFA is optional it follows a
 * password alone; where it is required, whatever came first.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
async function secondFactor(situation: Situation, carried: Carried, services: Services): Promise<Ask | undefined> {
  const { pool, user } = situation;
  const { amr, device, custom } = carried;
  if (amr.includes('mfa') || device?.proven || custom) return undefined;
  if (pool.settings.MfaConfiguration === 'OPTIONAL' && !amr.includes('pwd')) return undefined;
  const factor = secondFactorOf(services, pool, user);
  if (!factor) return undefined;
  if ('ask' in factor) return askSecondFactor(services, situation, carried, factor.ask);
  if ('choose' in factor) return { step: { ...carried, at: 'SELECT_MFA_TYPE', choices: factor.choose } };
  return { step: { ...carried, at: 'MFA_SETUP', canSetUp: factor.setUp } };
}

export type Next = { readonly ask: Ask } | { readonly signedIn: Carried };

/** What follows once `carried` is proven. Throws where Cognito refuses to go on. */
export async function next(situation: Situation, carried: Carried, services: Services): Promise<Next> {
  for (const gate of gates) {
    const ask = await gate(situation, carried, services);
    if (ask) return { ask };
  }
  return { signedIn: carried };
}
