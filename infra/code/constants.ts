import type { Settings } from '../settings/stage.ts';

/**
 * What the bundler puts into the functions of the API: values that are too large for an environment variable, and
 * values that decide which code the functions need.
 */
export function functionConstants({
  activity,
  federation,
  protection,
  messages: { notices, languages },
}: Settings): Readonly<Record<string, unknown>> {
  const translated = Object.entries(languages).map(([tag, texts]) => [tag, texts.notices ?? {}]);
  // Whether a kind of mail is sent at all is in `NOTICES`, in the environment.
  const own = Object.entries(notices ?? {}).filter(([, words]) => typeof words !== 'boolean');
  return {
    ACTIVITY: activity !== null,
    FEDERATION: federation !== null,
    LIMITS: protection.messageLimits !== null || protection.attemptLimits !== null,
    CAPTCHA: protection.captcha !== null,
    NOTICE_TEXTS: { texts: Object.fromEntries(own), languages: Object.fromEntries(translated) },
  };
}
