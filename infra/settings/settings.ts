import { z } from 'zod';
import { refusals } from './rules.ts';
import { triggers } from './triggers.ts';

/** What a stage may set: each setting with its unit, its legal range and its default. `infra/config.ts` holds the values. */
const days = (from: number, to: number) => z.int().min(from).max(to);

/** The periods that CloudWatch Logs knows (API_PutRetentionPolicy). */
const logRetentionDays = z.literal([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

const hostName = z.stringFormat(
  'host name in lower case, without scheme, port and path, of at most 63 characters',
  /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
);

const secretArn = z.stringFormat(
  'ARN of a Secrets Manager secret',
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/,
);

const standardAttribute = z.enum([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'website',
  'zoneinfo',
]);

const naming = z.strictObject({
  stackName: z
    .stringFormat('CloudFormation stack name', /^[A-Za-z][A-Za-z0-9-]{0,127}$/)
    .describe('Name of the stack. Never change it once deployed: another name is another stack, with an empty user pool.'),
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).default({}).describe('Tags on every resource.'),
});

const retention = z.strictObject({
  keepData: z
    .boolean()
    .default(true)
    .describe('Whether the user pool, the secret and the logs outlive the stack. Off, everything goes with it.'),
  deletionProtection: z
    .boolean()
    .default(true)
    .describe('Whether Cognito refuses to delete the pool. Wants `keepData`. Best switched on after the first good deployment.'),
  terminationProtection: z.boolean().default(true).describe('Whether CloudFormation refuses to delete the stack.'),
  logDays: logRetentionDays.default(90).describe('Days that logs are kept.'),
});

const passwords = z.strictObject({
  minimumLength: z.int().min(6).max(99).default(8).describe('Characters. NIST SP 800-63B asks for 8 at least.'),
  requireUppercase: z.boolean().default(true).describe('Whether a password needs an upper-case letter.'),
  requireLowercase: z.boolean().default(true).describe('Whether a password needs a lower-case letter.'),
  requireNumbers: z.boolean().default(true).describe('Whether a password needs a digit.'),
  requireSymbols: z.boolean().default(true).describe('Whether a password needs a special character.'),
  historySize: z.int().min(0).max(24).default(0).describe('How many former passwords may not be used again; 0 is none.'),
  temporaryPasswordValidityDays: days(1, 365).default(7).describe('Days until a temporary password expires.'),
});

const signUp = z.strictObject({
  modes: z
    .array(z.enum(['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION']))
    .min(1)
    .default(['PASSWORD'])
    .describe(
      'The forms of `signUp` that are on. Without PASSWORD the pool itself refuses self-service. With INVITATION anybody who has the API key can ' +
        'have mail sent to any address, and the address belongs to the new user from then on: only where that is wanted.',
    ),
  requiredAttributes: z
    .array(standardAttribute)
    .default([])
    .describe('Attributes that a new user must have. Cognito can never change them on a living pool.'),
  writableAttributes: z
    .array(standardAttribute)
    .min(1)
    .default([
      'email',
      'family_name',
      'given_name',
      'locale',
      'name',
      'nickname',
      'phone_number',
      'picture',
      'preferred_username',
      'zoneinfo',
    ])
    .describe('Attributes that a user may write himself. The verified flags are never among them.'),
});

const signIn = z.strictObject({
  names: z
    .array(z.enum(['USERNAME', 'EMAIL']))
    .default(['USERNAME', 'EMAIL'])
    .describe('What a user may sign in by; an e-mail address once it is verified. Cognito can never change it on a living pool.'),
  flows: z
    .array(z.enum(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH']))
    .min(1)
    .default(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'])
    .describe('Flows that `login` accepts.'),
  firstFactors: z
    .array(z.enum(['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']))
    .default(['PASSWORD'])
    .describe('What flow USER_AUTH may offer. WEB_AUTHN wants `passkeys`.'),
  passkeys: z
    .strictObject({
      relyingParty: hostName.describe('Host that passkeys are bound to, for good: another host strands every passkey.'),
      userVerification: z
        .enum(['preferred', 'required'])
        .default('preferred')
        .describe('Whether the device must check its user.'),
    })
    .nullable()
    .default(null)
    .describe('Passkeys, or null for none.'),
  rememberDevices: z
    .enum(['NEVER', 'ON_REQUEST', 'ALWAYS'])
    .default('NEVER')
    .describe('Whether devices are remembered: not at all, when the user agrees, or always.'),
});

const mfa = z.strictObject({
  mode: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OPTIONAL').describe('Whether a second factor is asked for.'),
  types: z
    .array(z.enum(['SOFTWARE_TOKEN_MFA']))
    .default(['SOFTWARE_TOKEN_MFA'])
    .describe('Second factors.'),
  issuer: z
    .stringFormat('name of 1 to 64 characters, without a colon', /^[^:\p{C}]{1,64}$/u)
    .nullable()
    .default(null)
    .describe('What an authenticator app shows over the codes. Null is the name of the stack.'),
});

const tokens = z.strictObject({
  accessMinutes: z.int().min(5).max(1440).default(1440).describe('Minutes that an access token lives; one day at most.'),
  idMinutes: z.int().min(5).max(1440).default(1440).describe('Minutes that an ID token lives; one day at most.'),
  refreshDays: days(1, 3650).default(30).describe('Days that a refresh token lives.'),
  challengeMinutes: z.int().min(3).max(15).default(3).describe('Minutes that a challenge may be answered.'),
});

const api = z.strictObject({
  depthLimit: z
    .int()
    .min(1)
    .max(75)
    .default(20)
    .describe('Levels of nesting in a query. 20 lets the introspection query of GraphQL tools through, however it is counted.'),
  resolverLimit: z
    .int()
    .min(1)
    .max(10_000)
    .default(5)
    .describe('Root fields in one request. Small, so that aliases cannot try many passwords at once.'),
  introspection: z.boolean().default(true).describe('Whether the schema may be read from the endpoint.'),
  keyMonths: z
    .int()
    .min(2)
    .max(11)
    .default(11)
    .describe('Months that the API key lives, from the first day of the month of the deployment. Every deployment renews it.'),
});

const functions = z.strictObject({
  memoryMb: z.int().min(128).max(10_240).default(1024).describe('Memory of each function in MB; the processor grows with it.'),
  logLevel: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO').describe('The least level that is logged.'),
});

const gpt = z.strictObject({
  model: z.string().min(1).max(128).default('gpt-5-mini').describe('The model that answers when the caller names none.'),
  models: z
    .array(z.string().regex(/^(\*|[\w.:/-]{1,128})$/, 'hold names of models, or * for any'))
    .default([])
    .describe('Further models that a caller may name at the cost of this deployment; with a key of his own he may name any.'),
  baseUrl: z
    .url({ protocol: /^https$/, error: 'an https URL' })
    .nullable()
    .default(null)
    .describe('An OpenAI-compatible endpoint; null is OpenAI.'),
  secretArn: secretArn
    .nullable()
    .default(null)
    .describe('An existing secret of shape {"apiKey": "…"}; null makes an empty one for you to fill.'),
});

const stage = z.strictObject({
  naming,
  retention: retention.prefault({}),
  passwords: passwords.prefault({}),
  signUp: signUp.prefault({}),
  signIn: signIn.prefault({}),
  mfa: mfa.prefault({}),
  tokens: tokens.prefault({}),
  api: api.prefault({}),
  functions: functions.prefault({}),
  triggers: triggers.prefault({}),
  gpt: gpt.prefault({}),
});

/** The shape, and the rules that tie settings together. A group may be left out: every setting but the stack's name has a default. */
export const settingsSchema = stage.superRefine((settings, context) => {
  for (const { path, message } of refusals(settings)) context.addIssue({ code: 'custom', path: [...path], message });
});

/** A stage as it is written down. */
export type SettingsInput = z.input<typeof stage>;

/** A stage with every default filled in. */
export type Settings = z.output<typeof stage>;
