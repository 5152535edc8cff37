import { describe, expect, test } from 'vitest';
import { createPost } from '../../../resolvers/aws/post.ts';
import type { Field, FieldOperation } from '../../../resolvers/call/operation.ts';
import { createCaller, refused } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { badService, type Fault, silent, throttled, unclear } from '../../support/resolvers/bad-service.ts';
import { madeUpToken } from '../../support/resolvers/made-up-token.ts';

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];

const token = madeUpToken();
const password = 'Correct-horse-1';
const deviceKey = 'eu-central-1_f0f0f0f0-f0f0-40f0-80f0-f0f0f0f0f0f0';
const user = { username: 'ann', code: '123456' };

/** What may be carried out twice is sent again; of the rest, some may be repeated by the caller without being blamed for the first time. */
type Kind = 'sent again' | 'sent once, may be repeated' | 'sent once';

interface Call<F extends Field> {
  readonly args: Args<F>;
  readonly operation: string;
  readonly kind: Kind;
  /** What tells the user the way out. */
  readonly advice?: RegExp;
  /** Whether the stage is one without the table of the account. */
  readonly keepsNothing?: boolean;
}

/** Every field that calls Cognito: one that is missing does not compile. */
const calls: { readonly [F in Exclude<Field, 'gpt' | 'authConfig'>]: Call<F> } = {
  me: { args: {}, operation: 'GetUser', kind: 'sent again' },
  recoveryCodes: { args: {}, operation: 'GetUser', kind: 'sent again' },
  generateRecoveryCodes: { args: {}, operation: 'GetUser', kind: 'sent again' },
  activity: { args: {}, operation: 'GetUser', kind: 'sent again' },
  myData: { args: {}, operation: 'GetUser', kind: 'sent again' },
  setUserMfaPreference: {
    args: { input: { softwareToken: { enabled: true } } },
    operation: 'SetUserMFAPreference',
    kind: 'sent again',
  },
  startWebAuthnRegistration: { args: {}, operation: 'StartWebAuthnRegistration', kind: 'sent again' },
  revokeToken: { args: { input: { refreshToken: 'token' } }, operation: 'RevokeToken', kind: 'sent again' },
  login: {
    args: { input: { username: 'ann', password } },
    operation: 'InitiateAuth',
    kind: 'sent once, may be repeated',
    advice: /Try again/,
  },
  forgotPassword: {
    args: { input: { username: 'ann' } },
    operation: 'ForgotPassword',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  resendConfirmationCode: {
    args: { input: { username: 'ann' } },
    operation: 'ResendConfirmationCode',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  refreshTokens: {
    args: { input: { refreshToken: 'token' } },
    operation: 'GetTokensFromRefreshToken',
    kind: 'sent once, may be repeated',
    advice: /sign in/,
  },
  signUp: {
    args: { input: { username: 'ann', email: 'ann@example.com', password } },
    operation: 'SignUp',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  confirmSignUp: {
    args: { input: { ...user, password } },
    operation: 'ConfirmSignUp',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  confirmForgotPassword: {
    args: { input: { ...user, password } },
    operation: 'ConfirmForgotPassword',
    kind: 'sent once',
    advice: /try to sign in with it/,
  },
  respondToChallenge: {
    args: { input: { name: 'SMS_MFA', session: 's', ...user } },
    operation: 'RespondToAuthChallenge',
    kind: 'sent once',
    advice: /Start again with `login`/,
  },
  associateSoftwareToken: { args: {}, operation: 'AssociateSoftwareToken', kind: 'sent once', advice: /Start again/ },
  verifySoftwareToken: {
    args: { input: { code: '123456' } },
    operation: 'VerifySoftwareToken',
    kind: 'sent once',
    advice: /may be set up/,
  },
  completeWebAuthnRegistration: {
    args: { input: { credential: {} } },
    operation: 'CompleteWebAuthnRegistration',
    kind: 'sent once',
    advice: /may be registered/,
  },
  confirmDevice: {
    args: {
      input: { deviceKey, passwordVerifier: 'AAAA', salt: 'AAAA' },
    },
    operation: 'ConfirmDevice',
    kind: 'sent once',
    advice: /may be confirmed/,
  },
  authFactors: { args: {}, operation: 'GetUserAuthFactors', kind: 'sent again' },
  devices: { args: {}, operation: 'ListDevices', kind: 'sent again' },
  device: { args: { key: deviceKey }, operation: 'GetDevice', kind: 'sent again' },
  passkeys: { args: {}, operation: 'ListWebAuthnCredentials', kind: 'sent again' },
  sessions: { args: {}, operation: 'ListUserSessions', kind: 'sent again' },
  updateDeviceStatus: {
    args: { input: { deviceKey, remembered: true } },
    operation: 'UpdateDeviceStatus',
    kind: 'sent again',
  },
  updateUserAttributes: {
    args: { input: { attributes: [{ name: 'email', value: 'ann@example.com' }] } },
    operation: 'UpdateUserAttributes',
    kind: 'sent once, may be repeated',
    advice: /Look at the account/,
  },
  getUserAttributeVerificationCode: {
    args: { input: { name: 'email' } },
    operation: 'GetUserAttributeVerificationCode',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  changePassword: {
    args: { input: { previousPassword: password, newPassword: password } },
    operation: 'ChangePassword',
    kind: 'sent once',
    advice: /try to sign in with it/,
  },
  deleteUserAttributes: {
    args: { input: { names: ['nickname'] } },
    operation: 'DeleteUserAttributes',
    kind: 'sent once',
    advice: /Look at the account/,
  },
  verifyUserAttribute: {
    args: { input: { name: 'email', code: '123456' } },
    operation: 'VerifyUserAttribute',
    kind: 'sent once',
    advice: /may be verified/,
  },
  deleteUser: { args: {}, operation: 'DeleteUser', kind: 'sent once', advice: /may be deleted/, keepsNothing: true },
  forgetDevice: { args: { input: { deviceKey } }, operation: 'ForgetDevice', kind: 'sent once', advice: /list of devices/ },
  deleteWebAuthnCredential: {
    args: { input: { credentialId: 'AAAA' } },
    operation: 'DeleteWebAuthnCredential',
    kind: 'sent once',
    advice: /list of passkeys/,
  },
  revokeUserSession: {
    args: { input: { sessionId: 'tknm5k9p2q7r4s8t1v6w3x0y5z2b' } },
    operation: 'RevokeUserSession',
    kind: 'sent once',
    advice: /list of sessions/,
  },
  recoverAccess: {
    args: { input: { username: 'ann', password, recoveryCode: '0000-0000-0000' } },
    operation: 'AdminInitiateAuth',
    kind: 'sent once, may be repeated',
    advice: /Try again/,
  },
  globalSignOut: { args: {}, operation: 'GlobalSignOut', kind: 'sent once', advice: /may have ended/ },
};

interface AnyCall extends Omit<Call<'me'>, 'args'> {
  readonly field: Field;
  readonly args: unknown;
}

const all: readonly AnyCall[] = [
  ...Object.entries(calls).map(([field, call]) => ({ field: field as keyof typeof calls, ...call })),
  // The other form of signUp is another operation, and the only one that is signed.
  {
    field: 'signUp',
    args: { input: { username: 'ann', temporaryPassword: password } },
    operation: 'AdminCreateUser',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  // Where something is kept of the users, whose it is is asked before they are gone.
  { field: 'deleteUser', args: {}, operation: 'GetUser', kind: 'sent again' },
];

/** What a caller sees, and what the service was asked for. The time is up once the service has been asked, if it is to be. */
async function meet(fault: Fault, { field, args, keepsNothing }: AnyCall, timeIsUp = false) {
  const clock = { ms: 0 };
  const deadlines = new Set<() => void>();
  const after = (ms: number, then: () => void) => {
    if (ms > 2_000) deadlines.add(then);
    return () => deadlines.delete(then);
  };
  const service = await badService(fault, () => {
    if (!timeIsUp) return;
    clock.ms += 10_000;
    for (const deadline of deadlines) setImmediate(deadline);
  });
  const caller = createCaller({
    tracksSessions: true,
    ...(!keepsNothing && { accountTable: startAccountTable() }),
    cognito: () => Promise.reject(new Error('The wire is another.')),
    post: createPost(service.endpoint, { after }),
    now: () => clock.ms,
  });
  try {
    // True by the table, whose arguments are the field's.
    const answer = await caller.call(field, args as Args<typeof field>, { token });
    return { ...refused(answer), asked: service.asked, lines: caller.lines };
  } finally {
    service.close();
  }
}

const meetEach = (faults: Readonly<Record<string, Fault>>, call: AnyCall, timeIsUp?: boolean) =>
  Promise.all(Object.entries(faults).map(async ([name, fault]) => ({ name, ...(await meet(fault, call, timeIsUp)) })));

describe.each(all)('$operation', (call) => {
  const { operation, kind, advice = /Try again/ } = call;
  const once = kind !== 'sent again';

  test('without an answer in time is sent once, and UNAVAILABLE', async () => {
    for (const { name, code, message, info, asked } of await meetEach(silent, call, true)) {
      expect({ name, code, asked }).toEqual({ name, code: 'UNAVAILABLE', asked: [operation] });
      expect(message).toMatch(advice);
      expect(info.retryable).toBe(kind !== 'sent once');
    }
  });

  test(`that nobody knows the outcome of is ${kind}, and UNAVAILABLE`, async () => {
    for (const { name, code, message, info, asked, lines } of await meetEach(unclear, call)) {
      expect({ name, code, asked }).toEqual({
        name,
        code: 'UNAVAILABLE',
        asked: once ? [operation] : [operation, operation],
      });
      expect(message).toMatch(advice);
      if (once) expect(message).toMatch(/may have happened/);
      expect(info.retryable).toBe(kind !== 'sent once');
      expect(JSON.stringify([message, lines])).not.toContain('s3cret');
    }
  });

  test('that is throttled is sent once more, and TOO_MANY_REQUESTS', async () => {
    for (const { name, code, message, info, asked } of await meetEach(throttled, call)) {
      expect({ name, code, asked }).toEqual({ name, code: 'TOO_MANY_REQUESTS', asked: [operation, operation] });
      expect(message).toBe('Too many calls at once. Try again shortly.');
      expect(info.retryable).toBe(true);
    }
  });
});
