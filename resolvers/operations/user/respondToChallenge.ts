import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import { toResponses } from '../../sign-in/answers.ts';
import { toAuthResult } from '../../sign-in/challenges.ts';
import type { UserContext } from '../contexts.ts';

export const respondToChallenge: FieldOperation<'respondToChallenge', UserContext> = async (
  { input },
  { cognito, client, request, authSettings },
) => {
  const username = bounded('username', input.username);
  const responses = toResponses(input, authSettings.passwordPolicy.minimumLength);
  const { SecretHash, ...identity } = client(username, request);
  const output = await cognito.send(
    new RespondToAuthChallengeCommand({
      ...identity,
      ChallengeName: input.name,
      ChallengeResponses: { ...responses, USERNAME: username, ...(SecretHash && { SECRET_HASH: SecretHash }) },
      ...(input.session && { Session: input.session }),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return toAuthResult(output, username);
};
