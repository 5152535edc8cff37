import type { Services } from '../../services.ts';
import { CognitoError, notAuthorized, userDisabled } from '../../wire/errors.ts';
import { secondFactorOf } from '../factors/second-factors.ts';
import { levelGate } from '../factors/step-up.ts';
import type { Demand } from '../steps/outcome.ts';
import type { Carried, Situation } from '../steps/step.ts';
import { deviceGate } from './device-gate.ts';

type Knowledge = Pick<Services, 'world' | 'mfa' | 'devices'>;
type Person = Pick<Situation, 'pool' | 'user'>;
type Gate = (person: Person, carried: Carried, knowledge: Knowledge) => Demand | undefined;

/** The checks between a proven first factor and the tokens, in Cognito's order. */
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
    if (custom || user.status !== 'RESET_REQUIRED') return undefined;
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  },
  function newPassword({ user }, { custom }, { world }) {
    if (user.status !== 'FORCE_CHANGE_PASSWORD' || custom) return undefined;
    if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= world.now()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    return { at: 'NEW_PASSWORD_REQUIRED' };
  },
  // Before the device, which can replace a second factor but proves no level.
  levelGate,
  deviceGate,
  secondFactor,
];

/**
 * No second factor is asked for after a passkey that counts as two factors, a proven device or the pool's own triggers.
 * If MFA is optional, a second factor follows only a password. If it is required, it follows every first factor.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
function secondFactor({ pool, user }: Person, { amr, device, custom }: Carried, knowledge: Knowledge): Demand | undefined {
  if (amr.includes('mfa') || device?.proven || custom) return undefined;
  if (pool.settings.MfaConfiguration === 'OPTIONAL' && !amr.includes('pwd')) return undefined;
  return secondFactorOf(knowledge, pool, user);
}

/**
 * What is asked next of a user who has proven `carried`; undefined if nothing more is asked. It only reads and sends
 * nothing, so the developer page can use it to predict a sign-in. Throws where Cognito refuses.
 */
export function nextDemand(knowledge: Knowledge, person: Person, carried: Carried): Demand | undefined {
  for (const gate of gates) {
    const demand = gate(person, carried, knowledge);
    if (demand) return demand;
  }
  return undefined;
}
