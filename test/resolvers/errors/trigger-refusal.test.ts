import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { cognitoError } from './cognito-errors.ts';

describe('a trigger', () => {
  const failure = (words: string, trigger = 'PreSignUp') =>
    toFailure('signUp', cognitoError('UserLambdaValidationException', `${trigger} failed with error ${words}.`));

  test.each([
    ['Members only', 'Members only'],
    ['Members only!', 'Members only!'],
    ['Only e-mail addresses of example.com may sign up.', 'Only e-mail addresses of example.com may sign up.'],
    ['Two\nlines', 'Two\nlines'],
    ['EMAIL_DOMAIN_NOT_ALLOWED', 'EMAIL_DOMAIN_NOT_ALLOWED'],
    ['You are not authorized to sign up', 'You are not authorized to sign up'],
    ['+491701234567 is on the list of blocked numbers', '+491701234567 is on the list of blocked numbers'],
    ['Cannot find your invitation: ask for a new one', 'Cannot find your invitation: ask for a new one'],
    ['Sign-ups from 192.0.2.7 are closed until 2026-12-01 08:00', 'Sign-ups from 192.0.2.7 are closed until 2026-12-01 08:00'],
    ['', 'Refused.'],
  ])('that refuses speaks in its own words: %s', (words, message) => {
    expect(failure(words)).toMatchObject({ code: 'TRIGGER_REFUSED', message });
  });

  test('whose words come in an unheard-of form is quoted with none of them', () => {
    expect(toFailure('login', cognitoError('UserLambdaValidationException', 'An unheard-of form.'))).toMatchObject({
      code: 'TRIGGER_REFUSED',
      message: 'Refused.',
    });
  });

  test.each([
    'User: arn:aws:sts::226915686048:assumed-role/post-confirmation/f is not authorized to perform: cognito-idp:CreateGroup on resource: x',
    'AccessDeniedException: no identity-based policy allows the action',
    'The role arn:aws-us-gov:iam::1:role/x cannot be assumed',
    'Account 226915686048 is suspended',
    'User is not authorized to access this resource with an explicit deny',
    'ThrottlingException: Rate exceeded',
    'Rate exceeded',
    'MessageRejected: Sending paused',
    'Email address is not verified. The following identities failed the check in region US-EAST-1: ada@example.com',
    'The conditional request failed',
    'Requested resource not found',
    '1 validation error detected: Value null at tableName failed to satisfy constraint',
    'The security token included in the request is expired',
    'Could not load credentials from any providers',
    'Slow down (Service: AmazonSES; Status Code: 400; Error Code: Throttling; Request ID: 8)',
    'An error occurred (AccessDenied) when calling the PutItem operation',
    "Cannot read properties of undefined (reading 'email')",
    'callback is not a function',
    'db is not defined',
    "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    "'NoneType' object has no attribute 'get'",
    'Unexpected token < in JSON at position 0',
    'getaddrinfo ENOTFOUND users.cluster-x.eu-central-1.rds.example',
    'connect ECONNREFUSED 10.0.3.7:5432',
    'fetch failed',
    'self-signed certificate in certificate chain',
    'RequestId: 9fdb5cfa-5ec1-47bf-bc07-8adc3b4bebf6 Error: Runtime exited with error: exit status 129',
    '2026-11-28T10:00:00.000Z 9fdb5cfa-5ec1-47bf-bc07-8adc3b4bebf6 Task timed out after 3.00 seconds',
    'The environment variable EMAIL_DOMAINS is missing',
    "Cannot find module '/var/task/index'",
    'Nope\n    at handler (file:///index.mjs:3:9)',
    "'email'",
    'list index out of range',
    'Invalid time value',
    'Converting circular structure to JSON',
    'Assignment to constant variable.',
    'password authentication failed for user "signup"',
    'duplicate key value violates unique constraint "users_email_key"',
    'relation "tenants" does not exist',
    'Connection terminated unexpectedly',
    'Request failed with status code 500',
    "Secrets Manager can't find the specified secret.",
    'The specified bucket does not exist',
    'no answer of https://sqs.eu-central-1.amazonaws.com/queue',
    'x'.repeat(501),
  ])('that broke is not quoted: %s', (words) => {
    for (const trigger of ['PreSignUp', 'PostConfirmation', 'CreateAuthChallenge']) {
      expect(failure(words, trigger)).toEqual({
        code: 'INTERNAL',
        message: 'Something went wrong.',
        cognito: 'UserLambdaValidationException',
        retryable: false,
        field: null,
      });
    }
  });
});

test.each([
  ['signUp', false, /^A part .* may have happened or not\. Your account may exist/],
  ['confirmSignUp', false, /^A part .* may have happened or not\. Your account may be confirmed/],
  ['confirmForgotPassword', false, /^A part .* may have happened or not\. The new password may be set/],
  ['respondToChallenge', false, /^A part .* may have happened or not\. Start again with `login`/],
  ['login', true, /^A part of this deployment did not answer\. Try again\.$/],
  ['forgotPassword', true, /^A part of this deployment did not answer\. Try again\.$/],
])('a trigger that did not answer may have been called after the deed: %s', (field, retryable, message) => {
  const text = 'PostConfirmation invocation failed due to error Socket timeout while invoking Lambda function.';
  const failure = toFailure(field, cognitoError('UnexpectedLambdaException', text));
  expect(failure).toMatchObject({ code: 'UNAVAILABLE', retryable, message: expect.stringMatching(message) });
});
