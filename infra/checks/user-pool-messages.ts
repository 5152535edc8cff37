import { type Resource, resources, type Template } from '../template/template.ts';
import { type Check, findings } from './check.ts';

/** What the user pool sends: text messages, mail, links, and messages through custom senders. */
export const messageChecks = {
  /**
   * `Role does not have a trust relationship allowing Cognito to assume the role`, at the deployment and at every
   * message afterwards.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-role
   */
  sms: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool, DeletionPolicy }]) => {
      const sms = pool['SmsConfiguration'];
      const role = template.Resources[sms?.SnsCallerArn?.['Fn::GetAtt']?.[0] ?? ''];
      const [trust] = role?.Properties['AssumeRolePolicyDocument'].Statement ?? [];
      const isFactor =
        (pool['EnabledMfas'] ?? []).includes('SMS_MFA') ||
        (pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? []).includes('SMS_OTP');
      return findings(id, [
        [
          'SmsAuthenticationMessage' in pool && !(sms && isFactor),
          'It has texts for text messages that are never sent.',
          'Remove SmsAuthenticationMessage.',
        ],
        [sms && !sms.ExternalId, 'It sends text messages without an external id.', 'Set SmsConfiguration.ExternalId.'],
        [
          role && trust.Condition?.StringEquals?.['sts:ExternalId'] !== sms.ExternalId,
          'Its role for text messages trusts another external id.',
          'Set SmsConfiguration.ExternalId and the condition sts:ExternalId of the role to the same value.',
        ],
        [
          role && trust.Principal?.Service !== 'cognito-idp.amazonaws.com',
          'Its role for text messages does not trust Cognito.',
          'Let the role trust cognito-idp.amazonaws.com.',
        ],
        [
          role && !JSON.stringify(role.Properties['Policies'] ?? '').includes('sns:Publish'),
          'Its role for text messages may not publish.',
          'Allow the role sns:Publish.',
        ],
        [
          role && role.DeletionPolicy !== DeletionPolicy,
          'It is kept while its role is deleted, and could then not even be deleted.',
          'Give the role the DeletionPolicy of the pool.',
        ],
      ]);
    }),

  /**
   * `Email address is not verified. The following identities failed the check in region …`.
   * @see docs/aws-behaviour/messages.md#messages.verified-identity
   */
  mail: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties }]) => {
      const mail = Properties['EmailConfiguration'];
      if (mail === undefined) return [];
      const source = JSON.stringify(mail.SourceArn ?? '');
      const identity = /identity\/([^"]+)"/.exec(source)?.[1] ?? '';
      const address = /<([^>]+)>$/.exec(mail.From ?? '')?.[1] ?? mail.From ?? '';
      const host = address.slice(address.lastIndexOf('@') + 1);
      return findings(id, [
        [!address, 'It has no sender for mail.', 'Set messages.ses.from.'],
        [
          mail.EmailSendingAccount !== 'DEVELOPER' || !identity,
          'It has a sender of its own, but no identity.',
          'Set SourceArn to the SES identity, and EmailSendingAccount to DEVELOPER.',
        ],
        [
          source.includes('AWS::Region'),
          'Its identity for mail is in no definite Region.',
          'Set messages.ses.region or naming.region.',
        ],
        [
          identity !== address && host !== identity && !host.endsWith(`.${identity}`),
          'Its identity for mail does not belong to the sender.',
          'Set messages.ses.verifiedDomain to the domain of messages.ses.from, or a parent of it.',
        ],
        [
          /[^\x20-\x7e]/.test(mail.From ?? ''),
          'Its sender contains characters outside ASCII.',
          'Encode the name of the sender as RFC 2047 requires.',
        ],
      ]);
    }),

  /**
   * Every sign-up would fail with `Cannot perform specific action because there does not exist a valid use pool domain
   * associated with the user pool`.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
   */
  links: (template) => {
    const hasDomain = resources(template, 'AWS::Cognito::UserPoolDomain').length > 0;
    const hasOAuth = resources(template, 'AWS::Cognito::UserPoolClient').some(
      ([, { Properties }]) => Properties['AllowedOAuthFlowsUserPoolClient'] === true,
    );
    return resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const { DefaultEmailOption: option, EmailMessageByLink: text = '' } = pool['VerificationMessageTemplate'] ?? {};
      const byLink = option === 'CONFIRM_WITH_LINK';
      return findings(id, [
        [byLink && !hasDomain, 'It confirms with a link, but has no domain for it.', 'Set messages.linkDomainPrefix.'],
        [
          byLink && !/\{##[^#{}]+##\}/.test(text),
          'It confirms with a link, but no text contains one.',
          'Write {##words of the link##} into messages.texts.verification.email.',
        ],
        [
          !byLink && !hasOAuth && hasDomain,
          'It has a domain that no link leads to and that serves no OAuth.',
          'Set messages.linkDomainPrefix to null, messages.verifyBy to LINK, or federation.',
        ],
      ]);
    });
  },

  /**
   * A sender that cannot decrypt the code sends nothing, and nobody notices.
   * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.sender-is-silent
   */
  senders: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties, DeletionPolicy }]) => {
      const { CustomEmailSender, CustomSMSSender, KMSKeyID } = Properties['LambdaConfig'] ?? {};
      const senders = [CustomEmailSender, CustomSMSSender].filter((sender) => sender !== undefined);
      const keyArn = JSON.stringify(KMSKeyID);
      const key = template.Resources[KMSKeyID?.['Fn::GetAtt']?.[0] ?? ''];
      const functions = senders.map(({ LambdaArn }) => template.Resources[LambdaArn['Fn::GetAtt']?.[0]]);
      return findings(id, [
        [senders.length > 0 && KMSKeyID === undefined, 'It has a custom sender without a key.', 'Set LambdaConfig.KMSKeyID.'],
        [
          senders.length === 0 && KMSKeyID !== undefined,
          'It has a key without a custom sender.',
          'Remove LambdaConfig.KMSKeyID.',
        ],
        [
          KMSKeyID !== undefined && !/^(\{"Fn::GetAtt":\["\w+","Arn"\]\}|"arn:aws[a-z-]*:kms:.*)$/.test(keyArn),
          'Its key for custom senders is not an ARN.',
          'Set LambdaConfig.KMSKeyID to the ARN of a key.',
        ],
        [
          functions.some((fn) => !mayDecrypt(template, fn, keyArn)),
          'Its custom sender may not decrypt, or may decrypt with other keys too.',
          'Allow the role of the sender kms:Decrypt with that key and no other.',
        ],
        [
          functions.some((fn) => JSON.stringify(fn?.Properties['Environment']?.Variables?.KEY_ARN) !== keyArn),
          'Its custom sender does not know the key.',
          'Set KEY_ARN in the environment of the sender to LambdaConfig.KMSKeyID.',
        ],
        [
          key && key.Properties['EnableKeyRotation'] !== true,
          'The key of its custom senders is never rotated.',
          'Set EnableKeyRotation for the key.',
        ],
        [
          key && key.DeletionPolicy !== DeletionPolicy,
          'It is kept while its key is deleted, or the other way round.',
          'Give the key the DeletionPolicy of the pool.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

/** Whether the role of a function may decrypt with a key, and whether that statement covers no other key. */
function mayDecrypt(template: Template, fn: Resource | undefined, keyArn: string): boolean {
  const role = JSON.stringify({ Ref: fn?.Properties['Role']['Fn::GetAtt'][0] });
  return resources(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(role))
    .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
    .some(({ Action, Resource: on }) => [Action].flat().join() === 'kms:Decrypt' && JSON.stringify(on) === keyArn);
}
