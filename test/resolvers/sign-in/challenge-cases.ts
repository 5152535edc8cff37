import type { ChallengeName, RespondToChallengeInput } from '../../../resolvers/generated/schema.ts';

export const claim = { signature: 'c2ln', secretBlock: 'YmxvY2s=', timestamp: 'Wed Apr 5 22:42:34 UTC 2017' };
const claimed = {
  PASSWORD_CLAIM_SIGNATURE: 'c2ln',
  PASSWORD_CLAIM_SECRET_BLOCK: 'YmxvY2s=',
  TIMESTAMP: 'Wed Apr 5 22:42:34 UTC 2017',
};
export const deviceKey = 'eu-central-1_11111111-2222-3333-4444-555555555555';

export type Given = Omit<RespondToChallengeInput, 'name' | 'username' | 'session'>;

/** Cognito's challenge, what a client sees of it, and each answer to it with what Cognito is sent. */
interface Case {
  readonly parameters: Readonly<Record<string, string>>;
  readonly available?: readonly string[];
  readonly shown: Readonly<Record<string, unknown>>;
  readonly answers: readonly (readonly [Given, Readonly<Record<string, string>>])[];
  /** The input that an answer without any names as missing; null where none is wanted. */
  readonly missing: string | null;
  /** Whether Cognito may give it no session. */
  readonly sessionless?: true;
}

const srp = { SALT: 'a1', SRP_B: 'b2', SECRET_BLOCK: 'YmxvY2s=', USERNAME: 'ann', USER_ID_FOR_SRP: 'ann-as-cognito-has-her' };

