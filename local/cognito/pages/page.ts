import { createHash } from 'node:crypto';
import { type Html, html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import { style } from './style.ts';

interface Page {
  /** Default: 200. */
  readonly status?: number;
  readonly title: string;
  /** What follows the heading. */
  readonly body: Html;
  /** Where the forms of the page may lead, through redirects too (CSP source expressions). Default: nowhere. */
  readonly formAction?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Runs when the page is shown; the only script that may. Default: none. */
  readonly script?: string | undefined;
}

const styleSource = sourceOf(style);

/**
 * A page of the user pool for people. It loads nothing, and runs no script but its own. It may show a code or a session,
 * so it is never cached, framed or named to other sites.
 */
export function htmlPage({ status = 200, title, body, formAction = ["'none'"], headers = {}, script }: Page): HttpResponse {
  const scripts = script === undefined ? [] : [html`<script>${{ markup: script }}</script>`];
  const scriptSource = script === undefined ? '' : `script-src ${sourceOf(script)}; `;
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
${scripts}</body>
</html>
`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        `default-src 'none'; img-src data:; style-src ${styleSource}; ${scriptSource}frame-ancestors 'none'; base-uri 'none'; ` +
        `form-action ${formAction.join(' ')}`,
      'cross-origin-resource-policy': 'same-origin',
      // With `no-referrer`, browsers would send the page's own forms with `Origin: null`.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: markup,
  };
}

/** What allows an inline style or script in a content security policy. */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A page with one paragraph, for what cannot go on. */
export function errorPage(status: number, title: string, text: string): HttpResponse {
  return htmlPage({ status, title, body: html`<p>${text}</p>` });
}
