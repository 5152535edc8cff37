import type { Inbox, StoredMessage } from '../data/inbox.ts';
import type { Message } from '../data/message.ts';
import type { HttpResponse } from '../http/http-message.ts';
import type { Timers } from '../world/timers.ts';
import { renderMail, renderMessage } from './render/render-inbox.ts';
import { noSuchPage, respond, respondJson } from './respond.ts';

/** How long a request for news stays open. */
const pollMs = 25_000;
const shownAtOnce = 100;

export interface InboxPages {
  /** The messages that the page shows at first. */
  shown(query: URLSearchParams): readonly StoredMessage[];
  /** `/dev/inbox`: all messages, for programs. */
  list(query: URLSearchParams): HttpResponse;
  /** `/dev/messages`: the page's request for news, which is answered when there are any. */
  news(query: URLSearchParams): Promise<HttpResponse>;
  /** `/dev/mail`: the HTML of a mail, for the frame. */
  mail(query: URLSearchParams): HttpResponse;
}

export function createInboxPages(inbox: Inbox, timers: Timers): InboxPages {
  const messagesFor = (query: URLSearchParams, limit?: number) => {
    const to = recipient(query);
    return inbox.messages({ ...(to !== undefined && { to }), ...(limit !== undefined && { limit }) });
  };
  return {
    shown: (query) => messagesFor(query, shownAtOnce),
    list: (query) => respondJson(messagesFor(query).map(({ id, ...message }): Message => message)),
    async news(query) {
      const after = Number(query.get('after'));
      if (inbox.newest() === after) await delivery(inbox, timers);
      const news = messagesFor(query, shownAtOnce).filter(({ id }) => id > after);
      return respondJson({ newest: inbox.newest(), cards: news.map((message) => renderMessage(message).markup) });
    },
    mail(query) {
      const message = inbox.message(Number(query.get('id')));
      if (message === undefined) return noSuchPage;
      return respond('text/html', renderMail(message), { 'content-security-policy': mailPolicy });
    },
  };
}

/**
 * The HTML of a mail contains what users typed (their names): it gets its own origin, no scripts, and loads nothing.
 */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Addresses contain no spaces, so a space was an unescaped `+`, as in `?to=+15550100`. */
export function recipient(query: URLSearchParams): string | undefined {
  return query.get('to')?.trimEnd().replaceAll(' ', '+') || undefined;
}

function delivery(inbox: Inbox, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      cancel();
      forget();
      resolve();
    };
    const forget = inbox.onDelivery(settle);
    const cancel = timers.after(pollMs, settle);
  });
}
