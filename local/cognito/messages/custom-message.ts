import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { attributesOf, type Caller, fire, type TriggerEffects } from '../triggers/fire.ts';
import { unrecognizable } from '../triggers/response-members.ts';
import type { Occasion } from '../triggers/table.ts';
import { goesByLink, holdsLink } from './confirmation-link.ts';

/** The text of a message, with placeholders. */
export interface Template {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

const code = '{####}';
const username = '{username}';

/**
 * The template after the CustomMessage trigger. It stays unchanged if the pool has no such trigger, and in the parts
 * that the trigger does not set. The trigger's answer is refused if it lacks a placeholder, exceeds Cognito's lengths,
 * or sets the text of an e-mail that Cognito itself sends. An invitation is the exception: a body without a placeholder
 * is ignored, and the pool's own body is sent with the trigger's subject
 * (https://github.com/awsdocs/amazon-cognito-developer-guide/pull/31).
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.message-words
 */
export async function customize(
  effects: TriggerEffects,
  pool: UserPool,
  occasion: Occasion<'CustomMessage'>,
  user: Pick<User, 'sub' | 'status' | 'attributes' | 'username'>,
  caller: Caller,
  template: Template,
): Promise<Template> {
  const invites = occasion === 'AdminCreateUser';
  const answer = await fire(effects, pool, 'CustomMessage', {
    occasion,
    userName: user.username,
    caller,
    request: {
      userAttributes: attributesOf(user),
      codeParameter: code,
      linkParameter: '{##Click Here##}',
      usernameParameter: invites ? username : null,
    },
  });
  if (!answer) return template;
  const placeholders = invites ? [code, username] : [code];
  const isWhole = (text: string | undefined) => placeholders.every((each) => text?.includes(each));
  const usable = (text: string | undefined) => (invites && !isWhole(text) ? undefined : text);
  const { emailSubject } = answer;
  const [smsMessage, emailMessage] = [usable(answer.smsMessage), usable(answer.emailMessage)];
  // If the mail confirms with a link, it must contain the link instead of the code.
  const holdsItsCode = goesByLink(pool, occasion) ? holdsLink : isWhole;
  const isUseless = (text: string | undefined, most: number, isComplete: (text: string) => boolean) =>
    text !== undefined && (text.length > most || !isComplete(text));
  const sendsItself = pool.settings.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER';
  if (
    isUseless(smsMessage, 140, isWhole) ||
    isUseless(emailMessage, 20_000, holdsItsCode) ||
    isUseless(emailSubject, 140, () => true) ||
    (sendsItself && (answer.emailMessage !== undefined || emailSubject !== undefined))
  ) {
    throw unrecognizable();
  }
  return {
    subject: emailSubject ?? template.subject,
    email: emailMessage ?? template.email,
    sms: smsMessage ?? template.sms,
  };
}
