import { type CodeDelivery, type Contact, draftCode } from '../messages/messages.ts';
import { checkCode } from '../messages/one-time-codes.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import type { Caller } from '../triggers/fire.ts';
import { current, updateUser } from '../users/accounts.ts';
import { refuseExternal } from '../users/external-user.ts';
import { codeExpired, invalidParameter } from '../wire/errors.ts';
import { newVerification, verificationOf } from './change-attributes.ts';

/** Throws InvalidParameterException for an attribute that cannot be verified by a code. */
export function verifiable(name: string): Contact {
  if (name === 'email' || name === 'phone_number') return name;
  throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.');
}

/**
 * Sends a code to an address of the user. Throws InvalidParameterException if the user has no such address, and the
 * error of the CustomMessage trigger.
 */
export async function sendVerification(
  services: Services,
  pool: UserPool,
  user: User,
  contact: Contact,
  caller: Caller,
): Promise<CodeDelivery> {
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
  if (isMapped(services, user, contact)) refuseExternal(user, 'verify this address');
  const address = addressToVerify(services, pool, user, contact);
  if (address === undefined) throw invalidParameter(`User does not have a valid registered ${words[contact]}`);
  const addressee = { ...user, attributes: { ...user.attributes, [contact]: address } };
  const draft = await draftCode(services, pool, 'VerifyUserAttribute', addressee, contact, caller);
  return services.transaction(() => {
    // The trigger took time. If the user has changed the address meanwhile, its code must not restore it.
    if (addressToVerify(services, pool, current(services, user), contact) !== address) throw codeExpired();
    return draft.send(newVerification(services, pool, user, contact, address));
  });
}

/** Whether a provider of the user says what this address is, and whether it is verified. */
function isMapped({ identityProviders }: Pick<Services, 'identityProviders'>, user: User, contact: Contact): boolean {
  const providers = user.identities.map(({ poolId, provider }) => identityProviders.find(poolId, provider));
  return providers.some((provider) => provider && Object.hasOwn(provider.mapping, contact));
}

const words = { email: 'email address', phone_number: 'phone number' } as const;

/**
 * The new address that waits for verification, or otherwise the current one.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.code-again
 */
function addressToVerify({ codes, world }: Services, pool: UserPool, user: User, contact: Contact): string | undefined {
  const waiting = codes.find(pool.id, user.sub, verificationOf[contact]);
  const address = waiting && waiting.expiresAt > world.now() ? waiting.address : undefined;
  return address ?? user.attributes[contact];
}

/**
 * Sets an address as verified if the code is right. Throws for a wrong code, and AliasExistsException if another user
 * has the address; the code then stays valid. A password-reset code that was sent to the old address stays valid too.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.reset-outlives
 */
export function verifyAddress(services: Services, pool: UserPool, user: User, contact: Contact, typed: string): void {
  const { address } = checkCode(services, pool, user.sub, verificationOf[contact], typed);
  if (address === null) throw codeExpired();
  services.transaction(() => {
    services.codes.remove(pool.id, user.sub, verificationOf[contact]);
    updateUser(services, pool, user, {
      attributes: { ...user.attributes, [contact]: address, [`${contact}_verified`]: 'true' },
    });
  });
}
