import type { Settings } from './stage.ts';
import { messages as messagesSchema } from './users/messages.ts';

const defaults = messagesSchema.parse({}).texts;

/**
 * The texts that a user pool cannot hold, so that our own CustomMessage trigger supplies them: other languages, the
 * text for a forgotten password, and the text for a sign-in by mail if the pool has no second factor by mail.
 */
export function sentByTrigger({ messages, signIn, mfa }: Pick<Settings, 'messages' | 'signIn' | 'mfa'>): readonly string[] {
  const { subject, email } = messages.texts.signIn;
  const ownWords = subject !== defaults.signIn.subject || email !== defaults.signIn.email;
  return [
    ...(Object.values(messages.languages).some(hasWordsOfCognito) ? ['messages.languages'] : []),
    ...(messages.texts.reset === null ? [] : ['messages.texts.reset']),
    ...(ownWords && signIn.firstFactors.includes('EMAIL_OTP') && !mfa.types.includes('EMAIL_OTP')
      ? ['messages.texts.signIn']
      : []),
  ];
}

/** Notices are not Cognito's: our own functions send them. */
function hasWordsOfCognito({ notices: _, ...texts }: Settings['messages']['languages'][string]): boolean {
  return Object.values(texts).some((words) => words !== undefined);
}
