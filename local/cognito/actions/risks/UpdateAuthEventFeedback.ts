import { action } from '../../action.ts';
import { refuseRisks } from '../../pools/threat-protection.ts';
import { poolOf } from '../../users/accounts.ts';
import { oneOf, required, string, structure } from '../../wire/members.ts';
import { token, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  FeedbackToken: required(token),
  EventId: required(string({ min: 1, max: 50, pattern: '[\\w+-]+' })),
  FeedbackValue: required(oneOf('Valid', 'Invalid')),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateAuthEventFeedback.html */
export const UpdateAuthEventFeedback = action(input, ({ UserPoolId }, services) =>
  refuseRisks(poolOf(services, UserPoolId), 'UpdateAuthEventFeedback'),
);
