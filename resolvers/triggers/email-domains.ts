import { addressOf, isVerified, type PreSignUpEvent } from './pre-sign-up-event.ts';

/**
 * The domains in `EMAIL_DOMAINS`, separated by commas. @throws Error if there are none although there must be, or if the
 * variable is missing, since a forgotten list must not let everybody in.
 */
export function emailDomains(env: Readonly<Record<string, string | undefined>>, { mayBeEmpty = false } = {}): readonly string[] {
  const domains = (env['EMAIL_DOMAINS'] ?? '').split(',').flatMap((domain) => domain.trim() || []);
  if (env['EMAIL_DOMAINS'] === undefined || (domains.length === 0 && !mayBeEmpty)) {
    throw new Error('The environment variable EMAIL_DOMAINS is missing.');
  }
  return domains;
}

/**
 * Refuses a new user whose e-mail address belongs to none of these domains, or who has no address. The event stays
 * unchanged. Cognito calls this for SignUp, AdminCreateUser and the first sign-in by another provider, so calling Cognito
 * directly does not bypass it. Users of another provider are sent no code, so the provider must have verified their
 * address.
 * @throws Error whose text Cognito passes on to the person who signs up.
 */
export function admit<Event extends Pick<PreSignUpEvent, 'triggerSource' | 'request'>>(
  event: Event,
  domains: readonly string[],
): Event {
  const domain = addressOf(event)?.split('@')[1]?.toLowerCase();
  if (domain === undefined || !domains.includes(domain)) {
    throw new Error(`Only e-mail addresses of ${listed(domains)} may sign up.`);
  }
  if (event.triggerSource === 'PreSignUp_ExternalProvider' && !isVerified(event)) {
    throw new Error(`Only verified e-mail addresses of ${listed(domains)} may sign up.`);
  }
  return event;
}

/** `a.com`, `a.com and b.com`, `a.com, b.com and c.com`. */
function listed(domains: readonly string[]): string {
  const last = domains.at(-1) ?? '';
  return domains.length > 1 ? `${domains.slice(0, -1).join(', ')} and ${last}` : last;
}
