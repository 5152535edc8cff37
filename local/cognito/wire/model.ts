import { list, type Member, map, oneOf, required, string, structure } from './members.ts';

// The constraints of Cognito's service model (cognito-idp 2016-04-18, service-2.json), one line per shape.

export const clientId = string({ min: 1, max: 128, pattern: '[\\w+]+' });
export const clientSecret = string({ min: 24, max: 64, pattern: '[\\w+]+', sensitive: true });
/** Of a resource server: `<identifier>/<name>`; or one that every pool has. */
export const scope = string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' });
export const secretHash = string({ min: 1, max: 128, pattern: '[\\w+=/]+', sensitive: true });
export const userPoolId = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' });
export const username = string({ min: 1, max: 128, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
export const groupName = string({ min: 1, max: 128, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
/**
 * The service's own pattern is less strict than the model's: it allows spaces inside.
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.white-space
 */
export const password = string({ min: 6, max: 256, pattern: '^[\\S]+.*[\\S]+$', matches: /^\S(?:.*\S)?$/u, sensitive: true });
/** In AdminCreateUser and SignUp, an empty password means no password, for a user who signs in with codes. */
export const optionalPassword: Member<string> = {
  read: (value, path, violations) => (value === '' ? '' : password.read(value, path, violations)),
};
export const confirmationCode = string({ min: 1, max: 2048, pattern: '[\\S]+', sensitive: true });
/** Exactly six digits, from an authenticator app. */
export const userCode = string({ min: 6, max: 6, pattern: '[0-9]+', sensitive: true });
export const token = string({ pattern: '[A-Za-z0-9-_=.]+', sensitive: true });
export const session = string({ min: 20, max: 2048, sensitive: true });

/** The id of a completed sign-in, while `session` belongs to a pending one. */
export const tokenSessionId = string({ min: 28, max: 28, pattern: '(tkn|sso)[a-z0-9]+' });
export const revokeAssociatedSessions = oneOf('NONE', 'LINKED');

export const importJobId = string({ min: 1, max: 55, pattern: 'import-[0-9a-zA-Z-]+' });
export const importJobName = string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' });
export const arn = string({
  min: 20,
  max: 2048,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
});

export const nextToken = string({ min: 1, max: 131_072, pattern: '[\\S]+' });

const text = string({ max: 131_072, sensitive: true });
/**
 * AuthParameters, ChallengeResponses, ClientMetadata: any strings, limited only in size.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.unchecked-maps
 */
export const textMap = map(text);

/** The caller's context for threat protection. It is validated like Cognito does, but otherwise ignored. */
export const userContextData = structure({ IpAddress: text, EncodedData: text });
/** The same in a signed call, with four required members. */
export const contextData = structure({
  IpAddress: required(text),
  ServerName: required(text),
  ServerPath: required(text),
  HttpHeaders: required(list(structure({ headerName: text, headerValue: text }))),
  EncodedData: text,
});

export const attributeName = string({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\v\\f\\r ]+' });
export const attributeNames = list(attributeName);
const attribute = structure({ Name: required(attributeName), Value: string({ max: 2048, sensitive: true }) });
export const attributes = list(attribute);

export const authFlow = oneOf(
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
);

export const challengeName = oneOf(
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
);
