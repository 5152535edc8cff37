import type { StoredMessage } from '../inbox.ts';
import type { Message } from '../message.ts';
import type { Outputs } from '../outputs.ts';
import { type Html, html } from './html.ts';

export interface PageOptions {
  /** Newest first. */
  readonly messages: readonly StoredMessage[];
  /** The number of the newest message of all; the page asks for what comes after it. */
  readonly newest: number;
  /** The recipient that the page is limited to, or the empty string. */
  readonly to: string;
  readonly outputs: Outputs;
}

/** What a message is about, as a person would say it. */
const occasions: Readonly<Record<Message['kind'], string>> = {
  SignUp: 'Sign-up code',
  ResendCode: 'Sign-up code, sent again',
  ForgotPassword: 'Password reset',
  AdminCreateUser: 'Invitation',
  Authentication: 'Sign-in code',
  UpdateUserAttribute: 'Changed address',
  VerifyUserAttribute: 'Address to verify',
  SendEmail: 'Mail of a function',
};

/** The developer page. It is whole without its script, which brings new messages, local times and the copy buttons. */
export function renderPage({ messages, newest, to, outputs }: PageOptions): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inbox · local services</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='1' y='3' width='14' height='10' rx='2' fill='%232563eb'/%3E%3Cpath d='M2 5l6 4 6-4' fill='none' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/dev/page.css">
<script type="module" src="/dev/page.js"></script>
</head>
<body>
<header class="bar">
  <h1>Inbox</h1>
  <p id="state" class="state" role="status">Reload to see new messages</p>
  <a class="button" href="/">Open GraphiQL</a>
</header>
<div class="columns">
<main>
  <form class="filter" action="/dev" role="search">
    <label for="to">Only messages to</label>
    <input id="to" name="to" value="${to}" placeholder="an address or a number" autocomplete="off" autocapitalize="none" spellcheck="false">
    <button type="submit">Show</button>
    ${to === '' ? '' : html`<a href="/dev">Show all</a>`}
  </form>
  <div id="messages" data-newest="${newest}" data-to="${to}">${messages.map(renderMessage)}</div>
  <p id="empty" class="empty"${messages.length > 0 ? html` hidden` : ''}>
    ${to === '' ? 'No messages yet. Sign somebody up: what would be mailed or texted appears here by itself.' : html`No messages to <b>${to}</b>.`}
  </p>
</main>
<aside class="facts" aria-labelledby="facts">
  <h2 id="facts">This machine</h2>
  <dl>
    ${fact('API key', outputs.ApiKey)}
    ${fact('GraphQL', outputs.GraphQLUrl)}
    ${fact('Cognito', outputs.CognitoEndpoint)}
    ${fact('User pool', outputs.UserPoolId)}
    ${fact('App client', outputs.UserPoolClientId)}
    ${fact('Region', outputs.Region)}
    ${fact('Inbox for programs', new URL('/dev/inbox?to=', outputs.GraphQLUrl).href)}
  </dl>
</aside>
</div>
</body>
</html>
`;
}

/** One message as a card. Its text is escaped; a mail's HTML is shown by a frame without rights. */
export function renderMessage({ id, to, channel, kind, subject, body, code, sentAt }: StoredMessage): Html {
  const isHtml = channel === 'EMAIL' && /<[a-z!/][^>]*>/i.test(body);
  return html`<article class="message" aria-labelledby="message-${id}">
  <p class="meta"><span class="channel ${channel.toLowerCase()}">${channel === 'EMAIL' ? 'Mail' : 'SMS'}</span> ${occasions[kind]} <time datetime="${sentAt}">${sentAt.slice(0, 19).replace('T', ' ')} UTC</time></p>
  <h2 id="message-${id}">${subject ?? occasions[kind]}</h2>
  <p class="to">To <b>${to}</b></p>
  ${code === null ? '' : html`<p class="code"><code>${code}</code>${copyButton(code, 'the code')}</p>`}
  ${isHtml ? html`<iframe src="/dev/mail?id=${id}" sandbox title="The mail to ${to}" loading="lazy"></iframe>` : html`<p class="body">${body}</p>`}
</article>`;
}

/** A mail's own HTML, for the frame; the response's policy takes every right from it. */
export function renderMail({ body }: Message): string {
  return `<!doctype html><meta charset="utf-8"><style>body{font:15px/1.5 system-ui,sans-serif;margin:12px;color:#111;background:#fff}</style>${body}`;
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd><code>${value}</code>${copyButton(value, name)}</dd></div>`;
}

/** Hidden until the script shows it, as it does nothing without. */
function copyButton(value: string, name: string): Html {
  return html`<button type="button" class="copy" data-copy="${value}" aria-label="Copy ${name}" hidden>Copy</button>`;
}
