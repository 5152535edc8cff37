import type { FieldOperation } from '../../call/operation.ts';
import type { Request } from '../../call/request.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { isAddress } from '../../errors/hidden-account.ts';
import type { AuthFlow, LoginInput } from '../../generated/schema.ts';
import { bounded, boundedIfGiven, clientMetadata, isGiven } from '../../input/input.ts';
import { signedIn } from '../../sign-in/access-token.ts';
import { toAuthResult } from '../../sign-in/challenges.ts';
import { toAuthParameters } from '../../sign-in/flows.ts';
import { refuseAnothersSession } from '../../sign-in/whose-session.ts';
import type { UserContext } from '../contexts.ts';

export const login: FieldOperation<'login', UserContext> = async ({ input }, context) => {
  const { cognito, client, request, authSettings, evenTime, nameSeal } = context;
  const username = bounded('username', input.username);
  const flow = input.flow ?? 'USER_PASSWORD_AUTH';
  if (authSettings.hidesAddresses) refuseTelling(flow, username);
  const parameters = toAuthParameters(flow, username, input);
  const session = boundedIfGiven('session', input.session);
  const { SecretHash, ...identity } = client(username, request);
  const initiate = () =>
    cognito.send('InitiateAuth', {
      ...identity,
      AuthFlow: flow,
      AuthParameters: { ...parameters, ...credit(input, request), ...(SecretHash && { SECRET_HASH: SecretHash }) },
      ...(session && { Session: session }),
      ...clientMetadata(input.clientMetadata),
    });
  // These flows may send a code, and for an unknown name Cognito sends none, which takes less time.
  const isEven = flow === 'CUSTOM_AUTH' || flow === 'USER_AUTH';
  const output = await (isEven ? evenTime(username, initiate) : initiate());
  const result = toAuthResult(output, username);
  if (session !== undefined) await refuseAnothersSession(result, username, context);
  return nameSeal.hide(result, username);
};

/**
 * Refuses flows in which Cognito reveals whether an address has an account: SRP returns its user name, and a choice
 * shows what the user has.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.choice
 * @throws AuthError `NOT_ENABLED`, whether or not the address has an account.
 */
function refuseTelling(flow: AuthFlow, username: string): void {
  if (!isAddress(username) || flow === 'USER_PASSWORD_AUTH' || flow === 'CUSTOM_AUTH') return;
  throw new AuthError('NOT_ENABLED', 'This flow requires a user name here, not an address.', { field: 'username' });
}

/**
 * What a signed-in user has proven already counts towards a level (`API_InitiateAuth`, ACCESS_TOKEN). Cognito accepts
 * the token only together with a level.
 * @throws AuthError `ACCESS_TOKEN_REQUIRED`.
 */
function credit({ acrValues }: LoginInput, request: Request): Record<string, string> {
  return isGiven(acrValues) && request.identity !== null ? { ACCESS_TOKEN: signedIn(request).accessToken } : {};
}
