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

/** Mail by SES, where the stage has it. */
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

/**
 * The identity that sends, where it is a domain. The CDK would not let it be a parent of the sender's, which SES does.
 */
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

/** Text messages by SNS: by a role that the CDK makes, or by one that is there. */
export function smsSender(scope: Construct, { messages: { sms } }: Settings): UserPoolProps {
  // Said outright: the CDK makes a role wherever it sees a phone.
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
 * A pool that outlived the role it sends by could not even be deleted: Cognito checks the role at every change of the
 * pool.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-role
 */
export function tieSmsRoleToPool(pool: UserPool, { messages: { sms } }: Settings, removalPolicy: RemovalPolicy): void {
  if (sms === null || sms.role !== null) return;
  const role = pool.node.findChild('smsRole') as Role; // so UserPool names the role that it makes
  role.applyRemovalPolicy(removalPolicy);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'A telephone number has no ARN: sns:Publish of a text message takes * only.',
  });
}

/** The words of what proves an address, and of an invitation. */
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
 * The words of a sign-in's code, only where Cognito takes them and sends them: words of a factor that is off are
 * refused, or configure it.
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
