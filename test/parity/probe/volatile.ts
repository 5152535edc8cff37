import { decodeJwt } from 'jose';

/**
 * Texts that stand for the same thing in every run: what the run made up, and the word that the recording has for it.
 */
export type Names = ReadonlyMap<string, string>;

/** Members whose values are new in every run, by the word that replaces them. */
const words = new Map(
  Object.entries({
    session: ['Session'],
    client: ['ClientId'],
    secret: ['SecretCode', 'ClientSecret', 'ClientSecretValue', 'Secret', 'SECRET_HASH', 'SecretHash'],
    code: ['ConfirmationCode', 'UserCode', 'Code', 'EMAIL_OTP_CODE', 'SMS_OTP_CODE', 'SMS_MFA_CODE', 'SOFTWARE_TOKEN_MFA_CODE'],
    srp: [
      'SRP_A',
      'SRP_B',
      'SALT',
      'SECRET_BLOCK',
      'PASSWORD_CLAIM_SIGNATURE',
      'PASSWORD_CLAIM_SECRET_BLOCK',
      'TIMESTAMP',
      'PasswordVerifier',
      'Salt',
    ],
    device: ['DeviceKey', 'DeviceGroupKey', 'DEVICE_KEY'],
    passkey: ['CredentialId', 'CREDENTIAL', 'Credential'],
    sessionId: ['SessionId', 'OriginJti', 'DestinationUserSessionId'],
    secretId: ['ClientSecretId'],
    arn: ['ResourceArn'],
    page: ['NextToken', 'PaginationToken'],
    address: ['LastIPAddress', 'last_ip_used'],
    random: ['challenge'],
  }).flatMap(([word, members]) => members.map((member) => [member, word] as const)),
);

const tokens = new Set(['AccessToken', 'IdToken', 'RefreshToken', 'ACCESS_TOKEN', 'REFRESH_TOKEN', 'Token']);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A value without what differs from run to run: two runs that behave alike give the same text. */
export function withoutVolatile(value: unknown, names: Names, member = ''): unknown {
  if (value instanceof Date) return '<date>';
  if (Array.isArray(value)) return value.map((each) => withoutVolatile(each, names, member));
  if (typeof value === 'object' && value !== null) return members(value, names);
  if (typeof value !== 'string') return value;
  // What a story makes up to be refused stays as it is: it says so by its form.
  if (/^made[-_]up/.test(value)) return value;
  if (tokens.has(member)) return tokenWord(value, names);
  const word = words.get(member);
  if (word !== undefined) return `<${word}>`;
  return named(value, names);
}

function members(value: object, names: Names): unknown {
  const { $metadata: _, ...rest } = value as Record<string, unknown>;
  // An attribute says its name beside its value.
  const { Name: attribute } = rest;
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => {
        const member = name === 'Value' && typeof attribute === 'string' ? attribute : name;
        return [name, withoutVolatile(each, names, member)];
      }),
  );
}

/** The claims of a token are part of the answer: their names, and the values that do not differ from run to run. */
function tokenWord(token: string, names: Names): string {
  if (token.split('.').length !== 3) return '<token>';
  const claims = decodeJwt(token);
  const kept = ['token_use', 'acr', 'amr', 'scope', 'cognito:groups', 'username', 'cognito:username'] as const;
  const told = kept.flatMap((claim) => (claims[claim] === undefined ? [] : [`${claim}=${named(String(claims[claim]), names)}`]));
  return `<token of ${Object.keys(claims).toSorted().join(' ')}; ${told.join(' ')}>`;
}

/** Also the texts inside a text, such as a JSON document or a refusal's message. */
function named(text: string, names: Names): string {
  let result = text;
  for (const [volatile, word] of names) result = result.replaceAll(volatile, word);
  // Where the user is unknown, Cognito makes up the letters of an address that it shows masked.
  const dated = result.replaceAll(/"dateCreated":\d+/g, '"dateCreated":<date>');
  const masked = dated.replace(/^.\*\*\*@.\*\*\*$/, '<letter>***@<letter>***').replace(/^[\w-]{40,}$/, '<random>');
  return masked.replaceAll(uuid, '<uuid>');
}
