import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const words = z.strictObject({ subject: z.string().min(1).max(140), text: z.string().min(6).max(20_000) });

/** The notice about one kind of change. @param occasion the end of the sentence "The mail that informs of …". */
function notice(occasion: string) {
  return setting(z.union([z.boolean(), words]).default(true), {
    is: `The mail that informs of ${occasion}: true for the default text, false for no mail, or \`{ subject, text }\`.`,
    becomes: 'the code of the account and the recovery function',
  });
}

const kinds = z.strictObject({
  passwordChanged: notice('a password that was changed, or reset after it was forgotten'),
  addressChanged: notice(
    'an e-mail address or phone number that was changed or removed. It goes to the old address and to the new one',
  ),
  factorAdded: notice('a passkey or a second factor that was added'),
  factorRemoved: notice('a passkey or a second factor that was removed'),
  recoveryCodesMade: notice('new recovery codes'),
  accessRecovered: notice('a recovery code that was used'),
  accountDeleted: notice('an account that was deleted'),
});

export const notices = setting(kinds.nullable().prefault({}), {
  is:
    'Mails in plain text that inform users about changes to their account, sent to their verified address; null ' +
    'for none. ' +
    'In a text, `{when}`, `{device}`, `{ipAddress}` and `{detail}` stand for the details of the change. Sent ' +
    'only if `messages.ses` is set.',
  becomes: '`NOTICE_SENDER` of the account and the recovery function, `AWS::IAM::Policy`',
});

/** The same texts in another language. */
export const translatedNotices = z.strictObject({
  passwordChanged: words.optional(),
  addressChanged: words.optional(),
  factorAdded: words.optional(),
  factorRemoved: words.optional(),
  recoveryCodesMade: words.optional(),
  accessRecovered: words.optional(),
  accountDeleted: words.optional(),
});
