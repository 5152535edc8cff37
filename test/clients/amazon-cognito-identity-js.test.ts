import { AuthenticationDetails, type CognitoUserSession } from 'amazon-cognito-identity-js';
import { afterEach, describe, expect, test } from 'vitest';
import { appCode } from '../support/authenticator-app.ts';
import { password } from '../support/cognito/pool.ts';
import { associate, done, memory, type Person, person, riddles, signedIn, verify } from './identity-js.ts';
import { type ClientWorld, clientWorld } from './world.ts';

// AWS's own browser client from before Amplify v6, unmodified. Only its `endpoint` is set.

let world: ClientWorld;

afterEach(() => world.close());

const srp = { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };

describe('amazon-cognito-identity-js', () => {
  test('signs in by SRP and refreshes', async () => {
    world = await clientWorld({}, srp);
    const { username } = await world.confirmedUser('ada');
    const ada = person(world, username);
    const { session } = signedIn(await ada.signIn());
    expect(session.isValid()).toBe(true);
    expect(session.getIdToken().payload['cognito:username']).toBe('ada');
    const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
      ada.user.refreshSession(session.getRefreshToken(), (error, result) => (error ? reject(error) : resolve(result)));
    });
    expect(refreshed.getAccessToken().getJwtToken()).not.toBe(session.getAccessToken().getJwtToken());
  });

  test('signs in by an alias', async () => {
    world = await clientWorld({}, srp);
    await world.confirmedUser('ada');
    const { session } = signedIn(await person(world, 'ada@example.com').signIn());
    expect(session.getIdToken().payload['cognito:username']).toBe('ada');
  });

  test('is refused a wrong password', async () => {
    world = await clientWorld({}, srp);
    await world.confirmedUser('ada');
    await expect(person(world, 'ada').signIn('Wrong passw0rd!')).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  });

  test('gives a new password', async () => {
    world = await clientWorld({}, srp);
    await world.invitedUser('grace', 'Temp0rary!');
    const grace = person(world, 'grace');
    expect((await grace.signIn('Temp0rary!')).at).toBe('newPasswordRequired');
    signedIn(await grace.goOn((callbacks) => grace.user.completeNewPasswordChallenge(password, {}, callbacks)));
    signedIn(await person(world, 'grace').signIn());
  });

  test.each([
    ['remembers its device', false],
    ['remembers its device when the user agrees', true],
  ])('%s, proves it at the next sign-in, and forgets it', async (_, DeviceOnlyRememberedOnUserPrompt) => {
    world = await clientWorld(
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt } },
      srp,
    );
    await world.confirmedUser('ada');
    const storage = memory();
    const first = person(world, 'ada', storage);
    const before = signedIn(await first.signIn());
    expect(before.deviceToConfirm).toBe(DeviceOnlyRememberedOnUserPrompt);
    if (before.deviceToConfirm) await done((callbacks) => first.user.setDeviceStatusRemembered(callbacks));
    const key = before.session.getAccessToken().payload['device_key'];
    expect(key).toMatch(/^eu-west-1_/);

    world.operations.length = 0;
    const again = person(world, 'ada', storage);
    const { session } = signedIn(await again.signIn());
    expect(session.getAccessToken().payload['device_key']).toBe(key);
    expect(world.operations).toEqual([
      'InitiateAuth USER_SRP_AUTH',
      'RespondToAuthChallenge PASSWORD_VERIFIER',
      'RespondToAuthChallenge DEVICE_SRP_AUTH',
      'RespondToAuthChallenge DEVICE_PASSWORD_VERIFIER',
    ]);
    await new Promise((resolve, reject) => {
      again.user.refreshSession(session.getRefreshToken(), (error, result) => (error ? reject(error) : resolve(result)));
    });

    await done((callbacks) => again.user.forgetDevice(callbacks));
    const after = signedIn(await person(world, 'ada', storage).signIn());
    expect(after.session.getAccessToken().payload['device_key']).not.toBe(key);
  });

  test('starts again if its device was forgotten elsewhere', async () => {
    world = await clientWorld(
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } },
      srp,
    );
    await world.confirmedUser('ada');
    const storage = memory();
    const { session } = signedIn(await person(world, 'ada', storage).signIn());
    const key = session.getAccessToken().payload['device_key'];
    await world.cognito.adminForgetDevice({ UserPoolId: world.userPoolId, Username: 'ada', DeviceKey: key });
    const after = signedIn(await person(world, 'ada', storage).signIn());
    expect(after.session.getAccessToken().payload['device_key']).not.toBe(key);
  });

  const mfa = {
    EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sns' },
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 1 },
        { Name: 'verified_phone_number', Priority: 2 },
      ],
    },
  };

  test('sets up an authenticator app while signed in, and is asked for its code', async () => {
    world = await clientWorld({ ...mfa, MfaConfiguration: 'OPTIONAL' }, srp);
    await world.confirmedUser('ada');
    const ada = person(world, 'ada');
    signedIn(await ada.signIn());
    const secret = await associate(ada);
    await verify(ada, appCode(secret, 0, world.now()));
    await new Promise((resolve, reject) => {
      ada.user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, (error, result) =>
        error ? reject(error) : resolve(result),
      );
    });

    world.advance(30);
    const again = person(world, 'ada');
    expect((await again.signIn()).at).toBe('totpRequired');
    const send = (code: string) => again.goOn((callbacks) => again.user.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA'));
    await expect(send(appCode(secret, 0, world.now() + 3_600_000))).rejects.toMatchObject({ code: 'CodeMismatchException' });
    const { session } = signedIn(await send(appCode(secret, 0, world.now())));
    expect(session.getAccessToken().payload['username']).toBe('ada');
  });

  test('sets up an authenticator app because the pool requires it', async () => {
    world = await clientWorld({ ...mfa, EnabledMfas: ['SOFTWARE_TOKEN_MFA'], MfaConfiguration: 'ON' }, srp);
    await world.confirmedUser('ada');
    const ada = person(world, 'ada');
    expect((await ada.signIn()).at).toBe('mfaSetup');
    const secret = await associate(ada);
    await verify(ada, appCode(secret, 0, world.now()));
    expect(ada.user.getSignInUserSession()?.isValid()).toBe(true);

    world.advance(30);
    const again = person(world, 'ada');
    expect((await again.signIn()).at).toBe('totpRequired');
    const code = appCode(secret, 0, world.now());
    signedIn(await again.goOn((callbacks) => again.user.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA')));
  });

  test('answers with a code by SMS, and chooses between two factors', async () => {
    world = await clientWorld({ ...mfa, MfaConfiguration: 'OPTIONAL' }, srp);
    await world.confirmedUser('ada', { phone_number: '+15555550100', phone_number_verified: 'true' });
    const prefer = (ada: Person, totpToo: boolean) =>
      new Promise((resolve, reject) => {
        const other = totpToo ? { Enabled: true, PreferredMfa: false } : null;
        ada.user.setUserMfaPreference({ Enabled: true, PreferredMfa: false }, other, (error, result) =>
          error ? reject(error) : resolve(result),
        );
      });
    const first = person(world, 'ada');
    signedIn(await first.signIn());
    const secret = await associate(first);
    await verify(first, appCode(secret, 0, world.now()));
    await prefer(first, false);

    const ada = person(world, 'ada');
    expect((await ada.signIn()).at).toBe('mfaRequired');
    const code = world.codeFor('+15555550100');
    signedIn(await ada.goOn((callbacks) => ada.user.sendMFACode(code, callbacks)));
    await prefer(ada, true);

    world.advance(30);
    for (const [choice, at] of [
      ['SMS_MFA', 'mfaRequired'],
      ['SOFTWARE_TOKEN_MFA', 'totpRequired'],
    ] as const) {
      const chooser = person(world, 'ada');
      expect((await chooser.signIn()).at).toBe('selectMFAType');
      expect((await chooser.goOn((callbacks) => chooser.user.sendMFASelectionAnswer(choice, callbacks))).at).toBe(at);
      const typed = choice === 'SMS_MFA' ? world.codeFor('+15555550100') : appCode(secret, 0, world.now());
      signedIn(await chooser.goOn((callbacks) => chooser.user.sendMFACode(typed, callbacks, choice)));
    }
  });

  test('skips the code on a remembered device', async () => {
    world = await clientWorld(
      {
        ...mfa,
        MfaConfiguration: 'ON',
        EnabledMfas: ['SMS_MFA'],
        DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
      },
      srp,
    );
    await world.confirmedUser('ada', { phone_number: '+15555550100', phone_number_verified: 'true' });
    const storage = memory();
    const ada = person(world, 'ada', storage);
    expect((await ada.signIn()).at).toBe('mfaRequired');
    const code = world.codeFor('+15555550100');
    const { session } = signedIn(await ada.goOn((callbacks) => ada.user.sendMFACode(code, callbacks)));
    const sent = world.outbox.length;
    const again = signedIn(await person(world, 'ada', storage).signIn());
    expect(again.session.getAccessToken().payload['device_key']).toBe(session.getAccessToken().payload['device_key']);
    expect(world.outbox).toHaveLength(sent);
    expect((await person(world, 'ada').signIn()).at).toBe('mfaRequired');
  });

  test('answers custom challenges, wrong and right, without a password and after one', async () => {
    world = await clientWorld({}, srp, riddles);
    await world.confirmedUser('ada');
    for (const passwordFirst of [false, true]) {
      const ada = person(world, 'ada');
      ada.user.setAuthenticationFlowType('CUSTOM_AUTH');
      const details = new AuthenticationDetails({ Username: 'ada', Password: password });
      const begun = await ada.goOn((callbacks) =>
        passwordFirst ? ada.user.authenticateUser(details, callbacks) : ada.user.initiateAuth(details, callbacks),
      );
      expect(begun.at).toBe('customChallenge');
      const wrong = await ada.goOn((callbacks) => ada.user.sendCustomChallengeAnswer('41', callbacks));
      expect(wrong.at).toBe('customChallenge');
      const { session } = signedIn(await ada.goOn((callbacks) => ada.user.sendCustomChallengeAnswer('42', callbacks)));
      expect(session.getIdToken().payload['cognito:username']).toBe('ada');
    }
  });
});
