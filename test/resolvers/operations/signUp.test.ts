import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { confirmed, newPassword, newPerson } from '../../support/resolvers/people.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call, admin, userPoolId } = instance;

afterAll(() => instance.close());

async function attributesOf(Username: string): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await admin.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username }));
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}

describe('with a password', () => {
  test('the user is unconfirmed and the code goes to the address', async () => {
    const { username, email, password } = newPerson();
    const result = succeeded(
      await call('signUp', { input: { username, email, password, attributes: [{ name: 'given_name', value: 'Ann' }] } }),
    );
    expect(result).toEqual({
      userSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username,
      userStatus: 'UNCONFIRMED',
      codeDelivery: { medium: 'EMAIL', destination: 'u***@e***', attribute: 'email' },
      session: null,
    });
    expect(await attributesOf(username)).toMatchObject({
      sub: result.userSub,
      email,
      given_name: 'Ann',
      email_verified: 'false',
    });
    expect(instance.message(email).kind).toBe('SignUp');
  });

  test('that breaks the policy is refused with the rule', async () => {
    const { username, email } = newPerson();
    expect(refused(await call('signUp', { input: { username, email, password: 'aa1!aa1!' } }))).toMatchObject({
      code: 'PASSWORD_POLICY',
      message: expect.stringContaining('Password must have uppercase characters'),
      info: { cognito: null, retryable: false, field: 'password' },
    });
  });
});

describe('with a temporary password', () => {
  test('nothing is sent, and the address is not verified', async () => {
    const { username, email, password: temporaryPassword } = newPerson();
    const sent = instance.inbox.length;
    expect(succeeded(await call('signUp', { input: { username, email, temporaryPassword } }))).toEqual({
      userSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username,
      userStatus: 'FORCE_CHANGE_PASSWORD',
      codeDelivery: null,
      session: null,
    });
    expect(instance.inbox).toHaveLength(sent);
    const attributes = await attributesOf(username);
    expect(attributes['email']).toBe(email);
    expect(attributes['email_verified']).not.toBe('true');
    const login = succeeded(await call('login', { input: { username, password: temporaryPassword } }));
    expect(step(login, 'NewPasswordRequiredChallenge').requiredAttributes).toEqual([]);
  });

  test('that breaks the policy is refused with the rule', async () => {
    const { username, email } = newPerson();
    expect(refused(await call('signUp', { input: { username, email, temporaryPassword: 'lowercase-only-1' } }))).toMatchObject({
      code: 'PASSWORD_POLICY',
      info: { cognito: 'InvalidPasswordException', field: 'temporaryPassword' },
    });
  });
});

