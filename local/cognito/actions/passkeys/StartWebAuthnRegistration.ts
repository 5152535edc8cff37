import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { refuseExternal } from '../../users/external-user.ts';
import { challengeHash, creationOptions, newChallenge } from '../../webauthn/options.ts';
import { refuseAnotherPasskey } from '../../webauthn/passkeys.ts';
import { relyingPartyOf } from '../../webauthn/relying-party.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token) });

/**
 * How long the registration can be completed. The browser is told that it has one minute.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.registration-lifetime
 */
const lifetimeMs = 5 * 60_000;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html */
export const StartWebAuthnRegistration = action(input, async ({ AccessToken }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  refuseExternal(user, 'register a passkey');
  const relyingParty = relyingPartyOf(pool.settings);
  const passkeys = services.passkeys.ofUser(user.id);
  refuseAnotherPasskey(passkeys);
  const challenge = newChallenge(services);
  services.passkeys.putChallenge(challengeHash(challenge), {
    userId: user.id,
    clientId: client.id,
    relyingPartyId: relyingParty.id,
    expiresAt: services.world.now() + lifetimeMs,
  });
  return { CredentialCreationOptions: creationOptions(relyingParty, user, passkeys, challenge) };
});
