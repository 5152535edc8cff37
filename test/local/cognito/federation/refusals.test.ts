import { describe, expect, test } from 'vitest';
import { issueTokens, recordSignIn } from '../../../../local/cognito/tokens/tokens.ts';
import { clientOf } from '../../../../local/cognito/users/accounts.ts';
import { createFederatedPool, type FederatedPool } from '../../../support/cognito/federated-pool.ts';
import { allFactors, allFlows } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal } from '../../../support/cognito/pool.ts';

const email = 'ada@corp.example.com';
const Username = 'corp_a-1';
const passkeys = { WebAuthnRelyingPartyID: 'auth.example.com' };
const Policies = { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] } };

/** Ada signs in through Corp, which says that the address is hers, and has an access token. */
async function withAda(client: Record<string, unknown> = { PreventUserExistenceErrors: 'LEGACY' }) {
  const pool = createFederatedPool({}, { ...allFactors, AliasAttributes: [], ...passkeys, Policies }, { ...allFlows, ...client });
  const user = await pool.arrive('A-1', { email, email_verified: true, phone_number: '+15550100' });
  const ofClient = clientOf(pool.services, pool.clientId).client;
  const { signIn } = recordSignIn(pool.services, ofClient, user, ['fed']);
  const { AccessToken } = await issueTokens(pool.services, ofClient, user, signIn);
  return { ...pool, AccessToken, admin: { UserPoolId: pool.userPoolId, Username }, own: { ClientId: pool.clientId, Username } };
}
type Ada = Awaited<ReturnType<typeof withAda>>;

const notAllowed = (deed: string) => ({ name: 'NotAuthorizedException', message: `User is not authorized to ${deed}.` });
const cannotReset = { name: 'NotAuthorizedException', message: 'User password cannot be reset in the current state.' };
const enabled = { Enabled: true };

const operations: [string, (ada: Ada) => Promise<unknown>, { name: string; message: string }][] = [
  [
    'ChangePassword',
    ({ cognito, AccessToken }) => cognito.changePassword({ AccessToken, ProposedPassword: password }),
    notAllowed('change password'),
  ],
  ['ForgotPassword', ({ cognito, own }) => cognito.forgotPassword(own), cannotReset],
  ['AdminResetUserPassword', ({ cognito, admin }) => cognito.adminResetUserPassword(admin), cannotReset],
  [
    'ConfirmSignUp',
    ({ cognito, own }) => cognito.confirmSignUp({ ...own, ConfirmationCode: '123456' }),
    { name: 'NotAuthorizedException', message: 'User cannot be confirmed. Current status is EXTERNAL_PROVIDER' },
  ],
  [
    'ResendConfirmationCode',
    ({ cognito, own }) => cognito.resendConfirmationCode(own),
    { name: 'InvalidParameterException', message: 'User is already confirmed.' },
  ],
  [
    'AdminConfirmSignUp',
    ({ cognito, admin }) => cognito.adminConfirmSignUp(admin),
    { name: 'NotAuthorizedException', message: 'User cannot be confirmed. Current status is EXTERNAL_PROVIDER' },
  ],
  [
    'AssociateSoftwareToken',
    ({ cognito, AccessToken }) => cognito.associateSoftwareToken({ AccessToken }),
    notAllowed('set up MFA'),
  ],
  [
    'VerifySoftwareToken',
    ({ cognito, AccessToken }) => cognito.verifySoftwareToken({ AccessToken, UserCode: '123456' }),
    notAllowed('set up MFA'),
  ],
  [
    'SetUserMFAPreference',
    ({ cognito, AccessToken }) => cognito.setUserMFAPreference({ AccessToken, EmailMfaSettings: enabled }),
    notAllowed('set up MFA'),
  ],
  [
    'AdminSetUserMFAPreference',
    ({ cognito, admin }) => cognito.adminSetUserMFAPreference({ ...admin, EmailMfaSettings: enabled }),
    notAllowed('set up MFA'),
  ],
  [
    'StartWebAuthnRegistration',
    ({ cognito, AccessToken }) => cognito.startWebAuthnRegistration({ AccessToken }),
    notAllowed('register a passkey'),
  ],
  [
    'CompleteWebAuthnRegistration',
    ({ cognito, AccessToken }) => cognito.completeWebAuthnRegistration({ AccessToken, Credential: {} }),
    notAllowed('register a passkey'),
  ],
  [
    'GetUserAttributeVerificationCode',
    ({ cognito, AccessToken }) => cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' }),
    notAllowed('verify this address'),
  ],
];

