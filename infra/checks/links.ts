import { resources, type Template } from '../template/template.ts';
import { problems } from './finding.ts';

/** The rule of deployment about mails that confirm by a link. */
export const linkRules = {
  /**
   * `Cannot perform specific action because there does not exist a valid use pool domain associated with the user pool`, at each sign-up.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
   */
  links: (template: Template): string[] => {
    const domains = resources(template, 'AWS::Cognito::UserPoolDomain').map(([, { Properties }]) => String(Properties['Domain']));
    return resources(template, 'AWS::Cognito::UserPool').flatMap(([, { Properties: pool }]) => {
      const { DefaultEmailOption: option, EmailMessageByLink: text = '' } = pool['VerificationMessageTemplate'] ?? {};
      const byLink = option === 'CONFIRM_WITH_LINK';
      return problems({
        'confirms by a link, and has no domain for it': byLink && domains.length === 0,
        'confirms by a link that no text holds': byLink && !/\{##[^#{}]+##\}/.test(text),
        'has a domain that nothing leads to': !byLink && domains.length > 0,
        'has a prefix that Cognito keeps to itself': domains.some((domain) => /aws|amazon|cognito|[^a-z0-9-]/.test(domain)),
      });
    });
  },
};
