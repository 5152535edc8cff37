/** The texts for one occasion. `{####}`, `{username}` and `{##words##}` stand for the code, the name and the link. */
export interface Words {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

/** The texts in one language. Missing ones are taken from the stage's own. */
interface Texts {
  readonly verification?: Words | undefined;
  readonly invitation?: Words | undefined;
  readonly signIn?: Words | undefined;
  readonly reset?: Words | null | undefined;
}

/** What the bundler inserts into the CustomMessage trigger, since an environment variable would be too small. */
export interface MessageTexts {
  /** The stage's own texts. */
  readonly texts: Texts;
  /** By language tag: `de`, `de-AT`. */
  readonly languages: Readonly<Record<string, Texts>>;
}

/** The part of Cognito's event that is used (user-pool-lambda-custom-message). */
export interface CustomMessageEvent {
  readonly triggerSource: string;
  readonly request: {
    readonly userAttributes: Readonly<Record<string, string | undefined>>;
    readonly clientMetadata?: Readonly<Record<string, string | undefined>> | null;
    readonly codeParameter?: string | null;
    readonly linkParameter?: string | null;
    readonly usernameParameter?: string | null;
  };
  readonly response: Readonly<Record<string, unknown>>;
}

type Part = keyof Texts;

interface Occasion {
  /** The first part that has a text is sent. */
  readonly parts: readonly Part[];
  /** Whether its mail may contain a link instead of the code. */
  readonly byLink?: boolean;
}

const occasions: ReadonlyMap<string, Occasion> = new Map([
  ['CustomMessage_SignUp', { parts: ['verification'], byLink: true }],
  ['CustomMessage_ResendCode', { parts: ['verification'], byLink: true }],
  ['CustomMessage_UpdateUserAttribute', { parts: ['verification'] }],
  ['CustomMessage_VerifyUserAttribute', { parts: ['verification'] }],
  ['CustomMessage_AdminCreateUser', { parts: ['invitation'] }],
  ['CustomMessage_Authentication', { parts: ['signIn'] }],
  ['CustomMessage_ForgotPassword', { parts: ['reset', 'verification'] }],
] satisfies [string, Occasion][]);

/**
 * The event with the texts of its occasion in the user's language: that of `clientMetadata.locale`, otherwise of their
 * attribute `locale`, otherwise the stage's own. The rest of the event stays unchanged, and so does an event for which
 * there is no text, or none that contains the code.
 */
export function inWords<Event extends CustomMessageEvent>(event: Event, messages: MessageTexts): Event {
  const occasion = occasions.get(event.triggerSource);
  const words = occasion && wordsFor(event, occasion.parts, messages);
  if (!words) return event;
  const { request, response } = event;
  const fill = (text: string): string => filled(text, request);
  return {
    ...event,
    response: {
      ...response,
      // Cognito would refuse a mail without its code, so Cognito's own text is better.
      ...(holdsCode(words.email, occasion.byLink) && { emailSubject: words.subject, emailMessage: fill(words.email) }),
      ...(holdsCode(words.sms, false) && { smsMessage: fill(words.sms) }),
    },
  };
}

function wordsFor(
  { request }: CustomMessageEvent,
  parts: readonly Part[],
  { texts, languages }: MessageTexts,
): Words | undefined {
  const wanted = [request.clientMetadata?.['locale'], request.userAttributes['locale']];
  for (const locale of wanted) {
    const spoken = languageTags(locale ?? '').flatMap((tag) => (Object.hasOwn(languages, tag) ? (languages[tag] ?? []) : []));
    const words = firstOf(parts, spoken);
    if (words) return words;
  }
  return firstOf(parts, [texts]);
}

/** The text of the occasion's own part in any of these, before the text of a part that replaces it. */
function firstOf(parts: readonly Part[], texts: readonly Texts[]): Words | undefined {
  for (const part of parts) {
    for (const each of texts) {
      const words = each[part];
      if (words) return words;
    }
  }
  return undefined;
}

/**
 * `de-AT`, `de_at` and `DE-AT` become `de-AT` and `de`. Anything that is not a language tag becomes an empty list.
 * OpenID Connect Core §5.1 allows both separators.
 */
export function languageTags(locale: string): string[] {
  const [, language, region] = /^([A-Za-z]{2})(?:[-_]([A-Za-z]{2}))?(?:[-_.@].*)?$/.exec(locale) ?? [];
  if (language === undefined) return [];
  const lower = language.toLowerCase();
  return region === undefined ? [lower] : [`${lower}-${region.toUpperCase()}`, lower];
}

const link = /\{##[^#{}]+##\}/g;

function holdsCode(text: string, byLink: boolean | undefined): boolean {
  return text.includes('{####}') || (byLink === true && text.search(link) !== -1);
}

/** Replaces in one pass and with a function, so that placeholders and `$&` in the inserted values have no effect. */
function filled(text: string, { codeParameter, usernameParameter, linkParameter }: CustomMessageEvent['request']): string {
  return text.replaceAll(/\{####\}|\{username\}|\{##[^#{}]+##\}/g, (placeholder) => {
    if (placeholder === '{####}') return codeParameter ?? placeholder;
    if (placeholder === '{username}') return usernameParameter ?? placeholder;
    // Cognito's own `{##Click Here##}` has the same form as ours, which is in the user's language.
    return linkParameter && linkParameter.search(link) === -1 ? linkParameter : placeholder;
  });
}
