import { action } from '../../action.ts';
import { deviceNotFound } from '../../devices/devices.ts';
import { deviceKey } from '../../devices/manage.ts';
import { deviceVerifier } from '../../devices/verifier.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { CognitoError } from '../../wire/errors.ts';
import { required, string, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({
  AccessToken: required(token),
  DeviceKey: required(deviceKey),
  DeviceSecretVerifierConfig: structure({
    PasswordVerifier: string({ max: 131_072, sensitive: true }),
    Salt: string({ max: 131_072, sensitive: true }),
  }),
  DeviceName: string({ min: 1, max: 1024 }),
});

/**
 * Stores the verifier of a password that never leaves the device. The device is remembered at once, unless the pool
 * requires asking the user first.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html
 */
export const ConfirmDevice = action(input, async (request, services) => {
  const { pool, user } = await bearerOf(services, request.AccessToken);
  const password = deviceVerifier(request.DeviceSecretVerifierConfig);
  const onPrompt = pool.settings.DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt ?? false;
  services.transaction(() => {
    const device = services.devices.find(request.DeviceKey);
    if (device?.userId !== user.id) throw deviceNotFound();
    if (device.confirmed) throw new CognitoError('DeviceKeyExistsException', 'The device is confirmed already.');
    services.devices.update({
      ...device,
      confirmed: true,
      remembered: !onPrompt,
      name: request.DeviceName ?? null,
      password,
      modifiedAt: services.world.now(),
    });
  });
  return { UserConfirmationNecessary: onPrompt };
});
