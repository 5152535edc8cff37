import { newVerifier, passwordMatches, prove } from '../../secrets/passwords.ts';
import type { Services } from '../../services.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule, Settled } from '../steps/outcome.ts';
import type { Situation } from '../steps/step.ts';

/**
 * Throws NotAuthorizedException for a wrong password, which counts towards the lockout. The first right one replaces an
 * imported hash by the pool's own form, so that SRP works from then on.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.hash-sign-in
 */
export function provePassword(services: Services, { pool, user }: Situation, password: string): Settled {
  prove(services, user, () => passwordMatches(pool, user, password));
  if (user.importedHash !== null) {
    const own = newVerifier(services.world, pool, user.username, password);
    services.users.update({ ...user, password: own, importedHash: null });
  }
  return { proven: { amr: ['pwd'] } };
}

/** A password as the chosen first factor of USER_AUTH. */
export const PASSWORD: Rule<'PASSWORD'> = {
  show: () => ({}),
  answer: (_step, answers, situation, services) => provePassword(services, situation, requiredAnswer(answers, 'PASSWORD')),
};