export const cases: Readonly<Record<ChallengeName, Case>> = {
  NEW_PASSWORD_REQUIRED: {
    parameters: {
      USER_ID_FOR_SRP: 'ann-as-cognito-has-her',
      requiredAttributes: '["userAttributes.given_name","userAttributes.custom:x"]',
      userAttributes: '{"email":"ann@example.com"}',
    },
    shown: {
      __typename: 'NewPasswordRequiredChallenge',
      requiredAttributes: ['given_name', 'custom:x'],
      attributes: [{ name: 'email', value: 'ann@example.com' }],
      username: 'ann-as-cognito-has-her',
    },
    answers: [
      [{ newPassword: 'Passw0rd!' }, { NEW_PASSWORD: 'Passw0rd!' }],
      [
        {
          newPassword: 'Passw0rd!',
          attributes: [
            { name: 'given_name', value: 'Ann' },
            { name: 'email', value: 'a@b.c' },
          ],
        },
        { NEW_PASSWORD: 'Passw0rd!', 'userAttributes.given_name': 'Ann', 'userAttributes.email': 'a@b.c' },
      ],
    ],
    missing: 'newPassword',
  },
  SMS_MFA: {
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******0100', USER_ID_FOR_SRP: 'ann' },
    shown: { __typename: 'SmsMfaChallenge', destination: '+*******0100', username: 'ann' },
    answers: [
      [
        { code: '123456', deviceKey },
        { SMS_MFA_CODE: '123456', DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'code',
  },
  EMAIL_OTP: {
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    shown: { __typename: 'EmailOtpChallenge', destination: 'a***@e***' },
    answers: [[{ code: '12345678' }, { EMAIL_OTP_CODE: '12345678' }]],
    missing: 'code',
  },
  SMS_OTP: {
    parameters: {},
    shown: { __typename: 'SmsOtpChallenge', destination: null },
    answers: [[{ code: '123456' }, { SMS_OTP_CODE: '123456' }]],
    missing: 'code',
  },
  SOFTWARE_TOKEN_MFA: {
    parameters: { FRIENDLY_DEVICE_NAME: 'Phone' },
    shown: { __typename: 'SoftwareTokenMfaChallenge', friendlyDeviceName: 'Phone' },
    answers: [[{ code: '123456' }, { SOFTWARE_TOKEN_MFA_CODE: '123456' }]],
    missing: 'code',
  },
  SELECT_MFA_TYPE: {
    parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA","A_NEW_ONE"]' },
    shown: { __typename: 'SelectMfaTypeChallenge', mfaTypes: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
    answers: [[{ answer: 'SMS_MFA' }, { ANSWER: 'SMS_MFA' }]],
    missing: 'answer',
  },
  MFA_SETUP: {
    parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' },
    shown: { __typename: 'MfaSetupChallenge', mfaTypes: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    answers: [
      [{}, {}],
      [{ email: 'ann@example.com' }, { EMAIL: 'ann@example.com' }],
    ],
    missing: null,
  },
  SELECT_CHALLENGE: {
    parameters: {},
    available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'A_NEW_ONE', 'ADMIN_NO_SRP_AUTH'],
    shown: { __typename: 'SelectChallenge', availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'] },
    answers: [
      [{ answer: 'EMAIL_OTP' }, { ANSWER: 'EMAIL_OTP' }],
      [{ answer: 'PASSWORD' }, { ANSWER: 'PASSWORD' }],
      [
        { answer: 'PASSWORD', password: 'p' },
        { ANSWER: 'PASSWORD', PASSWORD: 'p' },
      ],
      [
        { answer: 'PASSWORD_SRP', srpA: 'ab' },
        { ANSWER: 'PASSWORD_SRP', SRP_A: 'ab' },
      ],
      [
        { answer: 'WEB_AUTHN', credential: { id: 'x' } },
        { ANSWER: 'WEB_AUTHN', CREDENTIAL: '{"id":"x"}' },
      ],
    ],
    missing: 'answer',
  },
  PASSWORD: {
    parameters: {},
    shown: { __typename: 'PasswordChallenge' },
    answers: [[{ password: 'p' }, { PASSWORD: 'p' }]],
    missing: 'password',
  },
  PASSWORD_SRP: {
    parameters: {},
    shown: { __typename: 'PasswordSrpChallenge' },
    answers: [[{ srpA: 'ab' }, { SRP_A: 'ab' }]],
    missing: 'srpA',
  },
  PASSWORD_VERIFIER: {
    parameters: srp,
    shown: {
      __typename: 'PasswordVerifierChallenge',
      salt: 'a1',
      srpB: 'b2',
      secretBlock: 'YmxvY2s=',
      userIdForSrp: 'ann-as-cognito-has-her',
      username: 'ann-as-cognito-has-her',
    },
    answers: [
      [{ passwordClaim: claim }, claimed],
      [
        { passwordClaim: claim, deviceKey },
        { ...claimed, DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'passwordClaim',
    sessionless: true,
  },
  WEB_AUTHN: {
    parameters: { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"abc","rpId":"localhost"}' },
    shown: { __typename: 'WebAuthnChallenge', credentialRequestOptions: { challenge: 'abc', rpId: 'localhost' } },
    answers: [[{ credential: { id: 'x', response: {} } }, { CREDENTIAL: '{"id":"x","response":{}}' }]],
    missing: 'credential',
  },
  CUSTOM_CHALLENGE: {
    parameters: { USERNAME: 'ann-as-cognito-has-her', question: 'What is six times nine?' },
    shown: {
      __typename: 'CustomChallenge',
      parameters: { question: 'What is six times nine?' },
      username: 'ann-as-cognito-has-her',
    },
    answers: [[{ answer: '42' }, { ANSWER: '42' }]],
    missing: 'answer',
  },
  DEVICE_SRP_AUTH: {
    parameters: { DEVICE_KEY: deviceKey },
    shown: { __typename: 'DeviceSrpAuthChallenge', deviceKey },
    answers: [
      [
        { deviceKey, srpA: 'ab' },
        { DEVICE_KEY: deviceKey, SRP_A: 'ab' },
      ],
    ],
    missing: 'deviceKey',
    sessionless: true,
  },
  DEVICE_PASSWORD_VERIFIER: {
    parameters: { SALT: 'a1', SRP_B: 'b2', SECRET_BLOCK: 'YmxvY2s=', DEVICE_KEY: deviceKey, USERNAME: 'ann' },
    shown: {
      __typename: 'DevicePasswordVerifierChallenge',
      salt: 'a1',
      srpB: 'b2',
      secretBlock: 'YmxvY2s=',
      deviceKey,
      username: 'ann',
    },
    answers: [
      [
        { deviceKey, passwordClaim: claim },
        { ...claimed, DEVICE_KEY: deviceKey },
      ],
    ],
    missing: 'deviceKey',
    sessionless: true,
  },
};
