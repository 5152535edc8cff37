import { Duration, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  FeaturePlan,
  type PasswordPolicy,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { removal } from '../common/removal.ts';
import { customAttributes, requiredAttributes } from './attributes.ts';
import { identityProviders } from './identity-providers.ts';
import { type SenderKey, senderKey } from './sender-key.ts';
import { trackSessions } from './session-tracking.ts';
import { createAppClient } from './user-pool-client.ts';
import { countPasskeyAsBothFactors, factors } from './user-pool-factors.ts';
import {
  mailSender,
  nameMailIdentity,
  smsSender,
  textsOfSignIn,
  textsOfVerification,
  tieSmsRoleToPool,
} from './user-pool-messages.ts';

export interface AuthUserPoolProps {
  readonly settings: Settings;
}

/** The user pool, and the one app client that this API uses. */
export class AuthUserPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** The key that encrypts codes for custom senders; null if there are none. */
  readonly senderKey: SenderKey | null;

  constructor(scope: Construct, id: string, { settings }: AuthUserPoolProps) {
    super(scope, id);
    this.senderKey = senderKey(this, settings, removal(settings));
    this.pool = new UserPool(this, 'Pool', {
      // Set explicitly, since features depend on it.
      featurePlan: FeaturePlan[settings.signIn.plan],
      removalPolicy: removal(settings),
      deletionProtection: settings.retention.deletionProtection,
      ...names(settings),
      ...addresses(settings),
      ...factors(settings),
      passwordPolicy: passwordPolicy(settings),
      ...mailSender(settings),
      ...smsSender(this, settings),
      ...textsOfVerification(settings),
      ...(settings.protection.threatProtection !== 'OFF' && { standardThreatProtectionMode: threatProtection(settings) }),
      ...(this.senderKey && { customSenderKmsKey: this.senderKey.key }),
    });
    const resource = this.pool.node.defaultChild as CfnUserPool; // documented as the default child of UserPool
    if (settings.mfa.mode === 'ON' && settings.signIn.passkeys !== null) countPasskeyAsBothFactors(resource);
    nameMailIdentity(resource, settings);
    textsOfSignIn(resource, settings);
    tieSmsRoleToPool(this.pool, settings, removal(settings));
    acknowledgeFindings(this.pool, settings);

    const providers = identityProviders(this, this.pool, settings);
    this.client = createAppClient(this, this.pool, settings);
    this.client.node.addDependency(...providers);
    if (settings.tokens.sessions !== null) trackSessions(this, this.pool, settings.tokens.sessions.maxPerUser);
  }
}

function names({ signIn, signUp }: Settings) {
  return {
    // If there is a user name, the others are aliases of it; otherwise each of them is itself the user name.
    signInAliases: {
      username: signIn.names.includes('USERNAME'),
      email: signIn.names.includes('EMAIL'),
      phone: signIn.names.includes('PHONE_NUMBER'),
    },
    // Can never be changed for an existing pool. The default of the service distinguishes upper and lower case.
    // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-names
    signInCaseSensitive: signIn.caseSensitive,
    standardAttributes: requiredAttributes(signUp),
    customAttributes: customAttributes(signUp),
    selfSignUpEnabled: signUp.modes.includes('PASSWORD'),
  } satisfies UserPoolProps;
}

function addresses({ signIn }: Settings) {
  const proved = { email: true, phone: signIn.names.includes('PHONE_NUMBER') };
  return {
    autoVerify: proved,
    // A changed address takes effect once its owner has verified it; until then the old one stays in effect.
    keepOriginal: proved,
    accountRecovery: recovery(signIn),
  } satisfies UserPoolProps;
}

function recovery({ recovery: [first, second] }: Settings['signIn']): AccountRecovery {
  if (first === undefined) return AccountRecovery.NONE;
  if (second === undefined) return first === 'EMAIL' ? AccountRecovery.EMAIL_ONLY : AccountRecovery.PHONE_ONLY_WITHOUT_MFA;
  return first === 'EMAIL' ? AccountRecovery.EMAIL_AND_PHONE_WITHOUT_MFA : AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL;
}

function passwordPolicy({ passwords, signIn }: Settings): PasswordPolicy {
  return {
    minLength: passwords.minimumLength,
    requireUppercase: passwords.requireUppercase,
    requireLowercase: passwords.requireLowercase,
    requireDigits: passwords.requireNumbers,
    requireSymbols: passwords.requireSymbols,
    // Lite has no password history and refuses this property.
    ...(signIn.plan !== 'LITE' && { passwordHistorySize: passwords.historySize }),
    tempPasswordValidity: Duration.days(passwords.temporaryPasswordValidityDays),
  };
}

function threatProtection({ protection }: Settings): StandardThreatProtectionMode {
  return protection.threatProtection === 'ENFORCED'
    ? StandardThreatProtectionMode.FULL_FUNCTION
    : StandardThreatProtectionMode.AUDIT_ONLY;
}

function acknowledgeFindings(pool: UserPool, { mfa, passwords, signIn }: Settings): void {
  const findings = Validations.of(pool);
  const { minimumLength, requireUppercase, requireLowercase, requireNumbers, requireSymbols } = passwords;
  if (minimumLength < 8 || !(requireUppercase && requireLowercase && requireNumbers && requireSymbols)) {
    findings.acknowledge({
      id: 'AwsSolutions-COG1',
      reason: 'The settings passwords of the stage decide what a password must contain.',
    });
  }
  if (signIn.plan !== 'PLUS') {
    findings.acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'Threat protection requires the Plus plan, which is priced per user: the deployment decides.',
    });
  }
  if (mfa.mode !== 'ON') {
    findings.acknowledge({
      id: 'AwsSolutions-COG2',
      reason: 'The setting mfa.mode of the stage decides whether a second factor is required.',
    });
  }
}
