import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const words = z.strictObject({ subject: z.string().min(1).max(140), text: z.string().min(6).max(20_000) });

/** A mail of its own for each kind of change. @param occasion the end of "The mail that tells of …". */
function notice(occasion: string) {
  return setting(z.union([z.boolean(), words]).default(true), {
    is: `The mail that tells of ${occasion}: true in words of ours, false for none, or \`{ subject, text }\`.`,
    becomes: 'the code of the account and the recovery function',
  });
}

const kinds = z.strictObject({
  passwordChanged: notice('a password that was changed, or set anew after it was forgotten'),
  addressChanged: notice(
    'an e-mail address or a phone number that was changed or taken away. It goes to the old address and to the new one',
  ),
  factorAdded: notice('a passkey or a second factor that was added'),
  factorRemoved: notice('a passkey or a second factor that was removed'),
  recoveryCodesMade: notice('new recovery codes'),
  accessRecovered: notice('a recovery code that was used'),
  accountDeleted: notice('an account that was deleted'),
});

export const notices = setting(kinds.nullable().prefault({}), {
  is:
    'Mails in plain text that tell users what has happened to their account, at the address that they have proved to be theirs; null for none. ' +
    '`{when}`, `{device}`, `{ipAddress}` and `{detail}` in a text stand for what is known of it. Sent where there is `messages.ses`.',
  becomes: '`NOTICE_SENDER` of the account and the recovery function, `AWS::IAM::Policy`',
});

/** The same in another language. */
export const translatedNotices = z.strictObject({
  passwordChanged: words.optional(),
  addressChanged: words.optional(),
  factorAdded: words.optional(),
  factorRemoved: words.optional(),
  recoveryCodesMade: words.optional(),
  accessRecovered: words.optional(),
  accountDeleted: words.optional(),
});
