import { passwordMatches, prove } from '../../secrets/passwords.ts';
import type { Services } from '../../services.ts';
import type { Outcome, Situation } from './step.ts';

/** Throws NotAuthorizedException for a wrong password, which counts towards the lockout. */
export function provePassword(services: Services, { pool, user }: Situation, password: string): Outcome {
  prove(services, user, () => passwordMatches(pool, user, password));
  return { proven: { amr: ['pwd'] } };
}
