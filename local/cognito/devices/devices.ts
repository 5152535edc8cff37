import type { DeviceType, NewDeviceMetadataType } from '@aws-sdk/client-cognito-identity-provider';
import { alphanumerics, randomString, uuid } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { Device } from '../store/factors/device-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { type CognitoError, resourceNotFound } from '../wire/errors.ts';

/** Setting either value enables the tracking of devices (API_DeviceConfigurationType). */
export function tracksDevices({ DeviceConfiguration: given }: PoolSettings): boolean {
  return given?.ChallengeRequiredOnNewDevice !== undefined || given?.DeviceOnlyRememberedOnUserPrompt !== undefined;
}

export const deviceNotFound = (): CognitoError => resourceNotFound('Device does not exist.');

/**
 * A confirmed device of this user. Throws ResourceNotFoundException for another user's device and an unconfirmed one.
 */
export function deviceOf({ devices }: Pick<Services, 'devices'>, user: Pick<User, 'id'>, key: string): Device {
  const device = devices.find(key);
  if (device?.userId !== user.id || !device.confirmed) throw deviceNotFound();
  return device;
}

/** A key for the device of the current sign-in. The device has no effect until ConfirmDevice. */
export function newDevice({ world, region }: Pick<Services, 'world' | 'region'>, pool: UserPool, user: User): Device {
  const now = world.now();
  return {
    key: `${region}_${uuid(world)}`,
    groupKey: `-${randomString(world, alphanumerics, 8)}`,
    poolId: pool.id,
    userId: user.id,
    confirmed: false,
    remembered: false,
    name: null,
    password: null,
    createdAt: now,
    modifiedAt: now,
    authenticatedAt: now,
  };
}

export function newDeviceMetadata({ key, groupKey }: Device): NewDeviceMetadataType {
  return { DeviceKey: key, DeviceGroupKey: groupKey };
}

/** Without the caller's address, which the user pool does not store. */
export function describeDevice(device: Device): DeviceType {
  const attributes: Record<string, string> = {
    device_status: 'valid',
    ...(device.name === null ? {} : { device_name: device.name }),
    'dev:device_remembered_status': device.remembered ? 'remembered' : 'not_remembered',
  };
  return {
    DeviceKey: device.key,
    DeviceAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    DeviceCreateDate: new Date(device.createdAt),
    DeviceLastModifiedDate: new Date(device.modifiedAt),
    DeviceLastAuthenticatedDate: new Date(device.authenticatedAt),
  };
}
