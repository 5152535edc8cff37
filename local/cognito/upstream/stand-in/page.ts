import { type Html, html } from '../../../http/html.ts';
import type { HttpResponse } from '../../../http/http-message.ts';
import { htmlPage } from '../../pages/page.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { otherClaims, type Person } from './claims.ts';
import type { WhyStandIn } from './why.ts';

export interface StandInPage {
  readonly provider: IdentityProvider;
  readonly why: WhyStandIn;
  readonly people: readonly Person[];
  /** What the fields are filled with. */
  readonly draft: Person;
  readonly state: string;
  readonly csrf: string;
  /** Where the application gets its answer. */
  readonly redirectUri: string;
  readonly problem?: string | undefined;
}

/** The page that takes the place of a provider's own sign-in page. It works without a script. */
export function standInPage({ provider, why, people, draft, problem, ...page }: StandInPage): HttpResponse {
  const name = labels[provider.type] ?? provider.name;
  const hidden = html`<input type="hidden" name="state" value="${page.state}">
<input type="hidden" name="csrf" value="${page.csrf}">`;
  const form = (body: Html) => html`<form method="post" action="/stand-in">
${hidden}
${body}
</form>`;
  const body = html`<p class="stands-in">This is not ${name}, but a page of the user pool on this machine. ${reasons[why](name, provider)}
Choose who signs in: the pool believes it as if ${name} had said so.</p>
${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
<h2>Sign in as</h2>
${form(html`${people.map(choice)}`)}
<h2>Somebody else</h2>
${form(fields(provider, draft))}
<h2>Nobody</h2>
${form(html`<button name="choice" value="cancel">Cancel, as the user</button>
<button name="choice" value="refuse">Refuse, as ${name}</button>`)}`;
  const status = problem === undefined ? 200 : 400;
  return htmlPage({
    status,
    title: `Stand-in for ${name}`,
    body,
    formAction: ["'self'", sourceOf(page.redirectUri)],
  });
}

const labels: Partial<Record<IdentityProvider['type'], string>> = {
  LoginWithAmazon: 'Amazon',
  SignInWithApple: 'Apple',
};

const reasons: Readonly<Record<WhyStandIn, (name: string, provider: IdentityProvider) => string>> = {
  kind: (name, { type }) => `Only a deployed stage can ask ${type === 'SAML' ? 'a provider with SAML' : name}.`,
  example: (name, { details }) => `The issuer of ${name}, ${details['oidc_issuer'] ?? ''}, is an example and does not exist.`,
  secret: (name) => `To be sent to ${name} itself, start with its client secret in FEDERATION_SECRETS.`,
};

function choice({ subject, email, isVerified, givenName, familyName, hasSignedIn }: Person): Html {
  const name = [givenName, familyName].filter(Boolean).join(' ') || email || subject;
  const details = [
    ...(email === '' ? ['no e-mail address'] : [email, isVerified ? 'verified' : 'not verified']),
    ...(hasSignedIn ? ['has signed in before'] : []),
  ];
  return html`<button class="person" name="choice" value="as:${subject}">${name} <span class="hint">${details.join(', ')}</span></button>
`;
}

function fields(provider: IdentityProvider, { subject, email, isVerified, givenName, familyName, texts }: Person): Html {
  const others = [...otherClaims(provider)].map(([claim, attribute]) =>
    field(`claim:${claim}`, claim === attribute ? claim : `${claim} (the pool’s ${attribute})`, texts[claim] ?? ''),
  );
  return html`${field('subject', 'Identifier at the provider', subject, html` required maxlength="95" spellcheck="false"`)}
${field('email', 'E-mail', email, html` type="email"`)}
<div class="option"><input type="checkbox" id="verified" name="verified" value="true"${isVerified ? html` checked` : ''}>
<label for="verified">The provider has verified the address</label></div>
${field('givenName', 'Given name', givenName)}
${field('familyName', 'Family name', familyName)}
${others}
<button class="first" name="choice" value="new">Sign in as this person</button>`;
}

function field(name: string, label: string, value: string, more: Html = html``): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" autocomplete="off"${more}></div>
`;
}

/** Browsers apply form-action to redirects too, and the last one leads to the application. */
function sourceOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
}
