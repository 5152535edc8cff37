import type { Ask, Carried, Situation } from './challenges/step.ts';
import { deviceGate } from './devices/gate.ts';
import { CognitoError, notAuthorized, notImplemented } from './errors.ts';
import type { Services } from './services.ts';

type Gate = (situation: Situation, carried: Carried, services: Services) => Ask | undefined | Promise<Ask | undefined>;

/** What stands between a proven first factor and the tokens, in Cognito's order. Each is asked again after every step. */
const gates: readonly Gate[] = [
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
  // In an OPTIONAL pool nobody can have enrolled a factor here, so nobody is asked for one.
  function secondFactor({ pool }, { custom }) {
    if (pool.settings.MfaConfiguration !== 'ON' || custom) return undefined;
    throw notImplemented('MfaConfiguration ON');
  },
];

export type Next = { readonly ask: Ask } | { readonly signedIn: Carried };

/** What follows once `carried` is proven. Throws where Cognito refuses to go on. */
export async function next(situation: Situation, carried: Carried, services: Services): Promise<Next> {
  for (const gate of gates) {
    const ask = await gate(situation, carried, services);
    if (ask) return { ask };
  }
  return { signedIn: carried };
}
