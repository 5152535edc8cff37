import { confirmedUser, tokensOf } from '../probe/people.ts';
import type { Story } from '../probe/story.ts';

export const protocolStories: readonly Story[] = [
  {
    name: 'A boolean is given as a text, a number, null and an object',
    asks: ['cognito.wire.booleans'],
    wants: { mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } } },
    async run(stage) {
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      for (const Enabled of ['false', 'made-up', 1, null, {}]) {
        await stage.post('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled } });
      }
    },
  },
  {
    name: 'A wrong JSON type beside a broken constraint, and a member that nobody knows',
    asks: ['cognito.wire.serialization-first'],
    async run({ post, clientId: ClientId }) {
      await post('InitiateAuth', { AuthFlow: 1, ClientId: 'made-up!' });
      await post('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'made-up!' });
      await post('InitiateAuth', { AuthFlow: 'made-up', ClientId: 'made-up!' });
      await post('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'made-up', PASSWORD: 'made-up-Wrong-1' },
        Unknown: 1,
      });
      await post('NoSuchOperation', {});
    },
  },
];
