import { randomUUID } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import { createCognito } from '../../../resolvers/aws/cognito.ts';
import { createSign } from '../../../resolvers/aws/sign.ts';
import { federatedSignUp } from '../../../resolvers/triggers/federated-sign-up.ts';
import type { PreSignUpEvent } from '../../../resolvers/triggers/pre-sign-up-event.ts';
import { newPassword } from '../../support/person.ts';
import { createInstance, type Instance } from '../../support/resolvers/instance.ts';
import { exception, type Sent, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

const aws = { region: 'eu-central-1', endpoint: 'http://cognito.test' };
const credentials = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test' };
const linked = 'IDENTITY_LINKED';
const accountExists = 'ACCOUNT_EXISTS_WITH_OTHER_METHOD';
const admitted = 'admitted';

// Without aliases, a pool may have several users with the same verified address.
const instance = createInstance({ userPool: { AliasAttributes: [] } });
const exact = createInstance({ userPool: { AliasAttributes: [], UsernameConfiguration: { CaseSensitive: true } } });
afterAll(() => {
  instance.close();
  exact.close();
});

interface Options {
  readonly pool?: Instance;
  readonly trusted?: readonly string[];
  /** Answers instead of the pool. */
  readonly answers?: Readonly<Record<string, HttpResponse>>;
}

/** What becomes of the sign-up of a user of another provider, what Cognito was asked, and what was logged. */
async function signUp(
  changes: Partial<PreSignUpEvent> & { readonly email: unknown; readonly verified?: unknown },
  options: Options = {},
) {
  const { pool = instance, trusted = ['Google', 'Corp'], answers = {} } = options;
  const sent: Sent[] = [];
  const cognito = createCognito(aws, {
    sign: createSign('cognito-idp', aws, credentials),
    pause: async () => undefined,
    post: inProcess(async (request) => {
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
      sent.push({ operation, body: JSON.parse(request.body), headers: request.headers });
      const links = operation === 'AdminLinkProviderForUser';
      return answers[operation] ?? (links ? success({}) : pool.handle(request));
    }),
  });
  const logged: object[] = [];
  const compare = federatedSignUp({
    cognito,
    providers: ['Google', 'LoginWithAmazon', 'Corp', 'Partner'],
    trusted,
    output: { error: (line) => logged.push(line) },
  });
  const { email, verified = 'true', ...event } = changes;
  const outcome = await compare({
    triggerSource: 'PreSignUp_ExternalProvider',
    userPoolId: pool.userPoolId,
    userName: 'google_103456789012345678901',
    request: { userAttributes: { email, email_verified: verified, 'cognito:email_alias': '' } },
    ...event,
  }).then(
    () => admitted,
    (error: Error) => error.message,
  );
  return { outcome, sent, link: sent.find(({ operation }) => operation === 'AdminLinkProviderForUser')?.body, logged };
}

/** A user with a verified address and a password. */
async function member({ admin, userPoolId }: Instance, email = `ann-${randomUUID()}@example.com`) {
  const Username = `member-${randomUUID()}`;
  const verified = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  await admin.send(
    new AdminCreateUserCommand({ UserPoolId: userPoolId, Username, UserAttributes: verified, MessageAction: 'SUPPRESS' }),
  );
  await admin.send(
    new AdminSetUserPasswordCommand({ UserPoolId: userPoolId, Username, Password: newPassword(), Permanent: true }),
  );
  return { UserPoolId: userPoolId, Username, email };
}

describe('a verified address that one user here has verified', () => {
  test('links the identity of a trusted provider to that user', async () => {
    const { Username, email } = await member(instance);
    const { outcome, link } = await signUp({ email });
    expect(outcome).toBe(linked);
    expect(link).toEqual({
      UserPoolId: instance.userPoolId,
      DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: Username },
      SourceUser: {
        ProviderName: 'Google',
        ProviderAttributeName: 'Cognito_Subject',
        ProviderAttributeValue: '103456789012345678901',
      },
    });
  });

  test.each([
    ['if no provider is trusted', 'google_1', []],
    ['by a provider that is not trusted', 'partner_1', ['Google', 'Corp']],
    ['by a provider that the stage does not have', 'elsewhere_1', ['elsewhere']],
    ['by a provider whose name only begins like a trusted one', 'google-2_1', ['Google']],
  ])('links nothing %s', async (_, userName, trusted) => {
    const { email } = await member(instance);
    const { outcome, link } = await signUp({ email, userName }, { trusted });
    expect({ outcome, link }).toEqual({ outcome: accountExists, link: undefined });
  });

  test.each([
    ['google_1', 'Google', '1'],
    ['GOOGLE_1', 'Google', '1'],
    ['corp_0b6c3f1e-7a53-4f0e-9d1e-2f6a8c1b9d10', 'Corp', '0b6c3f1e-7a53-4f0e-9d1e-2f6a8c1b9d10'],
    ['Corp_Ann_Smith', 'Corp', 'Ann_Smith'],
  ])('%s is linked as %s with %s', async (userName, provider, subject) => {
    const { email } = await member(instance);
    const { outcome, link } = await signUp({ email, userName });
    expect(outcome).toBe(linked);
    expect(link).toMatchObject({ SourceUser: { ProviderName: provider, ProviderAttributeValue: subject } });
  });

  test('links no subject that may have lost its capitals, which could be another person', async () => {
    const { email } = await member(instance);
    for (const userName of ['corp_annsmith', 'corp_bea', 'corp_ann@example.com', 'loginwithamazon_amzn1.account.k2li23kl2lk2']) {
      const { outcome, link } = await signUp({ email, userName }, { trusted: ['Corp', 'LoginWithAmazon'] });
      expect({ userName, outcome, link }).toEqual({ userName, outcome: accountExists, link: undefined });
    }
  });
});

