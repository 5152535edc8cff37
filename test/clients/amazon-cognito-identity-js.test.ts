import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js';
import { afterEach, describe, expect, test } from 'vitest';
import { appCode } from '../support/authenticator-app.ts';
import { password } from '../support/cognito/pool.ts';
import type { TriggerFunction } from '../support/cognito/trigger-pool.ts';
import { type ClientWorld, clientWorld } from './world.ts';

// AWS's own browser client of before Amplify v6, unmodified. Only its `endpoint` is told.

let world: ClientWorld;

afterEach(() => world.close());

const srp = { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };

/** A person at a browser. */
interface Person {
  readonly user: CognitoUser;
  signIn(typed?: string): Promise<Step>;
  /** Goes on from a step by one of the client's methods that take callbacks. */
  goOn(answer: (callbacks: Callbacks) => void): Promise<Step>;
}

type Callbacks = Required<Parameters<CognitoUser['authenticateUser']>[1]>;

/** The callback that the client called, and what it said. */
type Step =
  | { readonly at: 'signedIn'; readonly session: CognitoUserSession; readonly deviceToConfirm: boolean }
  | { readonly at: 'newPasswordRequired' | 'mfaRequired' | 'totpRequired' | 'customChallenge' | 'mfaSetup' | 'selectMFAType' };

function person(username: string, storage = memory()): Person {
  const Pool = new CognitoUserPool({
    UserPoolId: world.userPoolId,
    ClientId: world.clientId,
    endpoint: world.endpoint,
    Storage: storage,
  });
  const user = new CognitoUser({ Username: username, Pool, Storage: storage });
  const goOn: Person['goOn'] = (answer) =>
    new Promise((resolve, reject) => {
      answer({
        onSuccess: (session, deviceToConfirm = false) => resolve({ at: 'signedIn', session, deviceToConfirm }),
        onFailure: reject,
        newPasswordRequired: () => resolve({ at: 'newPasswordRequired' }),
        mfaRequired: () => resolve({ at: 'mfaRequired' }),
        totpRequired: () => resolve({ at: 'totpRequired' }),
        customChallenge: () => resolve({ at: 'customChallenge' }),
        mfaSetup: () => resolve({ at: 'mfaSetup' }),
        selectMFAType: () => resolve({ at: 'selectMFAType' }),
      });
    });
  return {
    user,
    goOn,
    signIn: (typed = password) =>
      goOn((callbacks) => user.authenticateUser(new AuthenticationDetails({ Username: username, Password: typed }), callbacks)),
  };
}

/** The browser's local storage. */
function memory(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    setItem: (name, value) => items.set(name, value),
    getItem: (name) => items.get(name) ?? null,
    removeItem: (name) => items.delete(name),
    clear: () => items.clear(),
  };
}

/** Fails unless the client is signed in. */
function signedIn(step: Step) {
  if (step.at !== 'signedIn') throw new Error(`The client is at ${step.at}.`);
  return step;
}

const done = (call: (callbacks: { onSuccess: (text: string) => void; onFailure: (error: unknown) => void }) => void) =>
  new Promise<string>((resolve, reject) => call({ onSuccess: resolve, onFailure: reject }));

function associate({ user }: Person): Promise<string> {
  return new Promise((resolve, reject) => user.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject }));
}

function verify({ user }: Person, code: string): Promise<unknown> {
  return new Promise((resolve, reject) => user.verifySoftwareToken(code, 'Phone', { onSuccess: resolve, onFailure: reject }));
}

