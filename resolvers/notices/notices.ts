import type { AccountEvent, EventKind, Listener } from '../activity/events.ts';
import type { Request } from '../call/request.ts';
import type { NoticeKind } from '../config/notice-kind.ts';
import { deviceName } from './device-name.ts';
import { type NoticeTexts, noticeInWords } from './notice-texts.ts';
import type { Person } from './person.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface NoticesOptions<Context> {
  /** The kinds of changes that they are notified of. */
  readonly kinds: ReadonlySet<NoticeKind>;
  readonly texts: NoticeTexts;
  readonly send: (mail: Mail) => Promise<unknown>;
  /**
   * Reads the person before a call is carried out. Afterwards their address may have changed, or their access token may
   * be revoked.
   */
  readonly before?: (context: Context) => Promise<Person>;
  /** Reads the person after a successful call. */
  readonly after: (context: Context, args: unknown) => Promise<Person>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called if a mail could not be sent. */
  readonly lost: (error: unknown) => void;
}

const noticed: ReadonlyMap<EventKind, NoticeKind> = new Map<EventKind, NoticeKind>([
  ['PASSWORD_CHANGED', 'passwordChanged'],
  ['PASSWORD_RESET', 'passwordChanged'],
  ['ADDRESS_CHANGED', 'addressChanged'],
  ['FACTOR_ADDED', 'factorAdded'],
  ['FACTOR_REMOVED', 'factorRemoved'],
  ['IDENTITY_UNLINKED', 'factorRemoved'],
  ['RECOVERY_CODES_MADE', 'recoveryCodesMade'],
  ['ACCESS_RECOVERED', 'accessRecovered'],
  ['ACCOUNT_DELETED', 'accountDeleted'],
]);

/** The names of the details in a mail: words that most languages use. */
const details: ReadonlyMap<string, string> = new Map([
  ['WEB_AUTHN', 'passkey'],
  ['SOFTWARE_TOKEN_MFA', 'authenticator app'],
  ['SMS_MFA', 'SMS'],
  ['EMAIL_OTP', 'e-mail'],
  ['email', 'e-mail'],
  ['phone_number', 'phone'],
]);

/** Informs the owner of an account by mail about changes. */
export function createNotices<Context extends { readonly request: Request }>(
  options: NoticesOptions<Context>,
): Listener<Context> {
  const { kinds, texts, send, before, after, now, lost } = options;
  const kindOf = (event: AccountEvent): NoticeKind | undefined => {
    const kind = noticed.get(event.kind);
    return kind !== undefined && kinds.has(kind) ? kind : undefined;
  };
  const mails = (event: AccountEvent, people: readonly Person[], { userAgent, sourceIp }: Request): Mail[] => {
    const kind = kindOf(event);
    if (kind === undefined) return [];
    const values = {
      when: `${new Date(now()).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
      device: deviceName(userAgent) ?? unknown,
      ipAddress: sourceIp ?? unknown,
      detail: (event.kind === 'IDENTITY_UNLINKED' ? event.detail : details.get(event.detail ?? '')) ?? unknown,
    };
    // Each address once, in the language that its owner has now.
    const byAddress = new Map(
      people.flatMap(({ email, locale }) => (email === null ? [] : [[email.toLowerCase(), { to: email, locale }]])),
    );
    return [...byAddress.values()].map(({ to, locale }) => ({ to, ...noticeInWords(kind, locale, texts, values) }));
  };
  return async ({ args, context }) => {
    // If the person cannot be read, the call itself is refused and nothing changes.
    const old = await before?.(context).catch(() => null);
    return async (events) => {
      const told = events.filter((event) => kindOf(event) !== undefined);
      if (told.length === 0) return;
      try {
        // A changed address is reported to both addresses, since the owner may only have access to the old one.
        const isMoved = told.some(({ kind }) => kind === 'ADDRESS_CHANGED');
        const people = [...(old ? [old] : []), ...(!old || isMoved ? [await after(context, args)] : [])];
        const letters = told.flatMap((event) => mails(event, people, context.request));
        const results = await Promise.allSettled(letters.map((mail) => send(mail)));
        for (const result of results) if (result.status === 'rejected') lost(result.reason);
      } catch (error) {
        lost(error);
      }
    };
  };
}

const unknown = '–';
