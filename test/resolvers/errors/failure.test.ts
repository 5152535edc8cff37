import { describe, expect, test } from 'vitest';
import { NoAnswer } from '../../../resolvers/aws/no-answer.ts';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { cognitoError } from './cognito-errors.ts';

test.each([
  ['InvalidParameterException', 'The role arn:aws:iam::226915686048:role/sms does not exist'],
  ['InvalidPasswordException', 'User: x is not authorized to perform: kms:Decrypt'],
  ['NotImplementedException', 'Not in account 226915686048.'],
])('a text of the service that names what is inside is not shown: %s, %s', (name, text) => {
  expect(toFailure('signUp', cognitoError(name, text))).toMatchObject({
    code: 'INTERNAL',
    message: 'Something went wrong.',
    cognito: name,
  });
});

test('a broken constraint is told without the value that broke it, and without its regular expression', () => {
  const text =
    "2 validation errors detected: Value 'hunter 2' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+; Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 256";
  const failure = toFailure('confirmForgotPassword', cognitoError('InvalidParameterException', text));
  expect(failure).toEqual({
    code: 'INVALID_INPUT',
    message: 'This value is refused: it contains characters that are not allowed here.',
    cognito: 'InvalidParameterException',
    retryable: false,
    field: 'code',
  });
});

test('an unknown user and a wrong password are one, even where the pool tells them apart', () => {
  for (const field of ['login', 'respondToChallenge'] as const) {
    expect(toFailure(field, cognitoError('UserNotFoundException', 'User does not exist.'))).toEqual(
      toFailure(field, cognitoError('NotAuthorizedException', 'Incorrect username or password.')),
    );
  }
});

describe('what nobody listed', () => {
  test('is INTERNAL with a fixed text', () => {
    for (const error of [new Error('s3cret'), cognitoError('BrandNewException', 's3cret'), 's3cret', null]) {
      const failure = toFailure('login', error);
      expect(failure).toMatchObject({ code: 'INTERNAL', message: 'Something went wrong.', retryable: false, field: null });
    }
  });

  test('is UNAVAILABLE when the fault is the server’s', () => {
    expect(toFailure('login', cognitoError('BrandNewException', 's3cret', 503))).toEqual({
      code: 'UNAVAILABLE',
      message: 'Cognito did not answer in time. Try again.',
      cognito: 'BrandNewException',
      retryable: true,
      field: null,
    });
  });

  test('is UNAVAILABLE when no answer came', () => {
    const failure = toFailure('login', new NoAnswer('No connection to 10.0.0.1.', { sent: false }));
    expect(failure).toEqual({
      code: 'UNAVAILABLE',
      message: 'Cognito did not answer in time. Try again.',
      cognito: null,
      retryable: true,
      field: null,
    });
  });

  test('is TOO_MANY_REQUESTS when the call was turned away for their number', () => {
    const page = new NoAnswer('A page.', { sent: true, status: 429 });
    for (const error of [cognitoError('ThrottlingException', ''), cognitoError('BrandNewException', '', 429), page]) {
      expect(toFailure('login', error)).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        message: 'Too many calls at once. Try again shortly.',
        retryable: true,
      });
    }
  });
});

test('an own refusal passes as it is', () => {
  expect(toFailure('gpt', new AuthError('GPT_FAILED', 'No.', { field: 'key', retryable: true }))).toEqual({
    code: 'GPT_FAILED',
    message: 'No.',
    cognito: null,
    retryable: true,
    field: 'key',
  });
});
