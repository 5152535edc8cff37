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

/** The users, and the one app client through which this API speaks to them. */
export class AuthUserPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** The key under which custom senders are handed their codes; null where the stage has none. */
  readonly senderKey: SenderKey | null;

  constructor(scope: Construct, id: string, { settings }: AuthUserPoolProps) {
    super(scope, id);
    this.senderKey = senderKey(this, settings, removal(settings));
    this.pool = new UserPool(this, 'Pool', {
      // Written out, as features are bound to it.
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
    const resource = this.pool.node.defaultChild as CfnUserPool; // what UserPool documents as its default child
    if (settings.mfa.mode === 'ON' && settings.signIn.passkeys !== null) countPasskeyAsBothFactors(resource);
    nameMailIdentity(resource, settings);
    textsOfSignIn(resource, settings);
    tieSmsRoleToPool(this.pool, settings, removal(settings));
    acknowledgeFindings(this.pool, settings);

    this.client = createAppClient(this, this.pool, settings);
    if (settings.tokens.sessions !== null) trackSessions(this, this.pool, settings.tokens.sessions.maxPerUser);
  }
}

function names({ signIn, signUp }: Settings) {
  return {
    // With a user name the others are aliases of it; without one each of them is the user name.
    signInAliases: {
      username: signIn.names.includes('USERNAME'),
      email: signIn.names.includes('EMAIL'),
      phone: signIn.names.includes('PHONE_NUMBER'),
    },
    // Can never be changed on a living pool; the service's default is case-sensitive.
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
    // A changed address takes effect once its owner has proved it; until then the old one counts.
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
    // Lite has no history, and takes no word about it.
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
      reason: 'What a password must hold is the group of settings passwords of the stage.',
    });
  }
  if (signIn.plan !== 'PLUS') {
    findings.acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'Threat protection wants the Plus tier, which is priced per user: a choice of the deployment.',
    });
  }
  if (mfa.mode !== 'ON') {
    findings.acknowledge({
      id: 'AwsSolutions-COG2',
      reason: 'Whether a second factor is required is the setting mfa.mode of the stage.',
    });
  }
}
