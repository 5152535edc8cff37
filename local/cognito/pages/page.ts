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
}

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * A page of the user pool for people. It runs no scripts and loads nothing. It may show a code or a session, so it is
 * never cached, framed or named to other sites.
 */
export function htmlPage({ status = 200, title, body, formAction = ["'none'"], headers = {} }: Page): HttpResponse {
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
</body>
</html>
`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; ` +
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

/** A page with one paragraph, for what cannot go on. */
export function errorPage(status: number, title: string, text: string): HttpResponse {
  return htmlPage({ status, title, body: html`<p>${text}</p>` });
}