describe('a user of an external provider', () => {
  test.each(operations)('is refused by %s, and gets no message', async (_, run, expected) => {
    const ada = await withAda();
    expect(await refusal(run(ada))).toEqual(expected);
    expect(ada.outbox).toEqual([]);
    expect((await ada.cognito.adminGetUser(ada.admin)).UserStatus).toBe('EXTERNAL_PROVIDER');
  });

  const SRP_A = 'a'.repeat(256);
  const flows = [
    ['USER_PASSWORD_AUTH', { PASSWORD: password }],
    ['USER_SRP_AUTH', { SRP_A }],
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' }],
    ['USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }],
  ] as const;
  const begin = ({ cognito, clientId }: FederatedPool, AuthFlow: (typeof flows)[number][0], USERNAME: string, more: object) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow, AuthParameters: { USERNAME, ...more } });

  test.each(flows)('does not sign in by %s %o', async (flow, parameters) => {
    const ada = await withAda();
    expect(await refusal(begin(ada, flow, Username, parameters))).toEqual(notAllowed('get auth details'));
    // The address is no name of theirs.
    expect((await refusal(begin(ada, flow, email, parameters))).name).toBe('UserNotFoundException');
    expect(ada.outbox).toEqual([]);
  });

  test('is no different from an unknown user where the client hides who exists', async () => {
    const ada = await withAda({ PreventUserExistenceErrors: 'ENABLED' });
    const { cognito, clientId: ClientId } = ada;
    const told = async (name: string) => ({
      password: await refusal(begin(ada, 'USER_PASSWORD_AUTH', name, { PASSWORD: password })),
      choice: Object.keys(await begin(ada, 'USER_AUTH', name, {})),
      code: (await begin(ada, 'USER_AUTH', name, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })).ChallengeName,
      reset: Object.keys((await cognito.forgotPassword({ ClientId, Username: name })).CodeDeliveryDetails ?? {}),
      resetWith: await refusal(
        cognito.confirmForgotPassword({ ClientId, Username: name, ConfirmationCode: '000000', Password: password }),
      ),
    });
    expect(await told(Username)).toEqual(await told('corp_nobody'));
    expect(ada.outbox).toEqual([]);
  });

  test('has no factors, and keeps a mapped address of somebody else from nobody', async () => {
    const ada = await withAda();
    const { cognito, admin, userPoolId: UserPoolId, clientId: ClientId } = ada;
    expect((await cognito.adminGetUserAuthFactors(admin)).ConfiguredUserAuthFactors).toEqual([]);
    await cognito.signUp({ ClientId, Username: email, Password: password, UserAttributes: [{ Name: 'email', Value: email }] });
    const { Users = [] } = await cognito.listUsers({ UserPoolId, Filter: `email = "${email}"` });
    expect(Users.map(({ UserStatus }) => UserStatus)).toEqual(['EXTERNAL_PROVIDER', 'UNCONFIRMED']);
  });

  test('gets a password from an administrator, and signs in in both ways from then on', async () => {
    const ada = await withAda();
    await ada.cognito.adminSetUserPassword({ ...ada.admin, Password: password, Permanent: true });
    expect((await begin(ada, 'USER_PASSWORD_AUTH', Username, { PASSWORD: password })).AuthenticationResult).toBeDefined();
    expect(await ada.arrive('A-1', { email, email_verified: true })).toMatchObject({ username: Username, status: 'CONFIRMED' });
  });

  test('deletes their account, and may come again as a new user', async () => {
    const ada = await withAda();
    const { sub } = await ada.arrive('A-1');
    await ada.cognito.deleteUser({ AccessToken: ada.AccessToken });
    expect((await ada.arrive('A-1')).sub).not.toBe(sub);
  });
});

