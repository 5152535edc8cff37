import type { NoticeKind } from '../config/notice-kind.ts';
import { languageTags } from '../triggers/message-texts.ts';
import { type NoticeWords, ownWords } from './own-words.ts';

type Texts = Readonly<Partial<Record<NoticeKind, NoticeWords | undefined>>>;

/** What the bundler hands to the functions that send: an environment variable would be too small. */
export interface NoticeTexts {
  /** The stage's own. What it lacks is said in ours. */
  readonly texts: Texts;
  /** By language tag: `de`, `de-AT`. What a language lacks is said as above. */
  readonly languages: Readonly<Record<string, Texts>>;
}

export type NoticeValues = Readonly<Record<'when' | 'device' | 'ipAddress' | 'detail', string>>;

/** The mail of a kind in the user's language. */
export function noticeInWords(
  kind: NoticeKind,
  locale: string,
  { texts, languages }: NoticeTexts,
  values: NoticeValues,
): NoticeWords {
  const spoken = languageTags(locale).flatMap((tag) => (Object.hasOwn(languages, tag) ? (languages[tag]?.[kind] ?? []) : []));
  const { subject, text } = spoken[0] ?? texts[kind] ?? ownWords[kind];
  return { subject: filled(subject, values), text: filled(text, values) };
}

/** In one pass, and by a function: no placeholder and no `$&` in what is put in is read again. */
function filled(text: string, values: NoticeValues): string {
  return text.replaceAll(/\{(when|device|ipAddress|detail)\}/g, (_, name: keyof NoticeValues) => values[name]);
}
