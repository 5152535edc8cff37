import { type Resource, resources, type Template } from '../template/template.ts';
import { type Check, findings } from './check.ts';

/** What the user pool sends: text messages, mail, links, and messages by custom senders. */
export const messageChecks = {
  /**
   * `Role does not have a trust relationship allowing Cognito to assume the role`: at the deployment, and for as long
   * as the pool lives.
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
          'It has words for text messages that are never sent.',
          'Leave SmsAuthenticationMessage out.',
        ],
        [sms && !sms.ExternalId, 'It sends text messages without an external id.', 'Set SmsConfiguration.ExternalId.'],
        [
          role && trust.Condition?.StringEquals?.['sts:ExternalId'] !== sms.ExternalId,
          'It sends by a role that trusts another id.',
          'Set SmsConfiguration.ExternalId and the condition sts:ExternalId of the role to the same.',
        ],
        [
          role && trust.Principal?.Service !== 'cognito-idp.amazonaws.com',
          'It sends by a role that trusts somebody else.',
          'Let the role trust cognito-idp.amazonaws.com.',
        ],
        [
          role && !JSON.stringify(role.Properties['Policies'] ?? '').includes('sns:Publish'),
          'It sends by a role that may not publish.',
          'Let the role do sns:Publish.',
        ],
        [
          role && role.DeletionPolicy !== DeletionPolicy,
          'It outlives its role, and could then not even be deleted.',
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
        [!address, 'It sends mail from nobody.', 'Set messages.ses.from.'],
        [
          mail.EmailSendingAccount !== 'DEVELOPER' || !identity,
          'It has its own sender without an identity.',
          'Set SourceArn to the SES identity, and EmailSendingAccount to DEVELOPER.',
        ],
        [
          source.includes('AWS::Region'),
          'It sends by an identity of no certain Region.',
          'Set messages.ses.region or naming.region.',
        ],
        [
          identity !== address && host !== identity && !host.endsWith(`.${identity}`),
          'It sends by an identity that is not the sender.',
          'Set messages.ses.verifiedDomain to the domain of messages.ses.from, or to a parent of it.',
        ],
        [
          /[^\x20-\x7e]/.test(mail.From ?? ''),
          'It has a sender outside ASCII.',
          'Encode the name of the sender as RFC 2047 says.',
        ],
      ]);
    }),

  /**
   * `Cannot perform specific action because there does not exist a valid use pool domain associated with the user
   * pool`, at each sign-up.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
   */
  links: (template) => {
    const domains = resources(template, 'AWS::Cognito::UserPoolDomain').map(([, { Properties }]) => String(Properties['Domain']));
    return resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const { DefaultEmailOption: option, EmailMessageByLink: text = '' } = pool['VerificationMessageTemplate'] ?? {};
      const byLink = option === 'CONFIRM_WITH_LINK';
      return findings(id, [
        [byLink && domains.length === 0, 'It confirms by a link, and has no domain for it.', 'Set messages.linkDomainPrefix.'],
        [
          byLink && !/\{##[^#{}]+##\}/.test(text),
          'It confirms by a link that no text holds.',
          'Write {##words of the link##} into messages.texts.verification.email.',
        ],
        [
          !byLink && domains.length > 0,
          'It has a domain that nothing leads to.',
          'Set messages.linkDomainPrefix to null, or messages.verifyBy to LINK.',
        ],
        [
          domains.some((domain) => /aws|amazon|cognito|[^a-z0-9-]/.test(domain)),
          'Its domain has a prefix that Cognito keeps to itself, or does not take.',
          'Let messages.linkDomainPrefix hold small letters, digits and hyphens, and neither aws, amazon nor cognito.',
        ],
      ]);
    });
  },

  /**
   * A sender that cannot decrypt sends nothing, and nobody hears of it.
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
        [senders.length > 0 && KMSKeyID === undefined, 'It has a sender without a key.', 'Set LambdaConfig.KMSKeyID.'],
        [senders.length === 0 && KMSKeyID !== undefined, 'It has a key without a sender.', 'Leave LambdaConfig.KMSKeyID out.'],
        [
          KMSKeyID !== undefined && !/^(\{"Fn::GetAtt":\["\w+","Arn"\]\}|"arn:aws[a-z-]*:kms:.*)$/.test(keyArn),
          'It has a key that is no ARN.',
          'Let LambdaConfig.KMSKeyID be the ARN of a key.',
        ],
        [
          functions.some((fn) => !mayDecrypt(template, fn, keyArn)),
          'It has a sender that may not decrypt.',
          'Let the role of the sender do kms:Decrypt with that key, and with no other.',
        ],
        [
          functions.some((fn) => JSON.stringify(fn?.Properties['Environment']?.Variables?.KEY_ARN) !== keyArn),
          'It has a sender that does not know the key.',
          'Set KEY_ARN in the environment of the sender to LambdaConfig.KMSKeyID.',
        ],
        [
          key && key.Properties['EnableKeyRotation'] !== true,
          'The key of its senders is never rotated.',
          'Set EnableKeyRotation of the key.',
        ],
        [
          key && key.DeletionPolicy !== DeletionPolicy,
          'It outlives its key, or the key outlives it.',
          'Give the key the DeletionPolicy of the pool.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

/** Whether the role of a function may decrypt with a key, and by that statement with no other. */
function mayDecrypt(template: Template, fn: Resource | undefined, keyArn: string): boolean {
  const role = JSON.stringify({ Ref: fn?.Properties['Role']['Fn::GetAtt'][0] });
  return resources(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(role))
    .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
    .some(({ Action, Resource: on }) => [Action].flat().join() === 'kms:Decrypt' && JSON.stringify(on) === keyArn);
}
