import { sentByTrigger } from '../message-trigger.ts';
import type { Settings } from '../stage.ts';
import { isOfDomain } from './address.ts';
import type { Rule } from './rule.ts';

export function messageRules(settings: Settings): Rule[] {
  const { messages, naming, triggers } = settings;
  return [
    {
      path: ['messages', 'ses', 'region'],
      message: 'be set if naming.region is not: the identity is named with its Region',
      broken: messages.ses !== null && messages.ses.region === null && naming.region === null,
    },
    {
      path: ['messages', 'ses', 'verifiedDomain'],
      message: `be the domain of messages.ses.from or a parent of it`,
      broken:
        messages.ses !== null &&
        messages.ses.verifiedDomain !== null &&
        !isOfDomain(messages.ses.from, messages.ses.verifiedDomain),
    },
    {
      path: ['messages', 'senderKeyArn'],
      message: 'be null unless triggers has customEmailSender or customSmsSender',
      broken: messages.senderKeyArn !== null && triggers.customEmailSender === null && triggers.customSmsSender === null,
    },
    ...linkRules(settings),
    ...nameRules(settings),
    ...triggerTextRules(settings),
  ];
}

function linkRules({ messages, federation }: Settings): Rule[] {
  const link = messages.verifyBy === 'LINK';
  // Cognito refuses a template with both ("The message is invalid", aws/aws-cdk#6705).
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.code-or-link
  const holds = link ? /^(?!.*\{####\}).*\{##[^#{}]+##\}/s : /\{####\}/;
  const texts = Object.entries({ texts: messages.texts, ...messages.languages });
  return [
    {
      path: ['messages', 'linkDomainPrefix'],
      message: 'be set if messages.verifyBy is LINK and federation is null: the links lead to this domain',
      broken: link && messages.linkDomainPrefix === null && federation === null,
    },
    {
      path: ['messages', 'linkDomainPrefix'],
      message: 'be null if messages.verifyBy is CODE: nothing would use the domain',
      broken: !link && messages.linkDomainPrefix !== null,
    },
    ...texts.map(([name, { verification }]) => ({
      path: ['messages', ...(name === 'texts' ? ['texts'] : ['languages', name]), 'verification', 'email'],
      message: link
        ? 'contain {##words of the link##} and no {####}, since messages.verifyBy is LINK'
        : 'contain {####}, since messages.verifyBy is CODE',
      broken: verification !== undefined && !holds.test(verification.email),
    })),
  ];
}

/**
 * Anybody who calls Cognito directly can choose any user name, such as `<a/href=//evil.example>`, and any address for
 * the message. So the user name must not appear in these texts. Cognito documents `{username}` only for invitations,
 * and the sign-up function checks the names of invited users.
 */
function nameRules({ messages }: Settings): Rule[] {
  const texts = Object.entries({ texts: messages.texts, ...messages.languages });
  return texts.flatMap(([language, { verification, signIn, reset }]) =>
    Object.entries({ verification, signIn, reset }).flatMap(([occasion, words]) =>
      (['subject', 'email', 'sms'] as const).map((part) => ({
        path: ['messages', ...(language === 'texts' ? ['texts'] : ['languages', language]), occasion, part],
        message: 'not contain {username}: a stranger chooses it, and also the address that receives the message',
        broken: words?.[part].includes('{username}') ?? false,
      })),
    ),
  );
}

/**
 * Cognito uses the text of a trigger for a mail only if the pool sends through SES (user-pool-lambda-custom-message).
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.message-words
 */
function triggerTextRules(settings: Settings): Rule[] {
  const { messages, triggers } = settings;
  const texts = sentByTrigger(settings);
  return [
    {
      path: ['messages', 'ses'],
      message: `be set for ${texts.join(', ')}: a trigger supplies these texts, and Cognito uses them only if mail is sent through SES`,
      broken: texts.length > 0 && messages.ses === null,
    },
    {
      path: ['triggers', 'customMessage'],
      message: `be null if ${texts.join(', ')} is set: both would be the same trigger; write the texts in yours`,
      broken: texts.length > 0 && triggers.customMessage !== null,
    },
  ];
}
