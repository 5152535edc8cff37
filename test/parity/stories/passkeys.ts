import { authenticator } from '../../support/cognito/authenticator.ts';
import { confirmedUser, tokensOf } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { PoolWanted, Story } from '../probe/story.ts';

const wants: PoolWanted = {
  pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
  mfa: { WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'preferred' } },
};

export const passkeyStories: readonly Story[] = [
  {
    name: 'A passkey is registered, listed with the name that Cognito gives it, and deleted twice',
    asks: ['cognito.passkeys.friendly-name'],
    wants,
    async run(stage) {
      const { cognito } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      const begun = await told(cognito.startWebAuthnRegistration({ AccessToken }));
      const passkey = authenticator();
      const Credential = passkey.create(begun?.CredentialCreationOptions);
      await told(cognito.completeWebAuthnRegistration({ AccessToken, Credential }));
      await told(cognito.listWebAuthnCredentials({ AccessToken }));
      const CredentialId = passkey.credentialId;
      await told(cognito.deleteWebAuthnCredential({ AccessToken, CredentialId }));
      await told(cognito.deleteWebAuthnCredential({ AccessToken, CredentialId }));
    },
  },
  {
    name: 'A registration of a passkey is completed five minutes after its start, and later',
    asks: ['cognito.passkeys.registration-lifetime'],
    wants,
    needs: 'clock',
    async run(stage) {
      const { cognito } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      for (const seconds of [299, 301]) {
        const begun = await stage.quietly(() => told(cognito.startWebAuthnRegistration({ AccessToken })));
        stage.advance(seconds);
        const Credential = authenticator().create(begun?.CredentialCreationOptions);
        await told(cognito.completeWebAuthnRegistration({ AccessToken, Credential }));
      }
    },
  },
];
