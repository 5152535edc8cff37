import { allows } from '../../settings/client.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { provePassword } from '../challenges/PASSWORD.ts';
import { refuseUnconfirmed } from '../gates/refuse-unconfirmed.ts';
import { requiredAnswer } from '../steps/answers.ts';
import { admit, checkTypedName } from './admission.ts';
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
    refuseUnconfirmed(situation.user);
    return { situation, outcome: provePassword(services, situation, password) };
  },
};

/** The same for AdminInitiateAuth. */
export const adminPasswordFlow: Flow = {
  ...passwordFlow,
  allowed({ settings }) {
    if (!allows(settings, 'ALLOW_ADMIN_USER_PASSWORD_AUTH')) throw invalidParameter('Auth flow not enabled for this client');
  },
};
