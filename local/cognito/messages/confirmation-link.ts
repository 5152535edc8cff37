import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Occasion } from '../triggers/table.ts';
import { invalidParameter } from '../wire/errors.ts';

/**
 * The path of Cognito's own page that confirms a user, on the domain of a pool:
 * `/confirmUser?client_id=…&user_name=…&confirmation_code=…` (aws-amplify/amplify-js#612).
 */
export const confirmationPath = '/confirmUser';

/** The text of the link in a message: `{##Verify Email##}`. */
const placeholder = /\{##([^#{}]+)##\}/g;

/**
 * Whether the mail of this occasion contains a link. Mails to new users do if the pool is configured so. A forgotten
 * password is always set with a code.
 */
export function goesByLink({ settings }: Pick<UserPool, 'settings'>, occasion: Occasion<'CustomMessage'>): boolean {
  const byLink = settings.VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK';
  return byLink && (occasion === 'SignUp' || occasion === 'ResendCode');
}

/**
 * Throws InvalidParameterException if the pool has no domain for the link.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
 */
export function checkDomain({ domains }: Pick<Services, 'domains'>, { id }: Pick<UserPool, 'id'>): void {
  if (domains.ofPool(id).length > 0) return;
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

/** The HTML text, with a link for each of its placeholders. */
export function withLinks(text: string, { endpoint, clientId, username, code }: Link): string {
  // This encodes whatever HTML would treat as markup, except the `&` between the parameters.
  const query = new URLSearchParams({ client_id: clientId, user_name: username, confirmation_code: code });
  const href = `${endpoint}${confirmationPath}?${query}`.replaceAll('&', '&amp;');
  return text.replaceAll(placeholder, (_, words: string) => `<a href="${href}">${words}</a>`);
}
