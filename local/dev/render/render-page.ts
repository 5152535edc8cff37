import type { StoredMessage } from '../../data/inbox.ts';
import type { Outputs } from '../../data/outputs.ts';
import { type Html, html } from '../../http/html.ts';
import { copyButton } from './copy-button.ts';
import { type ClockState, renderClock } from './render-clock.ts';
import { renderMessage } from './render-inbox.ts';

/** One user, or a seed user who does not exist yet. */
export interface Row {
  readonly id: string;
  readonly markup: Html;
}

/** The users that the page shows: the seed users in their order, then the others, newest first. */
export interface Shown {
  readonly rows: readonly Row[];
  readonly seed: Html;
  /** The text that the list is filtered by, or the empty string. */
  readonly text: string;
  /** Whether there are more users than shown. */
  readonly rest: boolean;
}

export interface PageOptions {
  /** Newest first. */
  readonly messages: readonly StoredMessage[];
  /** The number of the newest message overall; the page asks for later ones. */
  readonly newest: number;
  /** The recipient that the inbox is filtered by, or the empty string. */
  readonly to: string;
  readonly people: Shown;
  readonly clock: ClockState;
  readonly outputs: Outputs;
}

/** The developer page. Without its script it shows everything it knows; the script updates it and adds the buttons. */
export function renderPage({ messages, newest, to, people, clock, outputs }: PageOptions): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local services</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='1' y='3' width='14' height='10' rx='2' fill='%232563eb'/%3E%3Cpath d='M2 5l6 4 6-4' fill='none' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/dev/page.css">
<script type="module" src="/dev/page.js"></script>
</head>
<body>
<header class="bar">
  <h1>Local services</h1>
  <p id="state" class="state" role="status">Reload to see what is new</p>
  <nav aria-label="Pages and parts">
    <a class="part" href="#users">Users</a>
    <a class="part" href="#inbox">Inbox</a>
    <a class="button" href="/app/">Sign-in page</a>
    <a class="button" href="/">GraphiQL</a>
  </nav>
</header>
<main>
  <section class="clock" aria-labelledby="clock-title">
    <h2 id="clock-title">Clock</h2>
    <div id="clock">${renderClock(clock)}</div>
    <details>
      <summary>What it moves, and what going back means</summary>
      <p>It moves the time of the user pool, of the token checks, of the inbox and of functions. Time-outs are not
      affected. Your browser and an authenticator app on a phone keep real time: while the clock is ahead, use the app
      codes that are shown here.</p>
      <p>Going back to real time undoes nothing. What expired meanwhile may be deleted, and users may have to sign in
      again. Tokens, codes and temporary passwords that were created while the clock was ahead keep their expiry, which
      is now further in the future. Locks after wrong passwords and used app codes of that time are forgotten. After a
      restart, the clock shows real time again.</p>
    </details>
  </section>
  <div class="columns">
  <section id="users" aria-labelledby="users-title">
    <div class="head"><h2 id="users-title">Users</h2></div>
    <div id="seed" class="seed">${people.seed}</div>
    <form class="filter" action="/dev#users" role="search" aria-label="Users">
      <label for="user">Only users with</label>
      <input id="user" name="user" value="${people.text}" placeholder="a name or an address" autocomplete="off" autocapitalize="none" spellcheck="false">
      ${hidden('to', to)}
      <button type="submit">Find</button>
      ${people.text === '' ? '' : html`<a href="/dev${queryOf('to', to)}#users">Show all users</a>`}
    </form>
    <ul id="people" class="people" data-text="${people.text}">${people.rows.map(({ markup }) => markup)}</ul>
    <p id="nobody" class="empty"${people.rows.length > 0 ? html` hidden` : ''}>
      ${people.text === '' ? 'No users yet. Whoever signs up appears here.' : html`No user with <b>${people.text}</b>.`}
    </p>
    <p id="rest" class="note"${people.rest ? '' : html` hidden`}>Only the newest are shown. <a href="/dev/users?limit=1000">All of them as JSON</a></p>
  </section>
  <section id="inbox" aria-labelledby="inbox-title">
    <div class="head"><h2 id="inbox-title">Inbox</h2></div>
    <form class="filter" action="/dev#inbox" role="search" aria-label="Inbox">
      <label for="to">Only messages to</label>
      <input id="to" name="to" value="${to}" placeholder="an address or a number" autocomplete="off" autocapitalize="none" spellcheck="false">
      ${hidden('user', people.text)}
      <button type="submit">Show</button>
      ${to === '' ? '' : html`<a href="/dev${queryOf('user', people.text)}#inbox">Show all messages</a>`}
    </form>
    <div id="messages" data-newest="${newest}" data-to="${to}">${messages.map(renderMessage)}</div>
    <p id="empty" class="empty"${messages.length > 0 ? html` hidden` : ''}>
      ${to === '' ? 'No messages yet. What would be mailed or texted appears here by itself; nothing is sent.' : html`No messages to <b>${to}</b>.`}
    </p>
  </section>
  </div>
  <section class="facts" aria-labelledby="facts-title">
    <h2 id="facts-title">This machine</h2>
    <dl>
      ${fact('API key', outputs.ApiKey)}
      ${fact('GraphQL', outputs.GraphQLUrl)}
      ${fact('Cognito', outputs.CognitoEndpoint)}
      ${fact('User pool', outputs.UserPoolId)}
      ${fact('App client', outputs.UserPoolClientId)}
      ${fact('Region', outputs.Region)}
      ${fact('Inbox for programs', new URL('/dev/inbox?to=', outputs.GraphQLUrl).href)}
      ${fact('Users for programs', new URL('/dev/users', outputs.GraphQLUrl).href)}
    </dl>
  </section>
</main>
</body>
</html>
`;
}

/** The filter of the other list, which a search in this one keeps. */
function hidden(name: string, value: string): Html {
  return value === '' ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;
}

function queryOf(name: string, value: string): string {
  return value === '' ? '' : `?${new URLSearchParams({ [name]: value })}`;
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd><code>${value}</code>${copyButton(value, name)}</dd></div>`;
}
