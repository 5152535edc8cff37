import { type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  type CfnUserPool,
  type UserPool,
  UserPoolEmail,
  type UserPoolProps,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

/** Mail through SES, if the stage uses it. */
export function mailSender({ messages: { ses }, naming }: Settings) {
  if (ses === null) return {};
  const region = ses.region ?? naming.region;
  return {
    email: UserPoolEmail.withSES({
      fromEmail: ses.from,
      ...(ses.fromName !== null && { fromName: ses.fromName }),
      ...(ses.replyTo !== null && { replyTo: ses.replyTo }),
      ...(region !== null && { sesRegion: region }),
      ...(ses.configurationSet !== null && { configurationSetName: ses.configurationSet }),
    }),
  } satisfies UserPoolProps;
}

/** Sets the sending identity if it is a domain. The CDK refuses a parent domain of the sender, which SES accepts. */
export function nameMailIdentity(pool: CfnUserPool, { messages: { ses }, naming }: Settings): void {
  if (ses === null || ses.verifiedDomain === null) return;
  const stack = Stack.of(pool);
  const identity = stack.formatArn({
    service: 'ses',
    region: ses.region ?? naming.region ?? stack.region,
    resource: 'identity',
    resourceName: ses.verifiedDomain,
  });
  pool.addPropertyOverride('EmailConfiguration.SourceArn', identity);
}

/** Text messages through SNS, with a role that the CDK creates or with an existing one. */
export function smsSender(scope: Construct, { messages: { sms } }: Settings): UserPoolProps {
  // Set explicitly, since the CDK creates a role as soon as the pool has a phone number.
  if (sms === null) return { enableSmsRole: false };
  return {
    ...(sms.region !== null && { snsRegion: sms.region }),
    ...(sms.role === null
      ? { enableSmsRole: true }
      : {
          smsRole: Role.fromRoleArn(scope, 'SmsRole', sms.role.arn, { mutable: false }),
          smsRoleExternalId: sms.role.externalId,
        }),
  };
}

/**
 * If the pool is kept, so is the role it sends with. Cognito checks the role at every change of the pool, so without it
 * the pool could not even be deleted.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-role
 */
export function tieSmsRoleToPool(pool: UserPool, { messages: { sms } }: Settings, removalPolicy: RemovalPolicy): void {
  if (sms === null || sms.role !== null) return;
  const role = pool.node.findChild('smsRole') as Role; // the id that UserPool gives its role
  role.applyRemovalPolicy(removalPolicy);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'A phone number has no ARN, so sns:Publish of a text message requires *.',
  });
}

/** The texts that verify an address, and those of an invitation. */
export function textsOfVerification({ messages: { texts, verifyBy } }: Settings) {
  return {
    userVerification: {
      emailStyle: verifyBy === 'LINK' ? VerificationEmailStyle.LINK : VerificationEmailStyle.CODE,
      emailSubject: texts.verification.subject,
      emailBody: texts.verification.email,
      smsMessage: texts.verification.sms,
    },
    userInvitation: {
      emailSubject: texts.invitation.subject,
      emailBody: texts.invitation.email,
      smsMessage: texts.invitation.sms,
    },
  } satisfies UserPoolProps;
}

/**
 * The texts for a sign-in code, only if Cognito sends such codes: texts for a factor that is off are refused, or enable
 * that factor.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-off
 */
export function textsOfSignIn(pool: CfnUserPool, { messages, mfa, signIn }: Settings): void {
  const { subject, email, sms } = messages.texts.signIn;
  if (mfa.types.includes('EMAIL_OTP')) {
    pool.emailAuthenticationSubject = subject;
    pool.emailAuthenticationMessage = email;
  }
  if (mfa.types.includes('SMS_MFA') || signIn.firstFactors.includes('SMS_OTP')) pool.smsAuthenticationMessage = sms;
}
