import type { FieldOperation } from '../../call/operation.ts';
import { bounded, clientMetadata, isGiven } from '../../input/input.ts';
import { toResponses } from '../../sign-in/answers.ts';
import { toAuthResult } from '../../sign-in/challenges.ts';
import type { UserContext } from '../contexts.ts';

export const respondToChallenge: FieldOperation<'respondToChallenge', UserContext> = async (
  { input },
  { cognito, client, request, authSettings, passwords, nameSeal },
) => {
  const typed = bounded('username', input.username);
  const { username, session } = isGiven(input.session)
    ? nameSeal.open(typed, input.session)
    : { username: typed, session: input.session };
  const responses = toResponses({ ...input, session }, authSettings.passwordPolicy.minimumLength);
  if (isGiven(input.newPassword)) await passwords.check('newPassword', input.newPassword, [typed]);
  const { SecretHash, ...identity } = client(username, request);
  const output = await cognito.send('RespondToAuthChallenge', {
    ...identity,
    ChallengeName: input.name,
    ChallengeResponses: { ...responses, USERNAME: username, ...(SecretHash && { SECRET_HASH: SecretHash }) },
    ...(session && { Session: session }),
    ...clientMetadata(input.clientMetadata),
  });
  return nameSeal.hide(toAuthResult(output, username), typed);
};
