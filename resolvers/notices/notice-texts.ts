import type { NoticeKind } from '../config/notice-kind.ts';
import { languageTags } from '../triggers/message-texts.ts';
import { type NoticeWords, ownWords } from './own-words.ts';

type Texts = Readonly<Partial<Record<NoticeKind, NoticeWords | undefined>>>;

/** What the bundler inserts into the functions that send mail, since an environment variable would be too small. */
export interface NoticeTexts {
  /** The stage's own texts. Missing ones are replaced by our default texts. */
  readonly texts: Texts;
  /** By language tag: `de`, `de-AT`. Missing texts are replaced in the same way. */
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

/** Replaces in one pass and with a function, so that placeholders and `$&` in the inserted values have no effect. */
function filled(text: string, values: NoticeValues): string {
  return text.replaceAll(/\{(when|device|ipAddress|detail)\}/g, (_, name: keyof NoticeValues) => values[name]);
}
