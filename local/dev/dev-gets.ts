import { readFileSync } from 'node:fs';
import type { Backstage } from '../cognito/developer/backstage.ts';
import type { Inbox } from '../data/inbox.ts';
import type { Outputs } from '../data/outputs.ts';
import { realTimers, type Timers } from '../world/timers.ts';
import { type ClockPagesOptions, clockState } from './clock-pages.ts';
import { createInboxPages, recipient } from './inbox-pages.ts';
import type { People } from './people.ts';
import { renderClock } from './render/render-clock.ts';
import { renderPage } from './render/render-page.ts';
import { noSeed, respond, respondJson } from './respond.ts';
import { decodePart, type Route, type Routes } from './route.ts';
import type { Seed } from './seed.ts';

export interface GetsOptions extends ClockPagesOptions {
  readonly backstage: Backstage;
  readonly outputs: () => Outputs;
  readonly inbox: Inbox;
  readonly timers?: Timers;
}

/** Everything that can be read from the developer page: the page and its files, its news, and the same for programs. */
export function createGets(options: GetsOptions, seed: Seed, people: People): Routes {
  const { inbox, outputs, clock, backstage, timers = realTimers } = options;
  const messages = createInboxPages(inbox, timers);
  const fixed = new Map<string, Route>([
    [
      '/dev',
      async ({ query }) => {
        const page = renderPage({
          messages: messages.shown(query),
          newest: inbox.newest(),
          to: recipient(query) ?? '',
          people: await people.shown(query.get('user') ?? ''),
          clock: clockState(clock),
          outputs: outputs(),
        });
        return respond('text/html', page.markup, { 'content-security-policy': policy });
      },
    ],
    // Requested by the page every few seconds.
    [
      '/dev/state',
      async ({ query }) => {
        const state = clockState(clock);
        const shown = await people.shown(query.get('user') ?? '');
        return respondJson({
          ...state,
          clock: renderClock(state).markup,
          seed: shown.seed.markup,
          people: shown.rows.map(({ id, markup }) => ({ id, markup: markup.markup })),
          rest: shown.rest,
        });
      },
    ],
    ...files.map(([name, type]): [string, Route] => [
      `/dev/${name}`,
      () => respond(type, readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8')),
    ]),
    ['/dev/inbox', ({ query }) => messages.list(query)],
    ['/dev/messages', ({ query }) => messages.news(query)],
    ['/dev/mail', ({ query }) => messages.mail(query)],
    ['/dev/users', ({ query }) => respondJson(people.list(query.get('user') ?? '', query.get('limit')))],
    [
      '/dev/seed',
      async () => {
        const users = await seed.users();
        return users === undefined ? noSeed : respondJson({ users });
      },
    ],
    ['/dev/clock', () => respondJson(clockState(clock))],
  ]);
  return (path) => {
    const [, user] = /^\/dev\/users\/([^/]+)$/.exec(path) ?? [];
    if (user === undefined) return fixed.get(path);
    return () => respondJson(backstage.user(outputs().UserPoolId, decodePart(user)));
  };
}

const files = [
  ['page.css', 'text/css'],
  ['page.js', 'text/javascript'],
  ['page-state.js', 'text/javascript'],
  ['people.js', 'text/javascript'],
] as const;

/** Only the page's own scripts, nothing from elsewhere, and no frame around it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'";
