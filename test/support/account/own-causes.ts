import type { AccountField } from '../../../resolvers/call/fields.ts';
import { authenticator } from '../cognito/authenticator.ts';
import { answers, type Mishap, says } from '../local/on-the-way.ts';
import { creationOptions } from '../resolvers/passkeys.ts';
import { type Answer, succeeded } from '../send.ts';
import { newPassword, newPerson } from '../stories.ts';
import type { System } from '../system.ts';
import { type CommonCause, cognitoSays, type World } from './common-causes.ts';
import { accountFields, type Call } from './fields.ts';
import { linkGoogle, newUser, type User } from './new-user.ts';

/** How a test makes a field refuse. */
type Cause = (world: World) => Promise<Answer<unknown>>;
/** A call with these variables, by somebody who has just signed in. */
const given =
  (call: Call, variables: Readonly<Record<string, unknown>>): Cause =>
  async ({ system }) =>
    call(await newUser(system), variables);

/** A call in a stage in which the feature is off. */
const atBare =
  (call: Call): Cause =>
  async ({ bare }) =>
    call(await newUser(bare));

const met =
  (call: Call, cause: CommonCause, variables: Readonly<Record<string, unknown>> = {}): Cause =>
  async (world) =>
    (await cause(world))((caller) => call(caller, variables));

const noDevices = cognitoSays('InvalidUserPoolConfigurationException', 'Device tracking is not enabled.');
const noApps = cognitoSays('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool');
const notSent = cognitoSays('CodeDeliveryFailureException', 'The code could not be sent.');
const triggerRefuses = cognitoSays('UserLambdaValidationException', 'CustomMessage failed with error Not this address.');
const tooMany = cognitoSays('LimitExceededException', 'Limit exceeded');

const { device, devices, passkeys, sessions, recoveryCodes, activity, setUserMfaPreference, confirmDevice } = accountFields;
const { associateSoftwareToken, verifySoftwareToken, startWebAuthnRegistration, completeWebAuthnRegistration } = accountFields;
const { deleteWebAuthnCredential, changePassword, updateUserAttributes, deleteUserAttributes, forgetDevice } = accountFields;
const { getUserAttributeVerificationCode, verifyUserAttribute, updateDeviceStatus, revokeUserSession } = accountFields;

/** Repeats a call until it is refused. */
async function untilRefused(most: number, call: () => Promise<Answer<unknown>>, code: string): Promise<Answer<unknown>> {
  let answer = await call();
  for (let times = 1; times < most && answer.errors[0]?.errorType !== code; times += 1) answer = await call();
  return answer;
}

/** Registers a passkey that the browser of another page, or of this one, has made. */
async function register(user: User, origin: string): Promise<Answer<unknown>> {
  const started = succeeded(await startWebAuthnRegistration(user)) as { readonly startWebAuthnRegistration: string };
  const options = creationOptions(JSON.parse(started.startWebAuthnRegistration));
  const credential = JSON.stringify(authenticator().create(options, { origin }));
  return completeWebAuthnRegistration(user, { input: { credential } });
}

const pageOf = ({ runtime }: System): string => new URL(runtime.outputs.GraphQLUrl).origin;
const madeUpSession = 's'.repeat(1000);
const anybody = ({ system }: World) => ({ send: system.send, token: undefined });
const toMove = (email: string) => ({ input: { attributes: [{ name: 'email', value: email }] } });

/** A user with a linked identity unlinks it, while this happens. */
function unlinks(mishap: Mishap): Cause {
  return async ({ system, onTheWay }) => {
    const user = await newUser(system);
    await linkGoogle(system, user.username);
    return onTheWay.during(mishap, () => accountFields.unlinkIdentity(user));
  };
}

