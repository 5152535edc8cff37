import { messages as messagesSchema } from './groups/messages.ts';
import type { Settings } from './stage.ts';

const defaults = messagesSchema.parse({}).texts;

/**
 * The settings whose words Cognito has no place for, so that a CustomMessage trigger of our own gives them: other languages, words for a forgotten
 * password, and words for a sign-in by mail in a pool that has no second factor by mail.
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
