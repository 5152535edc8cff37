import type { Settings } from '../settings/stage.ts';

/**
 * What the bundler puts into the functions of the API: what is too large for an environment variable, and what decides
 * which code they need at all.
 */
export function functionConstants({ activity, messages: { notices, languages } }: Settings): Readonly<Record<string, unknown>> {
  const translated = Object.entries(languages).map(([tag, texts]) => [tag, texts.notices ?? {}]);
  // Whether there is such a mail is told by `NOTICES`, in the environment.
  const own = Object.entries(notices ?? {}).filter(([, words]) => typeof words !== 'boolean');
  return {
    ACTIVITY: activity !== null,
    NOTICE_TEXTS: { texts: Object.fromEntries(own), languages: Object.fromEntries(translated) },
  };
}
