import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { cognitoError } from './cognito-errors.ts';

describe('a message that cannot be sent', () => {
  test.each([
    ['CodeDeliveryFailureException', 'Invalid email provided/Unable to send the email', true],
    ['InvalidSmsRoleAccessPolicyException', 'Role does not have permission to publish with SNS', false],
    ['InvalidSmsRoleTrustRelationshipException', 'Role does not have a trust relationship', false],
    ['InvalidEmailRoleAccessPolicyException', 'x', false],
    // rahulpsd18/cognito-backup-restore#46
    [
      'LimitExceededException',
      'Exceeded daily email limit for the operation or the account. If a higher limit is required, please …',
      false,
    ],
    // aws-amplify/amplify-studio#884
    ['LimitExceededException', 'Exceeded daily limit for the operation of the account. Please configure your user pool …', false],
    // aws/aws-cdk#18964
    [
      'InvalidParameterException',
      'Cognito received the following error from Amazon SES when attempting to send email: Email address is not verified. The following identities failed the check in region US-EAST-1: arn:aws:ses:us-east-1:226915686048:identity/x',
      false,
    ],
  ])('is CODE_DELIVERY_FAILED: %s, %s', (name, text, retryable) => {
    for (const field of ['signUp', 'resendConfirmationCode', 'forgotPassword', 'login', 'respondToChallenge'] as const) {
      const failure = toFailure(field, cognitoError(name, text));
      // The user is there by then, and the same call would be refused for the name.
      expect(failure).toMatchObject({ code: 'CODE_DELIVERY_FAILED', retryable: retryable && field !== 'signUp' });
      expect(failure.message).toMatch(/^The code could not be sent[.:]/);
    }
  });

  test('is CODE_DELIVERY_FAILED where a trigger says that it could not send the code', () => {
    const text = 'CreateAuthChallenge failed with error The code could not be sent..';
    for (const field of ['login', 'respondToChallenge'] as const) {
      const failure = toFailure(field, cognitoError('UserLambdaValidationException', text));
      expect(failure).toMatchObject({ code: 'CODE_DELIVERY_FAILED', message: 'The code could not be sent.', retryable: true });
    }
  });

  test.each([
    ['CodeDeliveryFailureException', 'Unable to send the email'],
    ['LimitExceededException', 'Exceeded daily email limit for the operation or the account. If a higher limit …'],
  ])('at the sign-up is told with what to do next, as the user may be there: %s', (name, text) => {
    expect(toFailure('signUp', cognitoError(name, text))).toMatchObject({
      message: expect.stringMatching(/The account may exist: ask for a new code\b/),
      retryable: false,
    });
  });
});
