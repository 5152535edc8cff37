import { goesByLink, holdsLink } from '../confirmation-link.ts';
import type { UserPool } from '../store/pools.ts';
import type { User } from '../store/users.ts';
import { attributesOf, type Caller, fire, type TriggerEffects } from './fire.ts';
import { unrecognizable } from './response-members.ts';
import type { Occasion } from './table.ts';

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
 * An answer is of no use without the placeholders, beyond Cognito's lengths, and with words for an e-mail that Cognito itself sends.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
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
  const { smsMessage, emailMessage, emailSubject } = answer;
  const says = (text: string | undefined, most: number, placeholders: readonly string[]) => {
    if (text !== undefined && (text.length > most || !placeholders.every((each) => text.includes(each)))) throw unrecognizable();
  };
  const placeholders = invites ? [code, username] : [code];
  says(smsMessage, 140, placeholders);
  // Where the mail confirms by a link, that is what it must hold.
  const byLink = goesByLink(pool, occasion);
  says(emailMessage, 20_000, byLink ? [] : placeholders);
  if (byLink && emailMessage !== undefined && !holdsLink(emailMessage)) throw unrecognizable();
  says(emailSubject, 140, []);
  const sendsItself = pool.settings.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER';
  if (sendsItself && (emailMessage !== undefined || emailSubject !== undefined)) throw unrecognizable();
  return {
    subject: emailSubject ?? template.subject,
    email: emailMessage ?? template.email,
    sms: smsMessage ?? template.sms,
  };
}