describe('an address that the provider has not verified', () => {
  test.each([['false'], [false], [undefined], [null], [''], ['TRUE'], ['True'], ['1'], [1], ['yes'], ['true ']])(
    'email_verified %o: is neither compared nor linked nor refused',
    async (verified) => {
      const { email } = await member(instance);
      const event = {
        email,
        request: { userAttributes: { email, ...(verified !== undefined && { email_verified: verified }) } },
      };
      expect(await signUp(event)).toMatchObject({ outcome: admitted, sent: [] });
    },
  );

  test.each([['true'], [true]])('email_verified %o counts as verified', async (verified) => {
    const { email } = await member(instance);
    expect((await signUp({ email, verified })).outcome).toBe(linked);
  });
});

describe('an account of the same address that its owner may not have made', () => {
  test('a sign-up without its code is left alone', async () => {
    const { admin, clientId } = instance;
    const email = 'victim@example.com';
    const UserAttributes = [{ Name: 'email', Value: email }];
    await admin.send(new SignUpCommand({ ClientId: clientId, Username: 'mallory', Password: newPassword(), UserAttributes }));
    const { outcome, link } = await signUp({ email });
    expect({ outcome, link }).toEqual({ outcome: admitted, link: undefined });
  });

  test('an invitation that nobody has accepted is left alone, although it marks the address as verified', async () => {
    const { admin, userPoolId } = instance;
    const email = 'invited@example.com';
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ];
    await admin.send(new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: 'invited', UserAttributes }));
    const { outcome, link } = await signUp({ email });
    expect({ outcome, link }).toEqual({ outcome: admitted, link: undefined });
  });

  test('a user of another provider is not linked: that provider may say anything', async () => {
    const email = 'ann@example.com';
    const user = userWith(email, { UserStatus: 'EXTERNAL_PROVIDER' });
    const { outcome, link } = await signUp({ email }, { answers: { ListUsers: success({ Users: [user] }) } });
    expect({ outcome, link }).toEqual({ outcome: accountExists, link: undefined });
  });
});

