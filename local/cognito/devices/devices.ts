import type { DeviceType, NewDeviceMetadataType } from '@aws-sdk/client-cognito-identity-provider';
import { alphanumerics, randomString, uuid } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { Device } from '../store/factors/device-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { type CognitoError, resourceNotFound } from '../wire/errors.ts';

/** A value for any of the two settings turns the tracking of devices on (API_DeviceConfigurationType). */
export function tracksDevices({ DeviceConfiguration: given }: PoolSettings): boolean {
  return given?.ChallengeRequiredOnNewDevice !== undefined || given?.DeviceOnlyRememberedOnUserPrompt !== undefined;
}

export const deviceNotFound = (): CognitoError => resourceNotFound('Device does not exist.');

/**
 * A confirmed device of this user. Throws ResourceNotFoundException for another's, and for one that nobody has
 * confirmed.
 */
export function deviceOf({ devices }: Pick<Services, 'devices'>, user: Pick<User, 'id'>, key: string): Device {
  const device = devices.find(key);
  if (device?.userId !== user.id || !device.confirmed) throw deviceNotFound();
  return device;
}

/** A key for whatever the user has signed in with just now. It counts for nothing until ConfirmDevice. */
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

/** The caller's address is not among the attributes: the user pool does not keep it. */
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