describe('with neither', () => {
  test('the invitation goes to the address, which is verified by it', async () => {
    const { username, email } = newPerson();
    const result = succeeded(await call('signUp', { input: { username, email } }));
    expect(result.userStatus).toBe('FORCE_CHANGE_PASSWORD');
    expect(await attributesOf(username)).toMatchObject({ email, email_verified: 'true' });
    const { kind, code } = instance.message(email);
    expect(kind).toBe('AdminCreateUser');
    step(succeeded(await call('login', { input: { username, password: code } })), 'NewPasswordRequiredChallenge');
  });

  test.each(['<b>ann</b>', 'a&b', 'say"hi"', 'https://evil.example', 'evil.example/reset', 'WWW.evil.example'])(
    'a user name such as %s reaches no mail',
    async (username) => {
      const error = refused(await instance.call('signUp', { input: { username, email: 'victim@example.com' } }));
      expect(error).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'username' } });
      expect(instance.inbox.filter(({ to }) => to === 'victim@example.com')).toEqual([]);
    },
  );

  test('where users may sign in without a password, too, the invitation holds one', async () => {
    const passwordless = createInstance({
      userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    });
    const [username, email] = ['guest', 'guest@example.com'];
    const { userStatus } = succeeded(await passwordless.call('signUp', { input: { username, email } }));
    expect(userStatus).toBe('FORCE_CHANGE_PASSWORD');
    expect(passwordless.message(email).code).toMatch(/^\S{14}$/);
    passwordless.close();
  });

  test('a number alone is invited by text message', async () => {
    const { username } = newPerson();
    const { handle, sent } = stubWire(
      success({
        User: { Username: username, UserStatus: 'FORCE_CHANGE_PASSWORD', Attributes: [{ Name: 'sub', Value: 'a-sub' }] },
      }),
    );
    const stub = createCaller({ cognito: handle });
    expect(succeeded(await stub.call('signUp', { input: { username, phoneNumber: '+15555550100' } })).userSub).toBe('a-sub');
    expect(sent.map(({ operation, body }) => [operation, body])).toEqual([
      [
        'AdminCreateUser',
        {
          UserPoolId: 'eu-central-1_Test',
          Username: username,
          ForceAliasCreation: false,
          TemporaryPassword: expect.stringMatching(/^\S{14}$/),
          DesiredDeliveryMediums: ['SMS'],
          UserAttributes: [
            { Name: 'phone_number', Value: '+15555550100' },
            { Name: 'phone_number_verified', Value: 'true' },
          ],
        },
      ],
    ]);
    expect(sent[0]?.headers['authorization']).toContain('AWS4-HMAC-SHA256');
  });

  test('and with both, only the address that the invitation goes to is verified', async () => {
    const { handle, sent } = stubWire(success({ User: { UserStatus: 'NEWS', Attributes: [{ Name: 'sub', Value: 'a-sub' }] } }));
    const stub = createCaller({ cognito: handle });
    const result = succeeded(
      await stub.call('signUp', { input: { username: 'ann', phoneNumber: '+15555550100', email: 'ann@example.com' } }),
    );
    expect(result.userStatus).toBe('UNKNOWN');
    expect(sent[0]?.body).toMatchObject({
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'ann@example.com' },
        { Name: 'phone_number', Value: '+15555550100' },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
  });

  test('somewhere to send it is wanted', async () => {
    expect(refused(await call('signUp', { input: { username: newPerson().username } }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'An invitation requires `email` or `phoneNumber`.',
      info: { field: 'email', cognito: null, retryable: false },
    });
  });
});

const forms = [
  ['a password', { password: newPassword() }],
  ['a temporary password', { temporaryPassword: newPassword() }],
  ['neither', {}],
] as const;

describe.each(forms)('with %s', (_, form) => {
  test('a name that is taken is refused, and its user stays as they are', async () => {
    const taken = await confirmed(instance);
    const { username } = taken;
    expect(refused(await call('signUp', { input: { username, email: newPerson().email, ...form } }))).toMatchObject({
      code: 'USERNAME_EXISTS',
      message: 'This user name is taken.',
      info: { field: 'username', cognito: 'UsernameExistsException', retryable: false },
    });
    step(succeeded(await call('login', { input: { username, password: taken.password } })), 'Tokens');
  });

  test.each([
    ['email_verified', 'true'],
    ['Email_Verified', 'true'],
    ['phone_number_verified', 'true'],
    ['sub', 'x'],
    ['cognito:groups', 'admin'],
    ['cognito:user_status', 'CONFIRMED'],
    ['identities', '[]'],
    ['dev:custom:role', 'admin'],
    ['custom:role', 'admin'],
    ['custom:Role', 'admin'],
    ['birthdate', '2000-01-01'],
    ['email', 'else@example.com'],
    ['phone_number', '+15555550100'],
    [' email_verified', 'true'],
    ['', 'x'],
    ['x'.repeat(33), 'x'],
    ['given_name', 'x'.repeat(2049)],
  ])('the attribute %s is refused before Cognito is called', async (name, value) => {
    const stub = createCaller({ cognito: stubWire().handle });
    const { username, email } = newPerson();
    expect(
      refused(await stub.call('signUp', { input: { username, email, ...form, attributes: [{ name, value }] } })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'attributes', cognito: null, retryable: false },
    });
  });

  test('an attribute that comes twice is refused', async () => {
    const { username, email } = newPerson();
    const attributes = [
      { name: 'given_name', value: 'Ann' },
      { name: 'given_name', value: 'Bob' },
    ];
    expect(refused(await call('signUp', { input: { username, email, ...form, attributes } }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'The attribute `given_name` is given twice.',
    });
  });

  test('more attributes than Cognito has are refused', async () => {
    const { username, email } = newPerson();
    const attributes = Array.from({ length: 101 }, (__, n) => ({ name: `custom:${n}`, value: 'x' }));
    expect(refused(await call('signUp', { input: { username, email, ...form, attributes } })).info.field).toBe('attributes');
  });

  test('what the triggers are to know goes along', async () => {
    const { handle, sent } = stubWire(
      success({ UserSub: 'a-sub', UserConfirmed: true, User: { Attributes: [{ Name: 'sub', Value: 'a-sub' }] } }),
    );
    const stub = createCaller({ cognito: handle });
    const { email } = newPerson();
    succeeded(await stub.call('signUp', { input: { username: 'ann', email, ...form, clientMetadata: { invitedBy: 'bob' } } }));
    expect(sent[0]?.body['ClientMetadata']).toEqual({ invitedBy: 'bob' });
  });
});

