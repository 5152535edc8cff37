import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { refuseExternal } from '../../users/external-user.ts';
import { clientDataOf, invalidCredential, registrationOf } from '../../webauthn/credential.ts';
import { challengeHash } from '../../webauthn/options.ts';
import { nameOf, refuseAnotherPasskey } from '../../webauthn/passkeys.ts';
import { verifyRegistration } from '../../webauthn/registration.ts';
import { relyingPartyOf } from '../../webauthn/relying-party.ts';
import { CognitoError, invalidParameter } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token), Credential: required({ read: (document: unknown) => document }) });

/**
 * A challenge can be answered only once, whether the answer is right or wrong.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html
 */
export const CompleteWebAuthnRegistration = action(input, async ({ AccessToken, Credential }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  refuseExternal(user, 'register a passkey');
  const { passkeys, transaction, world } = services;
  const configured = relyingPartyOf(pool.settings);
  const registration = registrationOf(Credential);
  const clientData = clientDataOf(registration.response.clientDataJSON);
  if (clientData.type !== 'webauthn.create') throw invalidCredential();
  const hash = challengeHash(clientData.challenge);
  const started = passkeys.challenge(hash);
  if (started?.userId !== user.id || started.expiresAt <= world.now()) throw challengeNotFound();
  if (started.clientId !== client.id) {
    const text = 'The access token belongs to another client than the one that started the registration.';
    throw new CognitoError('WebAuthnClientMismatchException', text);
  }
  if (!passkeys.removeChallenge(hash)) throw challengeNotFound();
  const key = await verifyRegistration(registration, clientData, { ...configured, id: started.relyingPartyId });
  transaction(() => {
    refuseAnotherPasskey(passkeys.ofUser(user.id));
    const inserted = passkeys.insert({
      ...key,
      poolId: pool.id,
      userId: user.id,
      relyingPartyId: started.relyingPartyId,
      name: nameOf(registration, passkeys.ofUser(user.id)),
      attachment: registration.authenticatorAttachment ?? null,
      transports: registration.response.transports ?? [],
      createdAt: world.now(),
    });
    if (!inserted) throw invalidParameter('The passkey is registered already.');
  });
  return {};
});

const challengeNotFound = () =>
  new CognitoError(
    'WebAuthnChallengeNotFoundException',
    'The challenge of the registration does not exist or has expired. Start again.',
  );
