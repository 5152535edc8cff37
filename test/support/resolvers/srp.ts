import type { PasswordClaimInput } from '../../../resolvers/generated/schema.ts';
import { step, succeeded } from '../caller.ts';
import { createSrpSession, type SrpSession } from '../srp.ts';
import type { Instance } from './instance.ts';

/**
 * A sign-in by SRP up to the answer to PasswordVerifierChallenge, from this API's own fields: the password stays here.
 */
export async function srpAnswer(instance: Instance, typed: { readonly username: string; readonly password: string }) {
  const session = createSrpSession(typed.username, typed.password, instance.userPoolId);
  const input = { username: typed.username, flow: 'USER_SRP_AUTH', srpA: session.largeA } as const;
  const challenge = step(succeeded(await instance.call('login', { input })), 'PasswordVerifierChallenge');
  const passwordClaim = passwordClaimFor(session, challenge, instance.now());
  return { name: challenge.name, username: challenge.username, session: challenge.session, passwordClaim };
}

/** What PasswordVerifierChallenge brings, in this API's words. */
interface PasswordVerifier {
  readonly salt: string;
  readonly srpB: string;
  readonly secretBlock: string;
  readonly userIdForSrp: string;
}

/** The proof that answers it, made at this time. */
export function passwordClaimFor(
  session: SrpSession,
  { salt: SALT, srpB: SRP_B, secretBlock, userIdForSrp: USER_ID_FOR_SRP }: PasswordVerifier,
  at: number,
): PasswordClaimInput {
  return { ...session.prove({ SALT, SRP_B, SECRET_BLOCK: secretBlock, USER_ID_FOR_SRP }, at), secretBlock };
}
