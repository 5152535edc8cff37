import { newVerifier } from '../../support/srp.ts';
import { confirmedUser, signIn, tokensOf } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { Story } from '../probe/story.ts';

export const deviceStories: readonly Story[] = [
  {
    name: 'A device is confirmed, listed, looked up by an unknown key, and forgotten',
    asks: ['cognito.devices.attributes', 'cognito.devices.unknown'],
    wants: { pool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } } },
    async run(stage) {
      const { cognito } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken, NewDeviceMetadata } = (await signIn(stage, kim))?.AuthenticationResult ?? {};
      const { DeviceKey = '', DeviceGroupKey = '' } = NewDeviceMetadata ?? {};
      const { salt, verifier } = newVerifier({ group: DeviceGroupKey, id: DeviceKey, password: stage.password });
      await told(
        cognito.confirmDevice({
          AccessToken,
          DeviceKey,
          DeviceName: 'Laptop',
          DeviceSecretVerifierConfig: { Salt: salt.toString('base64'), PasswordVerifier: verifier.toString('base64') },
        }),
      );
      await told(cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' }));
      await told(cognito.listDevices({ AccessToken }));
      await told(cognito.forgetDevice({ AccessToken, DeviceKey }));
      await told(cognito.getDevice({ AccessToken, DeviceKey }));
    },
  },
  {
    name: 'A sign-in names a device that nobody knows',
    asks: ['cognito.devices.unknown'],
    wants: { pool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } } },
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const unknown = 'eu-west-1_00000000-0000-4000-8000-000000000000';
      await signIn(stage, kim, stage.password, { DEVICE_KEY: unknown });
      const { AccessToken } = await tokensOf(stage, kim);
      await told(stage.cognito.getDevice({ AccessToken, DeviceKey: unknown }));
    },
  },
];
