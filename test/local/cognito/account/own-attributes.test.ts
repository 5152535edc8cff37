import { describe, expect, test } from 'vitest';
import { attributesOf, listed, notThis } from '../../../support/cognito/people.ts';
import { createTestPool, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';
import { expired, keepsUntilVerified, mismatch, withAda } from './ada-and-her-attributes.ts';

const unwritable = { name: 'NotAuthorizedException', message: 'A client attempted to write unauthorized attribute' };

const signsIn = (world: TestPool, name: string) =>
  signedIn(world, name).then(
    () => true,
    () => false,
  );

describe('UpdateUserAttributes', () => {
  test('sets, removes, and says nothing of codes where none was sent', async () => {
    const ada = await withAda();
    const { $metadata, ...answer } = await ada.update({ name: 'Ada', nickname: 'A' });
    expect([$metadata.httpStatusCode, answer]).toEqual([200, {}]);
    await ada.update({ nickname: '' });
    const { sub, ...rest } = await ada.attributes();
    expect(rest).toEqual({ email: 'ada@example.com', email_verified: 'true', name: 'Ada' });
  });

  test('a new address takes effect at once, but is unverified until its code is answered', async () => {
    const ada = await withAda();
    const { CodeDeliveryDetailsList } = await ada.update({ email: 'new@work.example' });
    expect(CodeDeliveryDetailsList).toEqual([{ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@w***' }]);
    expect(ada.outbox).toMatchObject(
      [{ to: 'new@work.example', kind: 'UpdateUserAttribute', subject: 'Your verification code', body: /\d{6}$/ }].map(
        (message) => ({ ...message, body: expect.stringMatching(message.body) }),
      ),
    );
    expect(await ada.attributes()).toMatchObject({ email: 'new@work.example', email_verified: 'false' });
    // An alias counts once it is verified.
    expect([await signsIn(ada, 'new@work.example'), await signsIn(ada, 'ada@example.com')]).toEqual([false, false]);
    await ada.verify(ada.codeFor('new@work.example'));
    expect(await ada.attributes()).toMatchObject({ email: 'new@work.example', email_verified: 'true' });
    expect(await signsIn(ada, 'new@work.example')).toBe(true);
  });

  test('where the pool keeps an address until the new one is proven, the old one stays in force', async () => {
    const ada = await withAda(keepsUntilVerified);
    await ada.update({ email: 'new@work.example', name: 'Ada' });
    expect(await ada.attributes()).toMatchObject({ email: 'ada@example.com', email_verified: 'true', name: 'Ada' });
    expect([await signsIn(ada, 'new@work.example'), await signsIn(ada, 'ada@example.com')]).toEqual([false, true]);
    await ada.verify(ada.codeFor('new@work.example'));
    expect(await ada.attributes()).toMatchObject({ email: 'new@work.example', email_verified: 'true' });
    expect([await signsIn(ada, 'new@work.example'), await signsIn(ada, 'ada@example.com')]).toEqual([true, false]);
  });

  test('a code for a new password that went to the old address outlives it, unless a newer one is sent', async () => {
    const ada = await withAda();
    const { cognito, clientId: ClientId } = ada;
    const forgot = async () => {
      await cognito.forgotPassword({ ClientId, Username: 'ada' });
      return ada.outbox.at(-1)?.code ?? '';
    };
    const confirm = (ConfirmationCode: string) =>
      cognito.confirmForgotPassword({ ClientId, Username: 'ada', ConfirmationCode, Password: 'An0ther passw0rd!' });
    const [first, second] = [await forgot(), await forgot()];
    await ada.update({ email: 'new@work.example' });
    await ada.verify(ada.codeFor('new@work.example'));
    if (first !== second) expect(await refusal(confirm(first))).toMatchObject({ name: 'CodeMismatchException' });
    await confirm(second);
    expect(ada.outbox.at(-2)?.to).toBe('ada@example.com');
  });

  test('the code of an address that was left again proves nothing', async () => {
    const ada = await withAda(keepsUntilVerified);
    await ada.update({ email: 'first@work.example' });
    const first = ada.codeFor('first@work.example');
    await ada.update({ email: 'second@work.example' });
    expect(await refusal(ada.verify(notThis(ada.codeFor('second@work.example'))))).toEqual(mismatch);
    if (first !== ada.codeFor('second@work.example')) expect(await refusal(ada.verify(first))).toEqual(mismatch);
    await ada.update({ email: 'ada@example.com' });
    expect(await refusal(ada.verify(ada.codeFor('second@work.example')))).toEqual(expired);
    expect(ada.outbox).toHaveLength(2);
  });

  test('two new addresses get a code each', async () => {
    const ada = await withAda({ AutoVerifiedAttributes: ['email', 'phone_number'] });
    const { CodeDeliveryDetailsList } = await ada.update({ email: 'new@work.example', phone_number: '+441234567890' });
    expect(CodeDeliveryDetailsList?.map(({ DeliveryMedium }) => DeliveryMedium)).toEqual(['EMAIL', 'SMS']);
    await ada.verify(ada.codeFor('+441234567890'), 'phone_number');
    expect(await ada.attributes()).toMatchObject({ email_verified: 'false', phone_number_verified: 'true' });
  });

  test('an address that the pool does not verify by itself gets no code', async () => {
    const ada = await withAda({ AutoVerifiedAttributes: [] });
    expect((await ada.update({ email: 'new@work.example' })).CodeDeliveryDetailsList).toBeUndefined();
    expect(ada.outbox).toEqual([]);
    expect(await ada.attributes()).toMatchObject({ email: 'new@work.example', email_verified: 'false' });
  });

  test.each<[Record<string, string>, { name: string; message: string }]>([
    [{ email_verified: 'true' }, unwritable],
    [{ sub: 'x' }, unwritable],
    [{ nickname: 'x' }, unwritable],
    [{ 'custom:plan': 'free' }, { name: 'InvalidParameterException', message: 'user.custom:plan: Attribute cannot be updated.' }],
    [
      { name: '' },
      { name: 'InvalidParameterException', message: 'Invalid user attributes: name: Required attribute cannot be deleted.' },
    ],
    [{ email: 'nowhere' }, { name: 'InvalidParameterException', message: 'Invalid email address format.' }],
    [
      { 'custom:age': '7' },
      {
        name: 'InvalidParameterException',
        message: 'Attributes did not conform to the schema: custom:age: Number must be at least 18.',
      },
    ],
  ])('refuses %j and changes nothing', async (set, expected) => {
    const Schema = [
      { Name: 'name', Required: true, Mutable: true },
      { Name: 'plan', AttributeDataType: 'String' },
      { Name: 'age', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MinValue: '18' } },
    ];
    const WriteAttributes = ['name', 'email', 'custom:plan', 'custom:age'];
    const ada = await withAda({ Schema }, { WriteAttributes }, { name: 'Ada', email: 'a@x.example', email_verified: 'true' });
    const before = await ada.attributes();
    expect(await refusal(ada.update({ email: 'new@x.example', ...set }))).toEqual(expected);
    expect([await ada.attributes(), ada.outbox]).toEqual([before, []]);
  });

  test('refuses a name that is another user’s, at once where it needs no proof, with its code where it does', async () => {
    const alias = { name: 'AliasExistsException', message: 'An account with the given email already exists.' };
    const ada = await withAda({ AliasAttributes: ['email', 'preferred_username'] });
    await ada.confirmedUser('eve', { email: 'eve@example.com', email_verified: 'true', preferred_username: 'evie' });
    const taken = await refusal(ada.update({ preferred_username: 'evie' }));
    expect(taken).toEqual({ ...alias, message: 'An account with the given preferred_username already exists.' });
    await ada.update({ email: 'eve@example.com' });
    const code = ada.codeFor('eve@example.com');
    expect(await refusal(ada.verify(code))).toEqual(alias);
    await ada.cognito.adminDeleteUser({ UserPoolId: ada.userPoolId, Username: 'eve' });
    await ada.verify(code);
  });

  test('in a pool whose users sign in with an address, a kept address is taken only by its proof', async () => {
    const pool = { AliasAttributes: [], UsernameAttributes: ['email'], ...keepsUntilVerified };
    const world = createTestPool(pool);
    await world.confirmedUser('ada@example.com', {});
    await world.confirmedUser('eve@example.com', {});
    const { AccessToken } = await signedIn(world, 'ada@example.com');
    await world.cognito.updateUserAttributes({ AccessToken, UserAttributes: listed({ email: 'eve@example.com' }) });
    const verify = (to: string) =>
      world.cognito.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code: world.codeFor(to) });
    expect((await refusal(verify('eve@example.com'))).name).toBe('AliasExistsException');
    await world.cognito.updateUserAttributes({ AccessToken, UserAttributes: listed({ email: 'new@example.com' }) });
    expect(await signsIn(world, 'ada@example.com')).toBe(true);
    await verify('new@example.com');
    expect([await signsIn(world, 'new@example.com'), await signsIn(world, 'ada@example.com')]).toEqual([true, false]);
  });
});

describe('AdminUpdateUserAttributes', () => {
  test('a new address gets a code, unless the administrator vouches for it', async () => {
    const ada = await withAda(keepsUntilVerified);
    const update = (set: Record<string, string>) =>
      ada.cognito.adminUpdateUserAttributes({ UserPoolId: ada.userPoolId, Username: 'ada', UserAttributes: listed(set) });
    await update({ email: 'new@work.example' });
    expect(await ada.attributes()).toMatchObject({ email: 'ada@example.com', email_verified: 'true' });
    await ada.verify(ada.codeFor('new@work.example'));
    await update({ email: 'sure@work.example', email_verified: 'true' });
    expect(await ada.attributes()).toMatchObject({ email: 'sure@work.example', email_verified: 'true' });
    expect(ada.outbox).toHaveLength(1);
  });

  test('the code of a sign-up does not prove an address that an administrator has put in its place', async () => {
    const world = createTestPool();
    const { cognito, clientId, userPoolId } = world;
    const UserAttributes = listed({ email: 'typo@example.com' });
    await cognito.signUp({ ClientId: clientId, Username: 'grace', Password: 'Passw0rd! is right', UserAttributes });
    const ConfirmationCode = world.codeFor('typo@example.com');
    await cognito.adminUpdateUserAttributes({
      UserPoolId: userPoolId,
      Username: 'grace',
      UserAttributes: listed({ email: 'grace@example.com' }),
    });
    await cognito.confirmSignUp({ ClientId: clientId, Username: 'grace', ConfirmationCode });
    expect(await attributesOf(world, 'grace')).toMatchObject({ email: 'grace@example.com', email_verified: 'false' });
  });
});

describe('DeleteUserAttributes and AdminDeleteUserAttributes', () => {
  test('remove attributes, an address with its flag, its name and its code', async () => {
    const ada = await withAda({}, {}, { email: 'ada@example.com', email_verified: 'true', name: 'Ada', gender: 'f' });
    await ada.askCode();
    await ada.remove('email', 'gender');
    const { sub, ...rest } = await ada.attributes();
    expect(rest).toEqual({ name: 'Ada' });
    expect(await signsIn(ada, 'ada@example.com')).toBe(false);
    expect(await refusal(ada.verify(ada.codeFor('ada@example.com')))).toEqual(expired);
    const UserAttributeNames = ['name', 'nickname'];
    await ada.cognito.adminDeleteUserAttributes({ UserPoolId: ada.userPoolId, Username: 'ada', UserAttributeNames });
    expect(await ada.attributes()).toEqual({ sub });
  });

  test.each([
    ['email_verified', unwritable, null],
    ['nickname', unwritable, null],
    [
      'custom:none',
      unwritable,
      { name: 'InvalidParameterException', message: 'Type for attribute {custom:none} could not be determined' },
    ],
    [
      'custom:plan',
      { name: 'InvalidParameterException', message: 'user.custom:plan: Attribute cannot be updated.' },
      { name: 'InvalidParameterException', message: 'user.custom:plan: Attribute cannot be updated.' },
    ],
    [
      'name',
      { name: 'InvalidParameterException', message: 'Invalid user attributes: name: Required attribute cannot be deleted.' },
      { name: 'InvalidParameterException', message: 'Invalid user attributes: name: Required attribute cannot be deleted.' },
    ],
  ])('refuse %s', async (attribute, forUser, forAdmin) => {
    const Schema = [
      { Name: 'name', Required: true, Mutable: true },
      { Name: 'plan', AttributeDataType: 'String' },
    ];
    const ada = await withAda(
      { Schema },
      { WriteAttributes: ['name', 'email', 'custom:plan'] },
      { name: 'Ada', email: 'a@x.example' },
    );
    expect(await refusal(ada.remove('email', attribute))).toEqual(forUser);
    expect(await ada.attributes()).toMatchObject({ email: 'a@x.example' });
    const UserAttributeNames = [attribute];
    const byAdmin = ada.cognito.adminDeleteUserAttributes({ UserPoolId: ada.userPoolId, Username: 'ada', UserAttributeNames });
    if (forAdmin) expect(await refusal(byAdmin)).toEqual(forAdmin);
    else await byAdmin;
  });
});
