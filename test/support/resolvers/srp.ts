import { createSrpSession, signSrpSession } from 'cognito-srp-helper';
import type { PasswordClaimInput } from '../../../resolvers/generated/schema.ts';
import { step, succeeded } from '../caller.ts';
import { srpTimestamp } from '../cognito/srp-client.ts';
import type { Instance } from '../instance.ts';

/**
 * A sign-in by SRP up to the answer to PasswordVerifierChallenge, from this API's own fields and the mathematics of cognito-srp-helper: the
 * password stays here.
 */
export async function srpAnswer(instance: Instance, typed: { readonly username: string; readonly password: string }) {
  const session = createSrpSession(typed.username, typed.password, instance.userPoolId, false);
  const input = { username: typed.username, flow: 'USER_SRP_AUTH', srpA: session.largeA } as const;
  const challenge = step(succeeded(await instance.call('login', { input })), 'PasswordVerifierChallenge');
  const signed = signSrpSession(
    { ...session, timestamp: srpTimestamp(instance.now()) },
    {
      ChallengeParameters: {
        SALT: challenge.salt,
        SRP_B: challenge.srpB,
        SECRET_BLOCK: challenge.secretBlock,
        USER_ID_FOR_SRP: challenge.userIdForSrp,
      },
    },
  );
  const passwordClaim: PasswordClaimInput = {
    signature: signed.passwordSignature,
    secretBlock: challenge.secretBlock,
    timestamp: signed.timestamp,
  };
  return { name: challenge.name, username: challenge.username, session: challenge.session, passwordClaim };
}