/** The refusals of one field for its own reasons, by field and code. They take precedence over the common causes. */
export const ownCauses: Readonly<Partial<Record<AccountField, Readonly<Record<string, Cause>>>>> = {
  devices: { INVALID_INPUT: given(devices, { limit: 61 }), NOT_ENABLED: met(devices, noDevices) },
  device: {
    INVALID_INPUT: given(device, { key: 'no key' }),
    NOT_FOUND: given(device, {}),
    NOT_ENABLED: met(device, noDevices),
  },
  passkeys: { INVALID_INPUT: given(passkeys, { limit: 21 }) },
  sessions: { NOT_ENABLED: atBare(sessions) },
  linkedIdentities: { NOT_ENABLED: atBare(accountFields.linkedIdentities) },
  recoveryCodes: { NOT_ENABLED: atBare(recoveryCodes) },
  activity: { INVALID_INPUT: given(activity, { nextToken: 'made up' }), NOT_ENABLED: atBare(activity) },
  generateRecoveryCodes: { NOT_ENABLED: atBare(accountFields.generateRecoveryCodes) },
  associateSoftwareToken: {
    INVALID_INPUT: given(associateSoftwareToken, { input: { session: madeUpSession } }),
    SESSION_EXPIRED: (world) => associateSoftwareToken(anybody(world), { input: { session: madeUpSession } }),
    NOT_ENABLED: atBare(associateSoftwareToken),
    MFA_NOT_SET_UP: met(associateSoftwareToken, cognitoSays('SoftwareTokenMFANotFoundException', 'No software token.')),
  },
  verifySoftwareToken: {
    CODE_MISMATCH: async ({ system }) => {
      const user = await newUser(system);
      succeeded(await associateSoftwareToken(user));
      return untilRefused(2, () => verifySoftwareToken(user), 'CODE_MISMATCH');
    },
    CODE_EXPIRED: met(
      verifySoftwareToken,
      cognitoSays('ExpiredCodeException', 'Your software token has already been used once.'),
    ),
    INVALID_INPUT: given(verifySoftwareToken, { input: { code: 'letters' } }),
    SESSION_EXPIRED: (world) => verifySoftwareToken(anybody(world), { input: { code: '123456', session: madeUpSession } }),
    MFA_NOT_SET_UP: given(verifySoftwareToken, {}),
    NOT_ENABLED: met(verifySoftwareToken, noApps),
    TOO_MANY_ATTEMPTS: async ({ system }) => {
      const user = await newUser(system);
      succeeded(await associateSoftwareToken(user));
      return untilRefused(10, () => verifySoftwareToken(user), 'TOO_MANY_ATTEMPTS');
    },
  },
  setUserMfaPreference: {
    INVALID_INPUT: given(setUserMfaPreference, { input: {} }),
    MFA_NOT_SET_UP: given(setUserMfaPreference, { input: { softwareToken: { enabled: true } } }),
    NOT_ENABLED: met(setUserMfaPreference, noApps),
  },
  confirmDevice: {
    INVALID_INPUT: given(confirmDevice, { input: { deviceKey: 'no key', passwordVerifier: 'AQID', salt: 'AQID' } }),
    NOT_FOUND: given(confirmDevice, {}),
  },
  startWebAuthnRegistration: {
    NOT_ENABLED: atBare(startWebAuthnRegistration),
    FORBIDDEN: async ({ system }) => {
      const user = await newUser(system);
      for (let count = 0; count < 20; count += 1) succeeded(await register(user, pageOf(system)));
      return startWebAuthnRegistration(user);
    },
  },
  completeWebAuthnRegistration: {
    INVALID_INPUT: async ({ system }) => register(await newUser(system), 'https://elsewhere.example'),
    SESSION_EXPIRED: async ({ system }) => {
      const options = { rp: { id: 'localhost' }, user: { id: 'AQID' }, challenge: 'AQID' };
      const credential = JSON.stringify(authenticator().create(options, { origin: pageOf(system) }));
      return completeWebAuthnRegistration(await newUser(system), { input: { credential } });
    },
    NOT_ENABLED: atBare(completeWebAuthnRegistration),
    FORBIDDEN: met(completeWebAuthnRegistration, tooMany),
  },
  deleteWebAuthnCredential: {
    INVALID_INPUT: given(deleteWebAuthnCredential, { input: { credentialId: '' } }),
    NOT_FOUND: given(deleteWebAuthnCredential, {}),
  },
  changePassword: {
    INVALID_CREDENTIALS: given(changePassword, {}),
    PASSWORD_POLICY: async ({ system }) => {
      const user = await newUser(system);
      return changePassword(user, { input: { previousPassword: user.password, newPassword: 'only letters' } });
    },
    PASSWORD_REUSED: async ({ system }) => {
      const user = await newUser(system);
      return changePassword(user, { input: { previousPassword: user.password, newPassword: user.password } });
    },
    INVALID_INPUT: given(changePassword, { input: { previousPassword: 'x'.repeat(257), newPassword: newPassword() } }),
    TOO_MANY_ATTEMPTS: async ({ system }) => {
      const user = await newUser(system);
      return untilRefused(6, () => changePassword(user), 'TOO_MANY_ATTEMPTS');
    },
    // The new password is already set then, and the message says so.
    UNAVAILABLE: async ({ system, onTheWay }) => {
      const user = await newUser(system);
      const input = { previousPassword: user.password, newPassword: newPassword() };
      const answer = says('InternalErrorException', 'Something went wrong', 500);
      return onTheWay.during({ operation: 'ListUserSessions', answer }, () => changePassword(user, { input }));
    },
  },
  updateUserAttributes: {
    INVALID_INPUT: given(updateUserAttributes, { input: { attributes: [{ name: 'sub', value: 'me' }] } }),
    ALIAS_EXISTS: met(updateUserAttributes, cognitoSays('AliasExistsException', 'An account with the email already exists.')),
    CODE_DELIVERY_FAILED: met(updateUserAttributes, notSent, toMove('new@example.com')),
    CODE_MISMATCH: met(updateUserAttributes, cognitoSays('CodeMismatchException', 'Invalid code provided.')),
    CODE_EXPIRED: met(updateUserAttributes, cognitoSays('ExpiredCodeException', 'Invalid code provided.')),
    TRIGGER_REFUSED: met(updateUserAttributes, triggerRefuses, toMove('new@example.com')),
  },
  deleteUserAttributes: { INVALID_INPUT: given(deleteUserAttributes, { input: { names: [] } }) },
  getUserAttributeVerificationCode: {
    INVALID_INPUT: given(getUserAttributeVerificationCode, { input: { name: 'nickname' } }),
    CODE_DELIVERY_FAILED: met(getUserAttributeVerificationCode, notSent),
    TOO_MANY_ATTEMPTS: async ({ system }) => {
      const user = await newUser(system);
      return untilRefused(6, () => getUserAttributeVerificationCode(user), 'TOO_MANY_ATTEMPTS');
    },
    TRIGGER_REFUSED: met(getUserAttributeVerificationCode, triggerRefuses),
  },
  verifyUserAttribute: {
    CODE_MISMATCH: async ({ system }) => {
      const user = await newUser(system);
      succeeded(await getUserAttributeVerificationCode(user));
      return untilRefused(2, () => verifyUserAttribute(user), 'CODE_MISMATCH');
    },
    CODE_EXPIRED: async ({ system }) => {
      const user = await newUser(system);
      succeeded(await getUserAttributeVerificationCode(user));
      const code = (await system.message(user.email)).code ?? '';
      succeeded(await verifyUserAttribute(user, { input: { name: 'email', code } }));
      return verifyUserAttribute(user, { input: { name: 'email', code } });
    },
    // Two users wait for the same address, and one of them verifies it first.
    ALIAS_EXISTS: async ({ system }) => {
      const [first, second] = [await newUser(system), await newUser(system)];
      const { email } = newPerson();
      const proofs = [];
      for (const user of [first, second]) {
        succeeded(await updateUserAttributes(user, toMove(email)));
        const code = (await system.message(email)).code ?? '';
        proofs.push(() => verifyUserAttribute(user, { input: { name: 'email', code } }));
      }
      for (const prove of proofs.slice(0, 1)) succeeded(await prove());
      return (proofs[1] ?? (() => verifyUserAttribute(second)))();
    },
    INVALID_INPUT: given(verifyUserAttribute, { input: { name: 'nickname', code: '123456' } }),
    TOO_MANY_ATTEMPTS: async ({ system }) => {
      const user = await newUser(system);
      return untilRefused(16, () => verifyUserAttribute(user), 'TOO_MANY_ATTEMPTS');
    },
  },
  unlinkIdentity: {
    INVALID_INPUT: given(accountFields.unlinkIdentity, { input: { providerName: '' } }),
    NOT_FOUND: given(accountFields.unlinkIdentity, {}),
    NOT_ENABLED: atBare(accountFields.unlinkIdentity),
    LAST_SIGN_IN_METHOD: unlinks({ operation: 'GetUserAuthFactors', answer: answers({ Username: 'ann' }) }),
    ALIAS_EXISTS: unlinks({
      operation: 'AdminDisableProviderForUser',
      answer: says('AliasExistsException', 'An account with the email already exists.'),
    }),
  },
  updateDeviceStatus: {
    INVALID_INPUT: given(updateDeviceStatus, { input: { deviceKey: 'no key', remembered: true } }),
    NOT_FOUND: given(updateDeviceStatus, {}),
    NOT_ENABLED: met(updateDeviceStatus, noDevices),
  },
  forgetDevice: {
    INVALID_INPUT: given(forgetDevice, { input: { deviceKey: 'no key' } }),
    NOT_FOUND: given(forgetDevice, {}),
    NOT_ENABLED: met(forgetDevice, noDevices),
  },
  revokeUserSession: {
    INVALID_INPUT: given(revokeUserSession, { input: { sessionId: 'NO ID' } }),
    NOT_FOUND: given(revokeUserSession, {}),
    NOT_ENABLED: atBare(revokeUserSession),
  },
};
