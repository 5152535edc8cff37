import { passwordMatches, prove } from '../../secrets/passwords.ts';
import { allows } from '../../settings/client.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { advance } from '../sign-in.ts';
import { requiredAnswer } from '../steps/answers.ts';
import { admit, checkTypedName, refuseUnconfirmed } from './admission.ts';
import type { Flow } from './flow.ts';

export const passwordFlow: Flow = {
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_USER_PASSWORD_AUTH')) {
      throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client');
    }
  },
  parameters: ['USERNAME', 'PASSWORD'],
  checkSecretHash: checkTypedName,
  async begin(services, request) {
    const password = requiredAnswer(request.parameters, 'PASSWORD');
    const situation = await admit(services, request, password);
    const { pool, user } = situation;
    refuseUnconfirmed(user);
    prove(services, user, () => passwordMatches(pool, user, password));
    return advance(services, situation, { proven: { amr: ['pwd'] } });
  },
};

/** The same by AdminInitiateAuth. */
export const adminPasswordFlow: Flow = {
  ...passwordFlow,
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_ADMIN_USER_PASSWORD_AUTH')) throw invalidParameter('Auth flow not enabled for this client');
  },
};
