import type { Inbox, StoredMessage } from '../data/inbox.ts';
import type { Message } from '../data/message.ts';
import type { HttpResponse } from '../http/http-message.ts';
import type { Timers } from '../world/timers.ts';
import { renderMail, renderMessage } from './render/render-inbox.ts';
import { noSuchPage, respond, respondJson } from './respond.ts';

/** How long a page's question for news stays open. */
const pollMs = 25_000;
const shownAtOnce = 100;

export interface InboxPages {
  /** Those that the page shows at first. */
  shown(query: URLSearchParams): readonly StoredMessage[];
  /** `/dev/inbox`: everything, for programs. */
  list(query: URLSearchParams): HttpResponse;
  /** `/dev/messages`: the page's question for news, which is answered when there are any. */
  news(query: URLSearchParams): Promise<HttpResponse>;
  /** `/dev/mail`: a mail's own HTML, for the frame. */
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

/** A mail's own HTML holds what users typed (their names): an origin of its own, no script, nothing loaded. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** No address holds a space: one that arrives was a `+` that nobody escaped, as in `?to=+15550100`. */
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
