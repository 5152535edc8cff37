import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notImplemented } from '../../wire/errors.ts';
import { choiceFlow } from './choice.ts';
import { customFlow } from './custom.ts';
import type { Flow } from './flow.ts';
import { adminPasswordFlow, passwordFlow } from './password.ts';
import { refreshFlow } from './refresh.ts';
import { srpFlow } from './srp.ts';

/**
 * One row per flow. A flow that is added to the service model does not compile without a row; null is refused by name.
 */
const flows: { readonly [F in AuthFlowType]: Flow | null } = {
  USER_PASSWORD_AUTH: passwordFlow,
  USER_SRP_AUTH: srpFlow,
  USER_AUTH: choiceFlow,
  CUSTOM_AUTH: customFlow,
  REFRESH_TOKEN_AUTH: refreshFlow,
  REFRESH_TOKEN: refreshFlow,
  ADMIN_USER_PASSWORD_AUTH: adminPasswordFlow,
  ADMIN_NO_SRP_AUTH: adminPasswordFlow,
};

/** Which of the two operations begins a sign-in. Each has its own flow for a plain password. */
export type Initiator = 'InitiateAuth' | 'AdminInitiateAuth';

const onlyFor = new Map<AuthFlowType, Initiator>([
  ['USER_PASSWORD_AUTH', 'InitiateAuth'],
  ['ADMIN_USER_PASSWORD_AUTH', 'AdminInitiateAuth'],
  ['ADMIN_NO_SRP_AUTH', 'AdminInitiateAuth'],
]);

export function flowOf(name: AuthFlowType, initiator: Initiator): Flow {
  if ((onlyFor.get(name) ?? initiator) !== initiator) throw invalidParameter('Initiate Auth method not supported.');
  const flow = flows[name];
  if (!flow) throw notImplemented(`The auth flow ${name}`);
  return flow;
}
