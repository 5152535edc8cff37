import { type Html, html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import { allows } from '../settings/client.ts';
import { nameLabel } from './names.ts';
import { field, form, hasOwnUsers, links, sent, show, submit, urlOf, type Visit } from './visit.ts';

/** The first page: a button for each provider of the client, and a form for the pool's own users. */
export function signInPage(visit: Visit, told: { problem?: string; note?: string } = {}): HttpResponse {
  const providers = providerLinks(visit);
  const own = hasOwnUsers(visit.request.client) && onlyProvider(visit) === undefined ? ownForm(visit) : html``;
  const rule = providers.markup && own.markup ? html`<hr>` : html``;
  return show(visit, { title: 'Sign in', body: html`${providers}${rule}${own}`, ...told });
}

/** A provider that the application has chosen for the user. */
function onlyProvider({ request: { identityProvider } }: Visit): string | undefined {
  return identityProvider === 'COGNITO' ? undefined : identityProvider;
}

function providerLinks(visit: Visit): Html {
  const { services, request } = visit;
  const { client, pool, identityProvider } = request;
  const only = onlyProvider(visit);
  const offered = (client.settings.SupportedIdentityProviders ?? [])
    .filter((name) => name !== 'COGNITO' && identityProvider !== 'COGNITO' && (only === undefined || only === name))
    .filter((name) => services.identityProviders.find(pool.id, name) !== undefined);
  if (offered.length === 0) return html``;
  const buttons = offered.map((name) => {
    const query = new URLSearchParams(request.query);
    query.delete('idp_identifier');
    query.set('identity_provider', name);
    return html`<li><a class="button" href="/oauth2/authorize?${query.toString()}">Continue with ${shownName(name)}</a></li>`;
  });
  return html`<ul class="providers">
${buttons}
</ul>`;
}

const shownName = (name: string): string => known.get(name) ?? name;

const known = new Map([
  ['SignInWithApple', 'Apple'],
  ['LoginWithAmazon', 'Amazon'],
]);

/** The first factors beside a password. */
const factorLabels = [
  ['WEB_AUTHN', 'Use a passkey'],
  ['EMAIL_OTP', 'Send me a code by e-mail'],
  ['SMS_OTP', 'Send me a code by text message'],
] as const;

function ownForm(visit: Visit): Html {
  const { client, pool, loginHint } = visit.request;
  const { AllowedFirstAuthFactors } = pool.settings.Policies.SignInPolicy;
  const withoutPassword = allows(client.settings, 'ALLOW_USER_AUTH')
    ? factorLabels.filter(([factor]) => AllowedFirstAuthFactors.includes(factor))
    : [];
  const fields = html`${field({
    name: 'username',
    label: nameLabel(pool),
    autocomplete: 'username',
    value: sent(visit, 'username') || loginHint,
  })}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button class="first" name="by" value="password">Sign in</button>
${withoutPassword.map(
  ([factor, label]) => html`<button name="by" value="${factor}" formnovalidate>${label}</button>
`,
)}`;
  const more = [
    { to: urlOf(visit.request, '/forgotPassword'), text: 'Forgot your password?' },
    ...(pool.settings.AdminCreateUserConfig.AllowAdminCreateUserOnly
      ? []
      : [{ to: urlOf(visit.request, '/signup'), text: 'Create an account' }]),
  ];
  return html`${form(visit, '/login', fields)}${links(...more)}`;
}

/** The same page with only a button, for a problem that a form cannot solve. */
export function beginAgain(visit: Visit, title: string, text: string): HttpResponse {
  const button = html`<form method="get" action="/login">
${[...new URLSearchParams(visit.request.query)].map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}
${submit('Sign in again')}
</form>`;
  return show(visit, { title, body: button, problem: text });
}
