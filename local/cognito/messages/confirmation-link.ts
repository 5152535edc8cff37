import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Occasion } from '../triggers/table.ts';
import { invalidParameter } from '../wire/errors.ts';

/**
 * Where Cognito's own page of a pool's domain confirms a user:
 * `/confirmUser?client_id=…&user_name=…&confirmation_code=…` (aws-amplify/amplify-js#612).
 */
export const confirmationPath = '/confirmUser';

/** The words of the link in a text: `{##Verify Email##}`. */
const placeholder = /\{##([^#{}]+)##\}/g;

/**
 * Whether the mail of this occasion holds a link: those to a new user do, where the pool says so. A forgotten password
 * is always set by a code.
 */
export function goesByLink({ settings }: Pick<UserPool, 'settings'>, occasion: Occasion<'CustomMessage'>): boolean {
  const byLink = settings.VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK';
  return byLink && (occasion === 'SignUp' || occasion === 'ResendCode');
}

/**
 * Throws InvalidParameterException where the pool has no domain that would answer the link.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
 */
export function checkDomain({ pools }: Pick<Services, 'pools'>, { id }: Pick<UserPool, 'id'>): void {
  if (pools.domainOf(id) !== undefined) return;
  throw invalidParameter(
    'Cannot perform specific action because there does not exist a valid use pool domain associated with the user pool',
  );
}

export function holdsLink(text: string): boolean {
  return text.search(placeholder) !== -1;
}

interface Link {
  readonly endpoint: string;
  readonly clientId: string;
  readonly username: string;
  readonly code: string;
}

/** The text, an HTML, with a link for each of its placeholders. */
export function withLinks(text: string, { endpoint, clientId, username, code }: Link): string {
  // Encodes what HTML would read as markup; but for the sign between its parameters.
  const query = new URLSearchParams({ client_id: clientId, user_name: username, confirmation_code: code });
  const href = `${endpoint}${confirmationPath}?${query}`.replaceAll('&', '&amp;');
  return text.replaceAll(placeholder, (_, words: string) => `<a href="${href}">${words}</a>`);
}
