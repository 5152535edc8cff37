import { messages as messagesSchema } from './groups/messages.ts';
import type { Settings } from './stage.ts';

const defaults = messagesSchema.parse({}).texts;

/**
 * The texts that a user pool cannot hold, so that our own CustomMessage trigger supplies them: other languages, the
 * words for a forgotten password, and the words for a sign-in by mail if the pool has no second factor by mail.
 */
export function sentByTrigger({ messages, signIn, mfa }: Pick<Settings, 'messages' | 'signIn' | 'mfa'>): readonly string[] {
  const { subject, email } = messages.texts.signIn;
  const ownWords = subject !== defaults.signIn.subject || email !== defaults.signIn.email;
  return [
    ...(Object.keys(messages.languages).length > 0 ? ['messages.languages'] : []),
    ...(messages.texts.reset === null ? [] : ['messages.texts.reset']),
    ...(ownWords && signIn.firstFactors.includes('EMAIL_OTP') && !mfa.types.includes('EMAIL_OTP')
      ? ['messages.texts.signIn']
      : []),
  ];
}
