/** The part of Cognito's event that is used (user-pool-lambda-pre-sign-up). */
export interface PreSignUpEvent {
  readonly request: { readonly userAttributes: Readonly<Record<string, string | undefined>> };
}

/**
 * The domains in `EMAIL_DOMAINS`, separated by commas. @throws Error if there are none, since a forgotten list must not
 * let everybody in.
 */
export function emailDomains(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const domains = (env['EMAIL_DOMAINS'] ?? '').split(',').flatMap((domain) => domain.trim() || []);
  if (domains.length === 0) throw new Error('The environment variable EMAIL_DOMAINS is missing.');
  return domains;
}

/**
 * Refuses a new user whose e-mail address belongs to none of these domains, or who has no address. The event stays
 * unchanged. Cognito calls this for SignUp and AdminCreateUser, so calling Cognito directly does not bypass it.
 * @throws Error whose text Cognito passes on to the person who signs up.
 */
export function admit<Event extends PreSignUpEvent>(event: Event, domains: readonly string[]): Event {
  const domain = domainOf(event.request.userAttributes['email'] ?? '');
  if (domain !== undefined && domains.includes(domain)) return event;
  throw new Error(`Only e-mail addresses of ${listed(domains)} may sign up.`);
}

/**
 * An address that every mailer reads in the same way: the plain letters of RFC 5322, one `@`, and a host of ASCII
 * letters. Quotes and comments are refused, since they may hide another `@`, and so are `%` and `!`, which old mailers
 * use for routing. The letters are listed, since with the flag `i` or `toLowerCase` a Kelvin sign would pass for a `k`.
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
