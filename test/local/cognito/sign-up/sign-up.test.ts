import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';

const email = (Value: string) => [{ Name: 'email', Value }];

describe('SignUp', () => {
  test('makes an unconfirmed user and sends a code in the pool’s words', async () => {
    const { cognito, clientId, userPoolId, outbox } = createTestPool({
      VerificationMessageTemplate: {
        EmailSubject: 'Welcome',
        EmailMessage: 'Hi {username}: {####}',
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
      },
    });
    const answer = await cognito.signUp({
      ClientId: clientId,
      Username: 'ada',
      Password: password,
      UserAttributes: email('ada@example.com'),
    });
    expect(answer).toMatchObject({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    expect(outbox).toEqual([
      {
        to: 'ada@example.com',
        channel: 'EMAIL',
        kind: 'SignUp',
        subject: 'Welcome',
        body: expect.stringMatching(/^Hi ada: \d{6}$/),
        code: expect.stringMatching(/^\d{6}$/),
        sentAt: '2026-03-01T12:00:00.500Z',
      },
    ]);
    const user = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
    expect(user).toMatchObject({
      Username: 'ada',
      UserStatus: 'UNCONFIRMED',
      Enabled: true,
      UserCreateDate: new Date('2026-03-01T12:00:00.500Z'),
      UserAttributes: [
        { Name: 'sub', Value: answer.UserSub },
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'email_verified', Value: 'false' },
      ],
    });
  });

  test('a code proves no address that an administrator has removed since', async () => {
    const { cognito, clientId, userPoolId, codeFor } = createTestPool();
    await cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password, UserAttributes: email('ada@example.com') });
    const UserAttributes = [{ Name: 'email', Value: '' }];
    await cognito.adminUpdateUserAttributes({ UserPoolId: userPoolId, Username: 'ada', UserAttributes });
    await cognito.confirmSignUp({ ClientId: clientId, Username: 'ada', ConfirmationCode: codeFor('ada@example.com') });
    const user = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
    expect([user.UserStatus, user.UserAttributes?.map(({ Name }) => Name)]).toEqual(['CONFIRMED', ['sub']]);
  });

  test('prefers the phone, and masks it', async () => {
    const { cognito, clientId } = createTestPool({
      AutoVerifiedAttributes: ['email', 'phone_number'],
      SmsVerificationMessage: 'Code: {####}',
    });
    const UserAttributes = [...email('ada@example.com'), { Name: 'phone_number', Value: '+441234567890' }];
    const { CodeDeliveryDetails } = await cognito.signUp({
      ClientId: clientId,
      Username: 'ada',
      Password: password,
      UserAttributes,
    });
    expect(CodeDeliveryDetails).toEqual({ AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+********7890' });
  });

  test('sends nothing without an auto-verified address', async () => {
    const { cognito, clientId, outbox } = createTestPool();
    const answer = await cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password });
    expect([answer.CodeDeliveryDetails, outbox]).toEqual([undefined, []]);
  });

  test('refuses a username that exists, in any case, and lets two share an unverified address', async () => {
    const { cognito, clientId } = createTestPool();
    const signUp = (Username: string) =>
      cognito.signUp({ ClientId: clientId, Username, Password: password, UserAttributes: email('ada@example.com') });
    await signUp('ada');
    expect(await refusal(signUp('ADA'))).toEqual({ name: 'UsernameExistsException', message: 'User already exists' });
    await expect(signUp('other')).resolves.toBeDefined();
  });

  test('tells usernames that differ in case apart in a case-sensitive pool', async () => {
    const { cognito, clientId } = createTestPool({ UsernameConfiguration: { CaseSensitive: true } });
    await cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password });
    await expect(cognito.signUp({ ClientId: clientId, Username: 'Ada', Password: password })).resolves.toBeDefined();
  });

  test('is not permitted where only administrators create users', async () => {
    const { cognito, clientId } = createTestPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    expect(await refusal(cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password }))).toEqual({
      name: 'NotAuthorizedException',
      message: 'SignUp is not permitted for this user pool',
    });
  });

  const notConforming = (detail: string) => ['InvalidPasswordException', `Password did not conform with policy: ${detail}`];
  test.each([
    [{ Password: 'Sh0rt!' }, notConforming('Password not long enough')],
    [{ Password: 'passw0rd!' }, notConforming('Password must have uppercase characters')],
    [{ Password: 'PASSW0RD!' }, notConforming('Password must have lowercase characters')],
    [{ Password: 'Password!' }, notConforming('Password must have numeric characters')],
    [{ Password: 'Passw0rdd' }, notConforming('Password must have symbol characters')],
    [{ Password: '' }, ['InvalidParameterException', 'Missing required parameter Password']],
    [
      { Username: 'ada@example.com' },
      ['InvalidParameterException', 'Username cannot be of email format, since user pool is configured for email alias.'],
    ],
    [{ UserAttributes: email('nonsense') }, ['InvalidParameterException', 'Invalid email address format.']],
    [{ UserAttributes: email('x@e.com\u0000') }, ['InvalidParameterException', 'Invalid email address format.']],
    [{ UserAttributes: email('<x@e.com>') }, ['InvalidParameterException', 'Invalid email address format.']],
    [{ UserAttributes: email('x\u00ad@e.com') }, ['InvalidParameterException', 'Invalid email address format.']],
    [{ UserAttributes: email('x\u202e@e.com') }, ['InvalidParameterException', 'Invalid email address format.']],
    [{ UserAttributes: email('x@.com') }, ['InvalidParameterException', 'Invalid email address format.']],
    [
      { UserAttributes: [{ Name: 'phone_number', Value: '0123' }] },
      ['InvalidParameterException', 'Invalid phone number format.'],
    ],
    [
      { UserAttributes: [{ Name: 'email', Value: undefined }] },
      ['InvalidParameterException', 'Attribute value for email must not be null'],
    ],
    [
      { UserAttributes: [{ Name: 'custom:x', Value: '1' }] },
      [
        'InvalidParameterException',
        'Attributes did not conform to the schema: custom:x: Attribute does not exist in the schema.',
      ],
    ],
    [
      { UserAttributes: [{ Name: 'birthdate', Value: '1' }] },
      [
        'InvalidParameterException',
        'Attributes did not conform to the schema: birthdate: String must be at least 10 characters long.',
      ],
    ],
    [
      { UserAttributes: [{ Name: 'updated_at', Value: 'x' }] },
      ['InvalidParameterException', 'Attributes did not conform to the schema: updated_at: Attribute value must be a number.'],
    ],
    [
      { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] },
      ['NotAuthorizedException', 'A client attempted to write unauthorized attribute'],
    ],
    [
      { UserAttributes: [{ Name: '__proto__', Value: 'x' }] },
      [
        'InvalidParameterException',
        'Attributes did not conform to the schema: __proto__: Attribute does not exist in the schema.',
      ],
    ],
    [
      { UserAttributes: [{ Name: 'sub', Value: 'x' }] },
      ['NotAuthorizedException', 'A client attempted to write unauthorized attribute'],
    ],
    [{ ClientId: 'unknown' }, ['ResourceNotFoundException', 'User pool client unknown does not exist.']],
  ])('refuses %j', async (change, [name, message]) => {
    const { cognito, clientId, outbox } = createTestPool();
    const request = { ClientId: clientId, Username: 'ada', Password: password, ...change };
    expect(await refusal(cognito.signUp(request))).toEqual({ name, message });
    expect(outbox).toEqual([]);
  });

  test('needs a password only where users cannot sign in by code', async () => {
    const { cognito, clientId } = createTestPool({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    });
    expect((await cognito.signUp({ ClientId: clientId, Username: 'ada' })).UserConfirmed).toBe(false);
    const other = createTestPool();
    expect(await refusal(other.cognito.signUp({ ClientId: other.clientId, Username: 'ada' }))).toEqual({
      name: 'InvalidParameterException',
      message: 'Missing required parameter Password',
    });
  });

  test('names each required attribute that is missing', async () => {
    const { cognito, clientId } = createTestPool({
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'name', Required: true },
      ],
    });
    expect(await refusal(cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password }))).toEqual({
      name: 'InvalidParameterException',
      message:
        'Attributes did not conform to the schema: name.formatted: The attribute name.formatted is required\nemail: The attribute is required',
    });
  });

  test('keeps to the client’s write attributes and the pool’s custom schema', async () => {
    const { cognito, clientId, userPoolId } = createTestPool(
      { Schema: [{ Name: 'team', AttributeDataType: 'String', Mutable: true, StringAttributeConstraints: { MaxLength: '3' } }] },
      { WriteAttributes: ['email', 'custom:team'] },
    );
    const signUp = (Name: string, Value: string) =>
      cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password, UserAttributes: [{ Name, Value }] });
    expect((await refusal(signUp('name', 'Ada'))).message).toBe('A client attempted to write unauthorized attribute');
    expect((await refusal(signUp('custom:team', 'long'))).message).toBe(
      'Attributes did not conform to the schema: custom:team: String must be no longer than 3 characters.',
    );
    await signUp('custom:team', 'red');
    const { UserAttributes } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' });
    expect(UserAttributes).toContainEqual({ Name: 'custom:team', Value: 'red' });
  });

  test('takes the address as the name in a pool of UsernameAttributes', async () => {
    const { cognito, clientId, userPoolId, codeFor } = createTestPool({ AliasAttributes: [], UsernameAttributes: ['email'] });
    const signUp = (Username: string) => cognito.signUp({ ClientId: clientId, Username, Password: password });
    const { UserSub } = await signUp('Ada@example.com');
    expect(await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada@example.com' })).toMatchObject({
      Username: UserSub,
    });
    expect(await refusal(signUp('ada@EXAMPLE.com'))).toEqual({
      name: 'UsernameExistsException',
      message: 'An account with the given email already exists.',
    });
    expect((await refusal(signUp('ada'))).message).toBe('Username should be an email.');
    await cognito.confirmSignUp({
      ClientId: clientId,
      Username: 'ada@example.com',
      ConfirmationCode: codeFor('Ada@example.com'),
    });
    const AuthParameters = { USERNAME: 'ada@example.com', PASSWORD: password };
    await expect(
      cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    ).resolves.toBeDefined();
  });

  test.each([
    [['phone_number'], 'Username should be a phone number.'],
    [['email', 'phone_number'], 'Username should be either an email or a phone number.'],
  ])('wants %j as a name where the pool says so', async (UsernameAttributes, message) => {
    const { cognito, clientId } = createTestPool({ AliasAttributes: [], UsernameAttributes });
    expect((await refusal(cognito.signUp({ ClientId: clientId, Username: 'ada', Password: password }))).message).toBe(message);
  });

  test('refuses preferred_username as an alias before confirmation', async () => {
    const { cognito, clientId } = createTestPool({ AliasAttributes: ['preferred_username'], AutoVerifiedAttributes: [] });
    const UserAttributes = [{ Name: 'preferred_username', Value: 'ada' }];
    expect((await refusal(cognito.signUp({ ClientId: clientId, Username: 'u', Password: password, UserAttributes }))).name).toBe(
      'InvalidParameterException',
    );
  });
});
