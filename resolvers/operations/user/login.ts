import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { bounded, boundedIfGiven, clientMetadata } from '../../input/input.ts';
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
      AuthParameters: { ...parameters, ...(SecretHash && { SECRET_HASH: SecretHash }) },
      ...(session && { Session: session }),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return toAuthResult(output, username);
};