describe('amazon-cognito-identity-js', () => {
  test('signs in by SRP and refreshes', async () => {
    world = await clientWorld({}, srp);
    const { username } = await world.confirmedUser('ada');
    const ada = person(username);
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
    const { session } = signedIn(await person('ada@example.com').signIn());
    expect(session.getIdToken().payload['cognito:username']).toBe('ada');
  });

  test('is refused a wrong password', async () => {
    world = await clientWorld({}, srp);
    await world.confirmedUser('ada');
    await expect(person('ada').signIn('Wrong passw0rd!')).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  });

  test('gives a new password', async () => {
    world = await clientWorld({}, srp);
    await world.invitedUser('grace', 'Temp0rary!');
    const grace = person('grace');
    expect((await grace.signIn('Temp0rary!')).at).toBe('newPasswordRequired');
    signedIn(await grace.goOn((callbacks) => grace.user.completeNewPasswordChallenge(password, {}, callbacks)));
    signedIn(await person('grace').signIn());
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
    const first = person('ada', storage);
    const before = signedIn(await first.signIn());
    expect(before.deviceToConfirm).toBe(DeviceOnlyRememberedOnUserPrompt);
    if (before.deviceToConfirm) await done((callbacks) => first.user.setDeviceStatusRemembered(callbacks));
    const key = before.session.getAccessToken().payload['device_key'];
    expect(key).toMatch(/^eu-west-1_/);

    world.operations.length = 0;
    const again = person('ada', storage);
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
    const after = signedIn(await person('ada', storage).signIn());
    expect(after.session.getAccessToken().payload['device_key']).not.toBe(key);
  });

  test('begins anew when its device was forgotten elsewhere', async () => {
    world = await clientWorld(
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } },
      srp,
    );
    await world.confirmedUser('ada');
    const storage = memory();
    const { session } = signedIn(await person('ada', storage).signIn());
    const key = session.getAccessToken().payload['device_key'];
    await world.cognito.adminForgetDevice({ UserPoolId: world.userPoolId, Username: 'ada', DeviceKey: key });
    const after = signedIn(await person('ada', storage).signIn());
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
    const ada = person('ada');
    signedIn(await ada.signIn());
    const secret = await associate(ada);
    await verify(ada, appCode(secret, 0, world.now()));
    await new Promise((resolve, reject) => {
      ada.user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, (error, result) =>
        error ? reject(error) : resolve(result),
      );
    });

    world.advance(30);
    const again = person('ada');
    expect((await again.signIn()).at).toBe('totpRequired');
    const send = (code: string) => again.goOn((callbacks) => again.user.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA'));
    await expect(send(appCode(secret, 0, world.now() + 3_600_000))).rejects.toMatchObject({ code: 'CodeMismatchException' });
    const { session } = signedIn(await send(appCode(secret, 0, world.now())));
    expect(session.getAccessToken().payload['username']).toBe('ada');
  });

  test('sets up an authenticator app because the pool requires it', async () => {
    world = await clientWorld({ ...mfa, EnabledMfas: ['SOFTWARE_TOKEN_MFA'], MfaConfiguration: 'ON' }, srp);
    await world.confirmedUser('ada');
    const ada = person('ada');
    expect((await ada.signIn()).at).toBe('mfaSetup');
    const secret = await associate(ada);
    await verify(ada, appCode(secret, 0, world.now()));
    expect(ada.user.getSignInUserSession()?.isValid()).toBe(true);

    world.advance(30);
    const again = person('ada');
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
    const first = person('ada');
    signedIn(await first.signIn());
    const secret = await associate(first);
    await verify(first, appCode(secret, 0, world.now()));
    await prefer(first, false);

    const ada = person('ada');
    expect((await ada.signIn()).at).toBe('mfaRequired');
    const code = world.codeFor('+15555550100');
    signedIn(await ada.goOn((callbacks) => ada.user.sendMFACode(code, callbacks)));
    await prefer(ada, true);

    world.advance(30);
    for (const [choice, at] of [
      ['SMS_MFA', 'mfaRequired'],
      ['SOFTWARE_TOKEN_MFA', 'totpRequired'],
    ] as const) {
      const chooser = person('ada');
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
    const ada = person('ada', storage);
    expect((await ada.signIn()).at).toBe('mfaRequired');
    const code = world.codeFor('+15555550100');
    const { session } = signedIn(await ada.goOn((callbacks) => ada.user.sendMFACode(code, callbacks)));
    const sent = world.outbox.length;
    const again = signedIn(await person('ada', storage).signIn());
    expect(again.session.getAccessToken().payload['device_key']).toBe(session.getAccessToken().payload['device_key']);
    expect(world.outbox).toHaveLength(sent);
    expect((await person('ada').signIn()).at).toBe('mfaRequired');
  });

  test('answers custom challenges, wrong and right, without a password and after one', async () => {
    world = await clientWorld({}, srp, riddles);
    await world.confirmedUser('ada');
    for (const passwordFirst of [false, true]) {
      const ada = person('ada');
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

/** A custom sign-in with a riddle, which may be answered as often as one likes; after a password where one is offered. */
const riddles: Readonly<Record<string, TriggerFunction>> = {
  DefineAuthChallenge(event) {
    const last: { challengeName: string; challengeResult: boolean } | undefined = event.request.session.at(-1);
    const solved = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult;
    const challengeName = last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE';
    event.response = { issueTokens: solved, failAuthentication: false, ...(solved ? {} : { challengeName }) };
    return event;
  },
  CreateAuthChallenge(event) {
    event.response = {
      publicChallengeParameters: { riddle: 'What is six by seven?' },
      privateChallengeParameters: { answer: '42' },
      challengeMetadata: 'RIDDLE',
    };
    return event;
  },
  VerifyAuthChallengeResponse(event) {
    event.response = { answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters.answer };
    return event;
  },
};