describe('an account that cannot be linked keeps its owner from making another one', () => {
  test.each([
    ['a disabled one', async (user: User) => void (await instance.admin.send(new AdminDisableUserCommand(user)))],
    [
      'one whose password was reset',
      async (user: User) => void (await instance.admin.send(new AdminResetUserPasswordCommand(user))),
    ],
    ['one of two', async ({ email }: User) => void (await member(instance, email))],
  ])('%s', async (_, happens) => {
    const user = await member(instance);
    await happens(user);
    const { outcome, link } = await signUp({ email: user.email });
    expect({ outcome, link }).toEqual({ outcome: accountExists, link: undefined });
  });

  test('one that has an identity of this provider already', async () => {
    const email = 'ann@example.com';
    const identities = JSON.stringify([{ userId: '2', providerName: 'Google', providerType: 'Google', primary: false }]);
    const answers = { ListUsers: success({ Users: [userWith(email, {}, { identities })] }) };
    expect(await signUp({ email }, { answers })).toMatchObject({ outcome: accountExists, link: undefined });
    expect((await signUp({ email, userName: 'corp_1' }, { answers })).outcome).toBe(linked);
  });

  test('one among more users than can be looked at', async () => {
    const Users = [userWith('ann@example.com', { UserStatus: 'UNCONFIRMED' })];
    const answers = { ListUsers: success({ Users, PaginationToken: 'more' }) };
    const { outcome, sent } = await signUp({ email: 'ann@example.com' }, { answers });
    expect({ outcome, calls: sent.length }).toEqual({ outcome: accountExists, calls: 5 });
  });
});

describe('an address in another case', () => {
  test('is the same address for a pool that ignores case', async () => {
    const { email } = await member(instance);
    expect((await signUp({ email: email.toUpperCase() })).outcome).not.toBe(admitted);
  });

  test('is found but not linked where a pool distinguishes it', async () => {
    const { email } = await member(exact);
    const other = email.replace('ann', 'Ann');
    expect(await signUp({ email: other }, { pool: exact })).toMatchObject({ outcome: accountExists, link: undefined });
    expect((await signUp({ email, userName: 'Google_1' }, { pool: exact })).outcome).toBe(linked);
  });
});

test.each([
  'ann@example.com" or email ^= "',
  'x" email = "ann@example.com',
  'ann\\"@example.com',
  '"ann@example.com"@evil.example',
  'ann@example.com\n',
  // A Kelvin sign, whose lower case is a plain k.
  'mar\u212A@example.com',
])('%j never becomes a filter', async (email) => {
  expect(await signUp({ email })).toMatchObject({ outcome: admitted, sent: [] });
});

describe('a sign-up of the pool itself', () => {
  test.each(['PreSignUp_SignUp', 'PreSignUp_AdminCreateUser'])(
    '%s cannot take the user name of an identity',
    async (triggerSource) => {
      for (const userName of ['Google_1', 'google_1', 'Corp_ann_smith']) {
        const { outcome, sent } = await signUp({ email: 'ann@example.com', triggerSource, userName });
        expect({ outcome, sent }).toEqual({ outcome: 'This user name is reserved.', sent: [] });
      }
      for (const userName of ['google', 'googled_1', 'ann_google', '_google_1']) {
        expect((await signUp({ email: 'ann@example.com', triggerSource, userName })).outcome).toBe(admitted);
      }
    },
  );
});

describe('a failure of Cognito', () => {
  const arn = 'User: arn:aws:sts::123456789012:assumed-role/trigger is not authorized';

  test.each(['ListUsers', 'AdminLinkProviderForUser'])('of %s ends the sign-in without its text', async (operation) => {
    const { email } = await member(instance);
    const answers = { [operation]: exception('AccessDeniedException', arn) };
    const { outcome, logged } = await signUp({ email }, { answers });
    expect(outcome).toBe('Your account could not be looked up just now. Try again.');
    expect(logged).toEqual([{ trigger: 'PreSignUp', cause: { name: 'AccessDeniedException' } }]);
  });

  test('that will not change: the user has as many identities as a user may have', async () => {
    const { email } = await member(instance);
    const answers = { AdminLinkProviderForUser: exception('LimitExceededException', 'Too many identities.') };
    expect((await signUp({ email }, { answers })).outcome).toBe(accountExists);
  });
});

type User = Awaited<ReturnType<typeof member>>;

/** A user that this pool would not make. */
function userWith(email: string, changes: object, attributes: Readonly<Record<string, string>> = {}) {
  const all = { sub: 'a-sub', email, email_verified: 'true', ...attributes };
  const Attributes = Object.entries(all).map(([Name, Value]) => ({ Name, Value }));
  return { Username: 'ann', Enabled: true, UserStatus: 'CONFIRMED', Attributes, ...changes };
}
