import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';

const email = (Value: string) => [{ Name: 'email', Value }];

describe('ConfirmSignUp', () => {
  const signedUp = async (pool = {}, client = {}) => {
    const world = createTestPool(pool, client);
    const { cognito, clientId } = world;
    await cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password, UserAttributes: email('ada@example.com') });
    const code = world.codeFor('ada@example.com');
    const confirm = (ConfirmationCode: string, change = {}) =>
      cognito.confirmSignUp({ ClientId: clientId, Username: 'ada', ConfirmationCode, ...change });
    return { ...world, code, wrong: code === '000000' ? '000001' : '000000', confirm };
  };
  const mismatch = { name: 'CodeMismatchException', message: 'Invalid verification code provided, please try again.' };
  const expired = { name: 'ExpiredCodeException', message: 'Invalid code provided, please request a code again.' };

  test('confirms once, and verifies the address that the code went to', async () => {
    const { cognito, userPoolId, confirm, code } = await signedUp();
    await confirm(code);
    const user = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
    expect(user.UserStatus).toBe('CONFIRMED');
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    expect(await refusal(confirm(code))).toEqual({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  test('refuses a wrong code, and after a day the right one', async () => {
    const { confirm, code, wrong, clock } = await signedUp();
    expect(await refusal(confirm(wrong))).toEqual(mismatch);
    clock.advance({ days: 1 });
    expect(await refusal(confirm(code))).toEqual(expired);
  });

  test('takes only the newest code', async () => {
    const { cognito, clientId, confirm, code, codeFor } = await signedUp();
    await cognito.resendConfirmationCode({ ClientId: clientId, Username: 'ada' });
    const newest = codeFor('ada@example.com');
    if (newest !== code) expect(await refusal(confirm(code))).toEqual(mismatch);
    await confirm(newest);
  });

  test('allows fifteen tries an hour, the right code among them', async () => {
    const { confirm, code, wrong, clock } = await signedUp();
    for (let tries = 0; tries < 15; tries++) expect(await refusal(confirm(wrong))).toEqual(mismatch);
    expect(await refusal(confirm(code))).toEqual({
      name: 'LimitExceededException',
      message: 'Attempt limit exceeded, please try after some time.',
    });
    clock.advance({ hours: 1 });
    await confirm(code);
  });

  test('answers for an unknown user as for a known one, the limit included', async () => {
    const { confirm, wrong } = await signedUp();
    const unknown = { Username: 'nobody' };
    for (let tries = 0; tries < 15; tries++) expect(await refusal(confirm(wrong, unknown))).toEqual(mismatch);
    expect((await refusal(confirm(wrong, unknown))).name).toBe('LimitExceededException');
  });

  test('names an unknown user where the client is LEGACY', async () => {
    const { confirm, wrong } = await signedUp({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect(await refusal(confirm(wrong, { Username: 'nobody' }))).toEqual({
      name: 'UserNotFoundException',
      message: 'Username/client id combination not found.',
    });
  });

  test('does not take an alias from another user unless forced, and then un-verifies it there', async () => {
    const { cognito, userPoolId, clientId, confirm, code, confirmedUser } = await signedUp();
    await confirmedUser('first', { email: 'ada@example.com', email_verified: 'true' });
    expect(await refusal(confirm(code))).toEqual({
      name: 'AliasExistsException',
      message: 'An account with the given email already exists.',
    });
    await confirm(code, { ForceAliasCreation: true });
    const first = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'first' });
    expect(first.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
    const answer = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada@example.com' });
    expect(answer.Username).toBe('ada');
    expect(clientId).toBeDefined();
  });
});

describe('ResendConfirmationCode', () => {
  test('sends a new code, five times an hour', async () => {
    const { cognito, clientId, outbox } = createTestPool();
    await cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password, UserAttributes: email('ada@example.com') });
    const resend = () => cognito.resendConfirmationCode({ ClientId: clientId, Username: 'ada' });
    for (let times = 0; times < 5; times++) {
      expect((await resend()).CodeDeliveryDetails).toEqual({
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'a***@e***',
      });
    }
    expect((await refusal(resend())).name).toBe('LimitExceededException');
    expect(outbox.map(({ kind }) => kind)).toEqual(['SignUp', ...Array(5).fill('ResendCode')]);
  });

  test('simulates for an unknown user, the same each time', async () => {
    const { cognito, clientId, outbox } = createTestPool();
    const resend = (Username: string) => cognito.resendConfirmationCode({ ClientId: clientId, Username });
    const [first, second] = [await resend('nobody'), await resend('NOBODY')];
    expect(first.CodeDeliveryDetails).toMatchObject({
      AttributeName: 'email',
      Destination: expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/),
    });
    expect(second.CodeDeliveryDetails).toEqual(first.CodeDeliveryDetails);
    expect((await resend('x@mail.example')).CodeDeliveryDetails?.Destination).toBe('x***@m***');
    expect((await resend('+441234567890')).CodeDeliveryDetails?.AttributeName).toBe('email');
    expect(outbox).toEqual([]);
  });

  test.each([
    [['phone_number'], 'x@mail.example', 'phone_number'],
    [['email', 'phone_number'], 'x@mail.example', 'email'],
    [['email', 'phone_number'], '+441234567890', 'phone_number'],
    [['email', 'phone_number'], 'nobody', 'phone_number'],
  ])('where %j is verified simulates a code for %s to the %s', async (AutoVerifiedAttributes, Username, attribute) => {
    const { cognito, clientId } = createTestPool({ AutoVerifiedAttributes });
    const { CodeDeliveryDetails } = await cognito.resendConfirmationCode({ ClientId: clientId, Username });
    expect(CodeDeliveryDetails?.AttributeName).toBe(attribute);
  });

  test('refuses a confirmed user, a pool that verifies nothing, and under LEGACY an unknown user', async () => {
    const confirmed = createTestPool();
    await confirmed.confirmedUser('ada');
    expect(await refusal(confirmed.cognito.resendConfirmationCode({ ClientId: confirmed.clientId, Username: 'ada' }))).toEqual({
      name: 'InvalidParameterException',
      message: 'User is already confirmed.',
    });
    const none = createTestPool({ AutoVerifiedAttributes: [] });
    await none.cognito.signUp({ ClientId: none.clientId, Username: 'ada', Password: password });
    expect(await refusal(none.cognito.resendConfirmationCode({ ClientId: none.clientId, Username: 'ada' }))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Cannot resend codes. Auto verification not turned on.',
    });
    const legacy = createTestPool({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect((await refusal(legacy.cognito.resendConfirmationCode({ ClientId: legacy.clientId, Username: 'ada' }))).message).toBe(
      'Username/client id combination not found.',
    );
  });
});