test.each([
  ['username', { username: '' }],
  ['username', { username: 'x'.repeat(129) }],
  ['username', { username: 'ann smith' }],
  ['email', { email: '' }],
  ['email', { email: `${'x'.repeat(2048)}@example.com` }],
  ['phoneNumber', { phoneNumber: '1'.repeat(2049) }],
  ['password', { password: '' }],
  ['password', { password: 'Aa1!'.repeat(65) }],
  ['temporaryPassword', { temporaryPassword: '' }],
  ['temporaryPassword', { temporaryPassword: 'Aa1!'.repeat(65) }],
  ['temporaryPassword', { password: 'Passw0rd!', temporaryPassword: 'Passw0rd!' }],
  ['clientMetadata', { clientMetadata: ['a'] }],
  ['clientMetadata', { clientMetadata: 'a' }],
  ['clientMetadata', { clientMetadata: { a: 1 } }],
  ['clientMetadata', { clientMetadata: { a: 'x'.repeat(131_073) } }],
])('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('signUp', { input: { username: 'ann', email: 'ann@example.com', ...input } }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null, retryable: false },
  });
});

test('explicit nulls are as good as nothing', async () => {
  const { username, email, password } = newPerson();
  succeeded(
    await call('signUp', {
      input: { username, email, password, phoneNumber: null, temporaryPassword: null, attributes: null, clientMetadata: null },
    }),
  );
});

test.each([
  ['PASSWORD', { password: 'Passw0rd!' }],
  ['TEMPORARY_PASSWORD', { temporaryPassword: 'Passw0rd!' }],
  ['INVITATION', {}],
] as const)('the form %s is NOT_ENABLED where the configuration has it off', async (mode, form) => {
  const others = (['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] as const).filter((other) => other !== mode);
  const stub = createCaller({ cognito: stubWire().handle, signUpModes: others });
  expect(refused(await stub.call('signUp', { input: { username: 'ann', email: 'ann@example.com', ...form } }))).toMatchObject({
    code: 'NOT_ENABLED',
    message: 'This way of signing up is not enabled.',
    info: { cognito: null, retryable: false, field: null },
  });
});

test('an answer without the user is INTERNAL, and its reason is in the log', async () => {
  const stub = createCaller({ cognito: stubWire(success({})).handle });
  for (const form of [{ password: 'Passw0rd!' }, { temporaryPassword: 'Passw0rd!' }]) {
    expect(refused(await stub.call('signUp', { input: { username: 'ann', email: 'ann@example.com', ...form } })).code).toBe(
      'INTERNAL',
    );
  }
  expect(JSON.parse(stub.lines[0] ?? '').message.cause.frames[0]).toContain('signUp.ts');
});