describe('attributes of an external user', () => {
  const long = 'x'.repeat(2049);
  const wrong: [string, Record<string, unknown>][] = [
    ['is too long', { displayName: long }],
    ['is no address', { email: 'Ada <ada@corp.example.com>' }],
    ['is a list where an address belongs', { email: ['ada@corp.example.com'] }],
  ];
  test.each(wrong)('are refused when one %s, and then there is no user', async (_, claims) => {
    const pool = createFederatedPool();
    expect((await refusal(pool.arrive('A-1', claims))).name).toBe('InvalidParameterException');
    expect((await pool.cognito.listUsers({ UserPoolId: pool.userPoolId })).Users).toEqual([]);
  });

  const subjects = { 'an empty': '', 'a too long': 'x'.repeat(128), 'a spaced': 'a b', 'a broken': 'a\nb', 'a NUL': '\u0000' };
  test.each(Object.entries(subjects))('%s identifier is refused', async (_, subject) => {
    const pool = createFederatedPool();
    expect((await refusal(pool.arrive(subject))).name).toBe('InvalidParameterException');
  });

  test('take nothing from inherited members, and never name the user', async () => {
    const pool = createFederatedPool();
    const mapping = { email: 'constructor', name: '__proto__', nickname: 'groups', profile: 'address' };
    await pool.cognito.updateIdentityProvider({ UserPoolId: pool.userPoolId, ProviderName: 'Corp', AttributeMapping: mapping });
    const claims = { groups: ['a, b', 'c]'], address: { country: 'UK' }, sub: 'other', username: 'admin', identities: [] };
    const { username, attributes } = await pool.arrive('A-1', claims);
    expect(username).toBe('corp_a-1');
    expect(attributes).toEqual({ nickname: '[a%2C%20b, c%5D]', profile: '{"country":"UK"}' });
  });

  test('count as unverified unless the provider says so each time', async () => {
    const pool = createFederatedPool({}, { UsernameAttributes: [] });
    await pool.confirmedUser('ada');
    const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' };
    const SourceUser = { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '105' };
    await pool.cognito.adminLinkProviderForUser({ UserPoolId: pool.userPoolId, DestinationUser, SourceUser });
    const provider = { poolId: pool.userPoolId, name: 'Google' };
    const { attributes } = await pool.arrive('105', { email: 'ada@example.com', email_verified: true }, { provider });
    // Google is not mapped to say so.
    expect(attributes['email_verified']).toBe('false');
    expect((await pool.arrive('E-1', { email_verified: 'true' })).attributes).toEqual({});
    expect((await pool.arrive('E-2', { email: 'e@example.com', email_verified: 'yes' })).attributes['email_verified']).toBe(
      'false',
    );
  });

  test('that are required must come with the first sign-in, and those that cannot change fail the second', async () => {
    const Schema = [
      { Name: 'name', Required: true, Mutable: true },
      { Name: 'email', Mutable: false },
    ];
    const pool = createFederatedPool({}, { UsernameAttributes: [], Schema });
    expect(await refusal(pool.arrive('A-1', { email }))).toEqual({
      name: 'InvalidParameterException',
      message: 'attributes required: [name]',
    });
    await pool.arrive('A-1', { email, displayName: 'Ada' });
    const cannotUpdate = { name: 'InvalidParameterException', message: 'user.email: Attribute cannot be updated.' };
    expect(await refusal(pool.arrive('A-1', { email, displayName: 'Ada' }))).toEqual(cannotUpdate);
    const bare = createFederatedPool({}, {}, { WriteAttributes: ['name'] });
    await bare.arrive('A-1', { email, displayName: 'Ada' });
    expect(await refusal(bare.arrive('A-1', { email, displayName: 'Ada' }))).toEqual(cannotUpdate);
  });

  test('of a linked user cannot take the address with which somebody else signs in', async () => {
    const pool = createFederatedPool();
    await pool.confirmedUser('ada@example.com', { email: 'ada@example.com' });
    const eve = await pool.confirmedUser('eve@example.com', { email: 'eve@example.com' });
    const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: eve.username };
    const SourceUser = { ProviderName: 'Corp', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: 'E-1' };
    await pool.cognito.adminLinkProviderForUser({ UserPoolId: pool.userPoolId, DestinationUser, SourceUser });
    expect((await refusal(pool.arrive('E-1', { email: 'ada@example.com', email_verified: true }))).name).toBe(
      'AliasExistsException',
    );
  });
});
