import { readFileSync } from 'node:fs';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http.ts';
import type { Inbox } from '../inbox.ts';
import { realTimers, type Timers } from '../lambda/timers.ts';
import type { Message } from '../message.ts';
import type { Outputs } from '../outputs.ts';
import { onlySameSite } from './guard.ts';
import { renderMail, renderMessage, renderPage } from './render.ts';

export interface DevPagesOptions {
  readonly inbox: Inbox;
  readonly outputs: () => Outputs;
  readonly timers?: Timers;
}

type Page = (request: HttpRequest, query: URLSearchParams) => HttpResponse | Promise<HttpResponse>;

/** How long a page's question for news stays open. */
const pollMs = 25_000;
const shownAtOnce = 100;

/** Everything under `/dev`: the page, its news, and `/dev/inbox` for programs. Loopback is the caller's to check, other sites are refused here. */
export function createDevPages({ inbox, outputs, timers = realTimers }: DevPagesOptions): HttpHandler {
  const messagesFor = (query: URLSearchParams, limit?: number) => {
    const to = recipient(query);
    return inbox.messages({ ...(to !== undefined && { to }), ...(limit !== undefined && { limit }) });
  };
  const pages = new Map<string, Page>([
    [
      '/dev',
      (_, query) => {
        const page = renderPage({
          messages: messagesFor(query, shownAtOnce),
          newest: inbox.newest(),
          to: recipient(query) ?? '',
          outputs: outputs(),
        });
        return respond('text/html', page.markup, pagePolicy);
      },
    ],
    ['/dev/page.css', () => respond('text/css', asset('page.css'))],
    ['/dev/page.js', () => respond('text/javascript', asset('page.js'))],
    [
      '/dev/inbox',
      (_, query) => respond('application/json', JSON.stringify(messagesFor(query).map(({ id, ...message }): Message => message))),
    ],
    [
      '/dev/messages',
      async (_, query) => {
        const after = Number(query.get('after'));
        if (inbox.newest() === after) await delivery(inbox, timers);
        const news = messagesFor(query, shownAtOnce).filter(({ id }) => id > after);
        return respond(
          'application/json',
          JSON.stringify({ newest: inbox.newest(), cards: news.map((message) => renderMessage(message).markup) }),
        );
      },
    ],
    [
      '/dev/mail',
      (_, query) => {
        const message = inbox.message(Number(query.get('id')));
        return message === undefined ? notFound : respond('text/html', renderMail(message), mailPolicy);
      },
    ],
  ]);
  return onlySameSite(async (request) => {
    const url = new URL(request.url, 'http://localhost');
    return (await pages.get(url.pathname.replace(/(.)\/$/, '$1'))?.(request, url.searchParams)) ?? notFound;
  });
}

/** No script but the page's own file, nothing from elsewhere, no frame around it. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'";
/** A mail's own HTML holds what users typed (their names): an origin of its own, no script, nothing loaded. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const notFound: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is no such page.\n',
};

function respond(type: string, body: string, policy = "default-src 'none'; frame-ancestors 'none'"): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

/** No address holds a space: one that arrives was a `+` that nobody escaped, as in `?to=+15550100`. */
function recipient(query: URLSearchParams): string | undefined {
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

function asset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
