import type { InitiateAuthResponse, UserPoolMfaType } from '@aws-sdk/client-cognito-identity-provider';
import { appCode } from '../authenticator-app.ts';
import type { Authenticator } from './authenticator.ts';
import { createTestPool, password, type TestPool } from './pool.ts';
import { respond, signIn } from './sign-in.ts';
import { type SrpStart, srpAnswers } from './srp-client.ts';

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'sms' };

/** Everything that MFA and one-time codes need, including addresses. */
export const allFactors = {
  MfaConfiguration: 'OPTIONAL',
  EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
  SmsConfiguration,
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
  },
  AliasAttributes: ['email', 'phone_number'],
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_phone_number', Priority: 1 },
      { Name: 'verified_email', Priority: 2 },
    ],
  },
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] } },
};

export const allFlows = {
  ExplicitAuthFlows: [
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
};

export function createMfaPool(pool: Record<string, unknown> = {}, client: Record<string, unknown> = {}): TestPool {
  return createTestPool({ ...allFactors, ...pool }, { ...allFlows, ...client });
}

/** Switches the pool's MFA mode, with all factors. */
export async function setMfa({ cognito, userPoolId }: TestPool, MfaConfiguration: UserPoolMfaType): Promise<void> {
  const factors = {
    SmsMfaConfiguration: { SmsConfiguration },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  };
  await cognito.setUserPoolMfaConfig({
    UserPoolId: userPoolId,
    MfaConfiguration,
    ...(MfaConfiguration === 'OFF' ? {} : factors),
  });
}

/** Registers an authenticator app for a user who is not asked for a factor yet; returns its secret. */
export async function enrolApp(world: TestPool, username: string, FriendlyDeviceName = 'Phone'): Promise<string> {
  const { AuthenticationResult } = await signIn(world, username);
  const AccessToken = AuthenticationResult?.AccessToken;
  const { SecretCode = '' } = await world.cognito.associateSoftwareToken({ AccessToken });
  const UserCode = appCode(SecretCode, 0, world.clock.now());
  await world.cognito.verifySoftwareToken({ AccessToken, UserCode, FriendlyDeviceName });
  return SecretCode;
}

/** A user who can answer every challenge. */
export interface Person {
  readonly username: string;
  /** Of the authenticator app. */
  secret?: string;
  /** The way to choose if the sign-in asks. */
  readonly prefers?: string;
  /** The running SRP exchange. */
  srp?: SrpStart['session'];
  readonly passkey?: Authenticator;
  /** From an earlier sign-in. */
  refreshToken?: string;
}

/** Answers every challenge until there are tokens; returns the challenges and the last response. */
export async function finish(world: TestPool, first: InitiateAuthResponse, person: Person) {
  const trail: string[] = [];
  let response = first;
  while (response.ChallengeName) {
    if (response.AuthenticationResult) throw new Error('Tokens next to a challenge.');
    if (trail.length > 5) throw new Error(`No end of ${trail.join(', ')}.`);
    trail.push(response.ChallengeName);
    const { responses, session } = await answerFor(world, response, person);
    response = await respond(world, response.ChallengeName, session, { USERNAME: person.username, ...responses });
  }
  return { trail, result: response.AuthenticationResult };
}

type Answer = Record<string, string>;

async function answerFor(
  world: TestPool,
  response: InitiateAuthResponse,
  person: Person,
): Promise<{ responses: Answer; session: string | undefined }> {
  const session = response.Session;
  const answer = answers[response.ChallengeName ?? ''];
  if (!answer) throw new Error(`No answer to ${response.ChallengeName}.`);
  const { replacement, ...responses } = await answer(world, response, person);
  return { responses, session: replacement ?? session };
}

type Answers = Record<string, (world: TestPool, response: InitiateAuthResponse, person: Person) => Answer | Promise<Answer>>;

function newestCode({ outbox }: TestPool): string {
  return outbox.at(-1)?.code ?? '';
}

/** A code works only once, so this moves the clock to the next one. */
function freshCode({ clock }: TestPool, { secret = '' }: Person): string {
  clock.advance({ seconds: 30 });
  return appCode(secret, 0, clock.now());
}

const answers: Answers = {
  PASSWORD: () => ({ PASSWORD: password }),
  PASSWORD_VERIFIER(world, response, { srp }) {
    if (!srp) throw new Error('No SRP exchange is going on.');
    return srpAnswers(world, { session: srp, response });
  },
  PASSWORD_SRP: (_world, _response, { srp }) => ({ SRP_A: srp?.largeA ?? '' }),
  SELECT_CHALLENGE: (_world, _response, { prefers = 'PASSWORD' }) => ({ ANSWER: prefers }),
  CUSTOM_CHALLENGE: () => ({ ANSWER: 'right' }),
  WEB_AUTHN(_world, { ChallengeParameters }, { passkey }) {
    const options = JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '');
    return { CREDENTIAL: JSON.stringify(passkey?.get(options)) };
  },
  EMAIL_OTP: (world) => ({ EMAIL_OTP_CODE: newestCode(world) }),
  SMS_OTP: (world) => ({ SMS_OTP_CODE: newestCode(world) }),
  SMS_MFA: (world) => ({ SMS_MFA_CODE: newestCode(world) }),
  SOFTWARE_TOKEN_MFA: (world, _response, person) => ({ SOFTWARE_TOKEN_MFA_CODE: freshCode(world, person) }),
  SELECT_MFA_TYPE: (_world, { ChallengeParameters }, { prefers }) => {
    const choices: string[] = JSON.parse(ChallengeParameters?.['MFAS_CAN_CHOOSE'] ?? '[]');
    return { ANSWER: choices.find((choice) => choice === prefers) ?? choices[0] ?? '' };
  },
  async MFA_SETUP(world, { Session }, person) {
    const associated = await world.cognito.associateSoftwareToken({ Session });
    person.secret = associated.SecretCode ?? '';
    const UserCode = freshCode(world, person);
    const verified = await world.cognito.verifySoftwareToken({ Session: associated.Session, UserCode });
    return { replacement: verified.Session ?? '' };
  },
};
