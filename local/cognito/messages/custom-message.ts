import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { attributesOf, type Caller, fire, type TriggerEffects } from '../triggers/fire.ts';
import { unrecognizable } from '../triggers/response-members.ts';
import type { Occasion } from '../triggers/table.ts';
import { goesByLink, holdsLink } from './confirmation-link.ts';

/** The words of a message, with placeholders in them. */
export interface Template {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

const code = '{####}';
const username = '{username}';

/**
 * The template as the CustomMessage trigger has it; as it is where the pool has none, and in the parts that the function leaves alone.
 * An answer is of no use without the placeholders, beyond Cognito's lengths, and with words for an e-mail that Cognito
 * itself sends. An invitation is the exception: a body that lacks a placeholder is ignored, and the pool's own is sent with
 * the trigger's subject (https://github.com/awsdocs/amazon-cognito-developer-guide/pull/31).
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
  // Where the mail confirms by a link, that is what it must hold.
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
