/** As much of Cognito's event as is looked at (user-pool-lambda-pre-sign-up). */
export interface PreSignUpEvent {
  readonly request: { readonly userAttributes: Readonly<Record<string, string | undefined>> };
}

/**
 * The domains in `EMAIL_DOMAINS`, separated by commas. @throws Error where there is none: a forgotten list must not let
 * everybody in.
 */
export function emailDomains(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const domains = (env['EMAIL_DOMAINS'] ?? '').split(',').flatMap((domain) => domain.trim() || []);
  if (domains.length === 0) throw new Error('The environment variable EMAIL_DOMAINS is missing.');
  return domains;
}

/**
 * Refuses a new user whose e-mail address is of none of these domains, or who has none; leaves the event as it is. Who
 * calls it is Cognito itself, so that nobody goes round it: SignUp and AdminCreateUser alike.
 * @throws Error whose text Cognito hands on to whoever signs up.
 */
export function admit<Event extends PreSignUpEvent>(event: Event, domains: readonly string[]): Event {
  const domain = domainOf(event.request.userAttributes['email'] ?? '');
  if (domain !== undefined && domains.includes(domain)) return event;
  throw new Error(`Only e-mail addresses of ${listed(domains)} may sign up.`);
}

/**
 * An address that every mailer reads alike: one `@`; before it the plain letters of RFC 5322, without quotes and
 * comments, which may hide another `@`, and without the `%` and `!` by which old mailers route onwards; behind it a
 * host of ASCII letters. The letters are written out: with the flag `i`, or by `toLowerCase`, a Kelvin sign would pass
 * for a `k`.
 */
const plain = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9.-]+)$/;

function domainOf(address: string): string | undefined {
  return plain.exec(address)?.[1]?.toLowerCase();
}

/** `a.com`, `a.com and b.com`, `a.com, b.com and c.com`. */
function listed(domains: readonly string[]): string {
  const last = domains.at(-1) ?? '';
  return domains.length > 1 ? `${domains.slice(0, -1).join(', ')} and ${last}` : last;
}
