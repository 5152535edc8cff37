import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';
import { integer, oneOf, string } from '../wire/members.ts';
import { page } from '../wire/page.ts';
import { describeDevice, deviceOf } from './devices.ts';

// What users do with their own devices, and administrators with those of any user. Each function throws
// ResourceNotFoundException if the user has no such device.

export const deviceKey = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' });
export const rememberedStatus = oneOf('remembered', 'not_remembered');
export const listLimit = integer(0, 60);

type Effects = Pick<Services, 'devices' | 'world'>;

export function showDevice(services: Effects, user: User, key: string) {
  return { Device: describeDevice(deviceOf(services, user, key)) };
}

export function listDevices({ devices }: Effects, user: User, limit: number | undefined, token: string | undefined) {
  const after = (id: string, most: number) =>
    devices.ofUser(user.id, id, most).map((device) => ({ id: device.key, shown: describeDevice(device) }));
  const { items, NextToken } = page(after, limit || 60, token);
  return { Devices: items.map(({ shown }) => shown), ...(NextToken === undefined ? {} : { PaginationToken: NextToken }) };
}

/** Sign-ins of the device can no longer be refreshed. */
export function forgetDevice(services: Effects, user: User, key: string): object {
  services.devices.remove(deviceOf(services, user, key).key);
  return {};
}

export function updateDeviceStatus(
  services: Effects,
  user: User,
  key: string,
  status: 'remembered' | 'not_remembered' | undefined,
): object {
  const device = deviceOf(services, user, key);
  if (status) services.devices.update({ ...device, remembered: status === 'remembered', modifiedAt: services.world.now() });
  return {};
}
