import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Cognito } from '../aws/cognito.ts';
import type { Plain } from '../aws/json-protocol.ts';
import { addressOf, isVerified, type PreSignUpEvent } from './pre-sign-up-event.ts';
import { type ProvidedIdentity, providedIdentity } from './provided-identity.ts';

export interface FederatedSignUpOptions {
  readonly cognito: Cognito;
  /** The names of all providers of the stage. */
  readonly providers: readonly string[];
  /** The names of those whose word is enough to sign in to an account with the same address. */
  readonly trusted: readonly string[];
  readonly output: { readonly error: (line: object) => void };
}

/** What arrives at the call-back URL, as `PreSignUp failed with error <text>.` */
const linked = 'IDENTITY_LINKED';
const accountExists = 'ACCOUNT_EXISTS_WITH_OTHER_METHOD';

/** Three of these fit into the five seconds that Cognito waits for a trigger. */
const TIMEOUT_MS = 1_500;
/** Anybody can sign up with another person's address, as often as they like, without verifying it. */
const MOST_PAGES = 5;

/**
 * Decides what happens at the first sign-in by another provider if somebody here has verified the same address. If the
 * provider is trusted, the identity is linked to their account. Cognito cannot go on with a sign-in whose identity was
 * linked meanwhile, so it ends with an error in any case, and the next one succeeds. If not, it is refused, so that
 * nobody has two accounts without noticing.
 *
 * An address that the provider has not verified is not compared at all: it proves nothing, and an answer would reveal
 * who has an account.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.link-in-trigger
 * @throws Error whose text Cognito passes on.
 */
export function federatedSignUp(options: FederatedSignUpOptions): (event: PreSignUpEvent) => Promise<void> {
  const { providers, output } = options;
  return async (event) => {
    const identity = providedIdentity(event.userName, providers);
    if (event.triggerSource !== 'PreSignUp_ExternalProvider') {
      // It would keep the user of the provider out, whose user name it is.
      if (identity !== null) throw new Error('This user name is reserved.');
      return;
    }
    const address = addressOf(event);
    if (address === undefined || !isVerified(event)) return;
    let refusal: string | null;
    try {
      refusal = await compare(event, identity, address, options);
    } catch (error) {
      // The text of an exception may contain ARNs, and Cognito would pass it on.
      output.error({ trigger: 'PreSignUp', cause: { name: error instanceof Error ? error.name : 'unknown' } });
      throw new Error('Your account could not be looked up just now. Try again.');
    }
    if (refusal !== null) throw new Error(refusal);
  };
}

/** Null if the identity may have an account of its own. */
async function compare(
  { userPoolId }: PreSignUpEvent,
  identity: ProvidedIdentity | null,
  address: string,
  { cognito, trusted }: FederatedSignUpOptions,
): Promise<string | null> {
  const { users, areAll } = await usersWith(address, userPoolId, cognito);
  const [owner, ...others] = users.filter(isOwner);
  if (owner === undefined) return areAll ? null : accountExists;
  const isCertain = areAll && others.length === 0 && attribute(owner, 'email') === address;
  if (!isCertain || identity === null || !trusted.includes(identity.provider)) return accountExists;
  if (!identity.isExact || !mayBeLinked(owner, identity.provider)) return accountExists;
  try {
    await cognito.send(
      'AdminLinkProviderForUser',
      {
        UserPoolId: userPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: owner.Username },
        SourceUser: {
          ProviderName: identity.provider,
          ProviderAttributeName: 'Cognito_Subject',
          ProviderAttributeValue: identity.subject,
        },
      },
      { timeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (error instanceof Error && unlinkable.has(error.name)) return accountExists;
    throw error;
  }
  return linked;
}

/** Refusals of a link that another attempt would meet again, such as a user with five identities. */
const unlinkable: ReadonlySet<string> = new Set(['LimitExceededException', 'InvalidParameterException', 'AliasExistsException']);

/** The users with this address, however they have written it. Quotation marks cannot occur in a plain address. */
async function usersWith(address: string, UserPoolId: string, cognito: Cognito) {
  const users: Plain<UserType>[] = [];
  let pages = 0;
  for (const email of new Set([address, address.toLowerCase()])) {
    let PaginationToken: string | undefined;
    do {
      pages += 1;
      if (pages > MOST_PAGES) return { users, areAll: false };
      const answer = await cognito.send(
        'ListUsers',
        { UserPoolId, Filter: `email = "${email}"`, ...(PaginationToken && { PaginationToken }) },
        { timeoutMs: TIMEOUT_MS },
      );
      // In a pool that ignores case, both forms may find the same users.
      const known = new Set(users.map(({ Username }) => Username));
      users.push(...(answer.Users ?? []).filter(({ Username }) => !known.has(Username)));
      PaginationToken = answer.PaginationToken;
    } while (PaginationToken !== undefined);
  }
  return { users, areAll: true };
}

/**
 * Whether a user has verified the address, and has signed in before. An invitation marks an address as verified before
 * its owner has read it, and anybody can have one sent, so it must neither be linked nor keep its owner out. A disabled
 * user must not come back with a new account.
 */
function isOwner(user: Plain<UserType>): boolean {
  if (attribute(user, 'email_verified') !== 'true') return false;
  return user.Enabled === false || !unproven.has(user.UserStatus);
}

const unproven: ReadonlySet<string | undefined> = new Set(['UNCONFIRMED', 'FORCE_CHANGE_PASSWORD']);

/**
 * The address of a user of another provider is only as good as that provider. A second identity of the same provider
 * means that the address has another owner there now, or that an earlier link has had no effect.
 */
function mayBeLinked(owner: Plain<UserType>, provider: string): boolean {
  if (owner.Enabled !== true || owner.UserStatus !== 'CONFIRMED') return false;
  return !(attribute(owner, 'identities') ?? '').toLowerCase().includes(`"${provider.toLowerCase()}"`);
}

function attribute({ Attributes = [] }: Plain<UserType>, name: string): string | undefined {
  return Attributes.find(({ Name }) => Name === name)?.Value;
}
