import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import type { Request } from '../../call/request.ts';
import type { LoginInput } from '../../generated/schema.ts';
import { bounded, boundedIfGiven, clientMetadata, isGiven } from '../../input/input.ts';
import { signedIn } from '../../sign-in/access-token.ts';
import { toAuthResult } from '../../sign-in/challenges.ts';
import { toAuthParameters } from '../../sign-in/flows.ts';
import type { UserContext } from '../contexts.ts';

export const login: FieldOperation<'login', UserContext> = async ({ input }, { cognito, client, request }) => {
  const username = bounded('username', input.username);
  const flow = input.flow ?? 'USER_PASSWORD_AUTH';
  const parameters = toAuthParameters(flow, username, input);
  const session = boundedIfGiven('session', input.session);
  const { SecretHash, ...identity } = client(username, request);
  const output = await cognito.send(
    new InitiateAuthCommand({
      ...identity,
      AuthFlow: flow,
      AuthParameters: { ...parameters, ...credit(input, request), ...(SecretHash && { SECRET_HASH: SecretHash }) },
      ...(session && { Session: session }),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return toAuthResult(output, username);
};

/**
 * What a signed-in user has proven already counts towards a level (`API_InitiateAuth`, ACCESS_TOKEN). Cognito takes the
 * token with a level alone.
 * @throws AuthError `ACCESS_TOKEN_REQUIRED`.
 */
function credit({ acrValues }: LoginInput, request: Request): Record<string, string> {
  return isGiven(acrValues) && request.identity !== null ? { ACCESS_TOKEN: signedIn(request).accessToken } : {};
}
