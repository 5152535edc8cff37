import { type Html, html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { htmlPage } from '../pages/page.ts';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import { browserCookie, formToken } from './form-token.ts';

/** A request of a browser for one of the pages. */
export interface Visit {
  readonly services: Services;
  readonly request: AuthorizationRequest;
  /** What identifies the browser. */
  readonly browser: string;
  /** The fields of the form that was sent; empty for a GET. */
  readonly form: URLSearchParams;
}

export type Path = '/login' | '/signup' | '/confirm' | '/resendcode' | '/forgotPassword' | '/confirmforgotPassword';

interface Shown {
  readonly title: string;
  readonly body: Html;
  /** What went wrong with the form that was sent. */
  readonly problem?: string | undefined;
  /** What has gone well. */
  readonly note?: string | undefined;
  readonly script?: string | undefined;
}

/** Forms of the page may lead to the application too, since browsers check redirects after a form. */
export function show({ request, browser }: Visit, { title, body, problem, note, script }: Shown): HttpResponse {
  const problems = problem === undefined ? [] : [html`<p class="problem" role="alert">${problem}</p>`];
  const notes = note === undefined ? [] : [html`<p role="status">${note}</p>`];
  const { protocol, origin } = new URL(request.redirectUri);
  return htmlPage({
    status: problem === undefined ? 200 : 400,
    title,
    script,
    body: html`${problems}${notes}${body}`,
    formAction: ["'self'", /^https?:$/.test(protocol) ? origin : protocol],
    headers: { 'set-cookie': browserCookie(browser) },
  });
}

/** A form of the page. The parameters of the application's request stay in the URL, and secrets in the form. */
export function form({ services, request, browser }: Visit, path: Path, fields: Html): Html {
  const token = formToken(services, browser, request.client.id, path);
  return html`<form method="post" action="${urlOf(request, path)}">
<input type="hidden" name="token" value="${token}">
${fields}
</form>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'date';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly isCode?: boolean;
  readonly hint?: string;
}

export function field({ name, label, type = 'text', autocomplete, value = '', isCode = false, hint }: Field): Html {
  const typing = isCode ? html` inputmode="numeric"` : html``;
  const described = hint === undefined ? html`` : html` aria-describedby="${name}-hint"`;
  const hints = hint === undefined ? html`` : html`<p class="hint" id="${name}-hint">${hint}</p>`;
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${typing}
 value="${value}" required${described}>
${hints}</div>`;
}

/** A one-time code. */
export function codeField(name: string, label: string, more: Pick<Field, 'hint' | 'value'> = {}): Html {
  return field({ name, label, autocomplete: 'one-time-code', isCode: true, ...more });
}

export function newPasswordField(name: string): Html {
  return field({ name, label: 'New password', type: 'password', autocomplete: 'new-password' });
}

export const submit = (label: string): Html => html`<button class="first">${label}</button>`;

export function links(...all: readonly { readonly to: string; readonly text: string }[]): Html {
  if (all.length === 0) return html``;
  return html`<ul class="links">
${all.map(({ to, text }) => html`<li><a href="${to}">${text}</a></li>`)}
</ul>`;
}

export const urlOf = ({ query }: AuthorizationRequest, path: Path): string => `${path}?${query}`;

export const startAgain = ({ request }: Visit) => ({ to: urlOf(request, '/login'), text: 'Back to the sign-in' });

/** A field of the form that was sent; empty if it is missing. */
export const sent = ({ form: fields }: Visit, name: string): string => fields.get(name) ?? '';

/** Whether the pool's own users may sign in for a client. */
export function hasOwnUsers({ settings }: UserPoolClient): boolean {
  return settings.SupportedIdentityProviders?.includes('COGNITO') ?? false;
}
