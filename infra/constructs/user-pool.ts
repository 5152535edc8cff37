import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  FeaturePlan,
  Mfa,
  PasskeyUserVerification,
  UserPool,
  UserPoolClient,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../settings/stage.ts';
import { readableAttributes, requiredAttributes, writableAttributes } from './attributes.ts';

export interface AuthUserPoolProps {
  readonly settings: Settings;
}

/** The users, and the one app client through which this API speaks to them. */
export class AuthUserPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { settings }: AuthUserPoolProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      // Written out, as features are bound to it: USER_AUTH and password history want Essentials.
      featurePlan: FeaturePlan.ESSENTIALS,
      removalPolicy: removal(settings),
      deletionProtection: settings.retention.deletionProtection,
      ...names(settings),
      ...addresses(),
      ...factors(settings),
      passwordPolicy: {
        minLength: settings.passwords.minimumLength,
        requireUppercase: settings.passwords.requireUppercase,
        requireLowercase: settings.passwords.requireLowercase,
        requireDigits: settings.passwords.requireNumbers,
        requireSymbols: settings.passwords.requireSymbols,
        passwordHistorySize: settings.passwords.historySize,
        tempPasswordValidity: Duration.days(settings.passwords.temporaryPasswordValidityDays),
      },
    });
    if (settings.mfa.mode === 'ON' && settings.signIn.passkeys !== null) countPasskeyAsBothFactors(this.pool);
    acknowledgeFindings(this.pool, settings);

    this.client = new UserPoolClient(this, 'Client', {
      userPool: this.pool,
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // Listed flow by flow: left out, the service's own default would apply.
      authFlows: {
        userPassword: settings.signIn.flows.includes('USER_PASSWORD_AUTH'),
        userSrp: settings.signIn.flows.includes('USER_SRP_AUTH'),
        user: settings.signIn.flows.includes('USER_AUTH'),
        custom: settings.signIn.flows.includes('CUSTOM_AUTH'),
      },
      authSessionValidity: Duration.minutes(settings.tokens.challengeMinutes),
      accessTokenValidity: Duration.minutes(settings.tokens.accessMinutes),
      idTokenValidity: Duration.minutes(settings.tokens.idMinutes),
      refreshTokenValidity: Duration.days(settings.tokens.refreshDays),
      readAttributes: readableAttributes(settings.signUp),
      writeAttributes: writableAttributes(settings.signUp),
    });
  }
}

/** A pool whose first deployment fails holds nobody and is deleted; any other is kept, where the stage keeps its data. */
export function removal({ retention }: Settings): RemovalPolicy {
  return retention.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}

function names({ signIn, signUp }: Settings) {
  return {
    signInAliases: { username: true, email: signIn.names.includes('EMAIL') },
    // Can never be changed on a living pool; the service's default is case-sensitive.
    signInCaseSensitive: false,
    standardAttributes: requiredAttributes(signUp),
    selfSignUpEnabled: signUp.modes.includes('PASSWORD'),
  } satisfies UserPoolProps;
}

function addresses() {
  return {
    autoVerify: { email: true },
    // A changed address takes effect once its owner has proved it; until then the old one counts.
    keepOriginal: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
  } satisfies UserPoolProps;
}

function factors({ signIn, mfa }: Settings) {
  const { passkeys } = signIn;
  return {
    signInPolicy: {
      allowedFirstAuthFactors: {
        password: true,
        emailOtp: signIn.firstFactors.includes('EMAIL_OTP'),
        passkey: signIn.firstFactors.includes('WEB_AUTHN'),
      },
    },
    ...(passkeys && {
      passkeyRelyingPartyId: passkeys.relyingParty,
      passkeyUserVerification:
        passkeys.userVerification === 'required' ? PasskeyUserVerification.REQUIRED : PasskeyUserVerification.PREFERRED,
    }),
    mfa: { OFF: Mfa.OFF, OPTIONAL: Mfa.OPTIONAL, ON: Mfa.REQUIRED }[mfa.mode],
    // Always given where MFA is on: left out, the CDK takes it for SMS.
    ...(mfa.mode !== 'OFF' && { mfaSecondFactor: { sms: false, otp: mfa.types.includes('SOFTWARE_TOKEN_MFA') } }),
    ...(signIn.rememberDevices !== 'NEVER' && {
      deviceTracking: {
        challengeRequiredOnNewDevice: true,
        deviceOnlyRememberedOnUserPrompt: signIn.rememberDevices === 'ON_REQUEST',
      },
    }),
  } satisfies UserPoolProps;
}

/** Without it Cognito refuses WEB_AUTHN where MFA is required. The CDK has no property for it yet (aws/aws-cdk#37894). */
function countPasskeyAsBothFactors(pool: UserPool): void {
  const resource = pool.node.defaultChild as CfnUserPool; // what UserPool documents as its default child
  resource.addPropertyOverride('WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION');
}

function acknowledgeFindings(pool: UserPool, { mfa }: Settings): void {
  const findings = Validations.of(pool);
  findings.acknowledge({
    id: 'AwsSolutions-COG8',
    reason: 'Threat protection wants the Plus tier, which is priced per user: a choice of the deployment.',
  });
  if (mfa.mode !== 'ON') {
    findings.acknowledge({
      id: 'AwsSolutions-COG2',
      reason: 'Whether a second factor is required is the setting mfa.mode of the stage.',
    });
  }
}
