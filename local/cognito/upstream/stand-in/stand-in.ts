import type { HttpRequest, HttpResponse } from '../../../http/http-message.ts';
import { readAuthorizationRequest } from '../../oauth/authorization-request.ts';
import { redirectTo } from '../../oauth/protocol/refusals.ts';
import type { Services } from '../../services.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { lostPage } from '../pending/lost-page.ts';
import { type AtStandIn, findPending, isSame, keepAnswer, type Pending, type StandInOutcome } from '../pending/pending.ts';
import { claimsOf, otherClaims, type Person } from './claims.ts';
import { type StandInPage, standInPage } from './page.ts';
import { peopleAt } from './people.ts';
import { subjectFrom } from './subjects.ts';
import { whyStandIn } from './why.ts';

/**
 * `/stand-in`: what a provider's own pages do. It ends as a provider does, with a redirect to the pool's call-back; for
 * SAML with an artifact, as in the binding of that name.
 */
export function standIn(services: Services, http: HttpRequest, params: URLSearchParams): HttpResponse {
  const form = http.method === 'POST' ? new URLSearchParams(http.body) : undefined;
  const state = (form ?? params).get('state');
  const pending = findPending(services, http, state);
  const provider = pending && services.identityProviders.find(pending.poolId, pending.provider);
  const why = provider && whyStandIn(provider);
  if (pending?.at.place !== 'stand-in' || state === null || !provider || !why) return lostPage();
  const { redirectUri } = readAuthorizationRequest(services, new URLSearchParams(pending.query));
  const { at } = pending;
  const people = peopleAt(services, provider);
  const page: StandInPage = { provider, why, people, draft: newPerson(services, provider), state, csrf: at.csrf, redirectUri };
  if (!form) return standInPage(page);
  if (!isSame(form.get('csrf'), at.csrf)) return lostPage();
  return chosen(services, { pending, at, page, form });
}

interface Choice {
  readonly pending: Pending;
  readonly at: AtStandIn;
  readonly page: StandInPage;
  readonly form: URLSearchParams;
}

function chosen(services: Services, { pending, at, page, form }: Choice): HttpResponse {
  const { provider, people, state } = page;
  const choice = form.get('choice') ?? '';
  const refusal = refusals.get(choice)?.(provider.name);
  if (refusal !== undefined) return back({ refusal });
  const known = people.find(({ subject }) => choice === `as:${subject}`);
  if (known) return back(identityOf(known));
  if (choice !== 'new') return standInPage({ ...page, problem: 'Choose one of the people, or fill in the fields.' });
  const draft = personIn(form, provider);
  const problem = problemOf(draft);
  return problem === undefined ? back(identityOf(draft)) : standInPage({ ...page, draft, problem });

  function identityOf(person: Person): StandInOutcome {
    return { subject: person.subject, claims: claimsOf(provider, person) };
  }

  function back(outcome: StandInOutcome): HttpResponse {
    const code = keepAnswer(services, state, pending, at, outcome);
    if (provider.type === 'SAML') {
      return redirectTo(`/saml2/idpresponse?${new URLSearchParams({ SAMLart: code, RelayState: state })}`);
    }
    return redirectTo(`/oauth2/idpresponse?${new URLSearchParams({ code, state })}`);
  }
}

const refusals = new Map<string, (name: string) => string>([
  ['cancel', (name) => `The user cancelled the sign-in at ${name}.`],
  ['refuse', (name) => `${name} refused the sign-in.`],
]);

function newPerson(services: Pick<Services, 'world'>, { type }: IdentityProvider): Person {
  const subject = subjectFrom(type, services.world.randomBytes(32));
  return { subject, email: '', isVerified: true, givenName: '', familyName: '', texts: {}, hasSignedIn: false };
}

function personIn(form: URLSearchParams, provider: IdentityProvider): Person {
  const text = (name: string): string => (form.get(name) ?? '').trim();
  return {
    subject: text('subject'),
    email: text('email'),
    isVerified: form.get('verified') === 'true',
    givenName: text('givenName'),
    familyName: text('familyName'),
    texts: Object.fromEntries([...otherClaims(provider).keys()].map((claim) => [claim, text(`claim:${claim}`)])),
    hasSignedIn: false,
  };
}

/** The username is `<provider>_<identifier>`, of at most 128 characters. */
function problemOf({ subject, email }: Person): string | undefined {
  if (!/^[^\s\p{C}]{1,95}$/u.test(subject)) return 'The identifier needs 1 to 95 characters, without white space.';
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) return 'This is not an e-mail address.';
  return undefined;
}
