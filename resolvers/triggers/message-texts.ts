/**
 * The words of one occasion, with `{####}`, `{username}` and `{##words##}` where the code, the name and the link go.
 */
export interface Words {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

/** The words of one language. What it lacks is said in the stage's own. */
interface Texts {
  readonly verification?: Words | undefined;
  readonly invitation?: Words | undefined;
  readonly signIn?: Words | undefined;
  readonly reset?: Words | null | undefined;
}

/** What the bundler hands to the CustomMessage trigger: an environment variable would be too small. */
export interface MessageTexts {
  /** The stage's own. */
  readonly texts: Texts;
  /** By language tag: `de`, `de-AT`. */
  readonly languages: Readonly<Record<string, Texts>>;
}

/** As much of Cognito's event as is looked at (user-pool-lambda-custom-message). */
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
  /** The first that has words is what is sent. */
  readonly parts: readonly Part[];
  /** Whether its mail may hold a link in the place of the code. */
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
 * The event with the words of its occasion in the user's language: that of `clientMetadata.locale`, else of their
 * attribute `locale`, else the stage's own. All else of the event stays as it is; so does an occasion that has no words
 * here, or none that hold its code.
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
      // A mail without its code would be refused whole: Cognito's own words are better.
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

/** The words of the occasion's own part in any of these, before those of the part that stands in for it. */
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
 * `de-AT`, `de_at` or `DE-AT`: `de-AT`, then `de`. What is no language tag is none (OpenID Connect Core §5.1 has both
 * signs).
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

/** In one pass, and by a function: no placeholder and no `$&` in what is put in is read again. */
function filled(text: string, { codeParameter, usernameParameter, linkParameter }: CustomMessageEvent['request']): string {
  return text.replaceAll(/\{####\}|\{username\}|\{##[^#{}]+##\}/g, (placeholder) => {
    if (placeholder === '{####}') return codeParameter ?? placeholder;
    if (placeholder === '{username}') return usernameParameter ?? placeholder;
    // Cognito's own `{##Click Here##}` has the form of ours, whose words are the user's language.
    return linkParameter && linkParameter.search(link) === -1 ? linkParameter : placeholder;
  });
}
