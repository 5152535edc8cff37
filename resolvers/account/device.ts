import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider';
import type { Plain } from '../aws/json-protocol.ts';
import type { Device } from '../generated/schema.ts';
import { toDateTime } from './date-time.ts';

/** @see docs/aws-behaviour/cognito-sign-in.md#cognito.devices.attributes */
export function toDevice(device: Plain<DeviceType>, ownKey: string | null): Device {
  const { DeviceKey: key, DeviceAttributes = [] } = device;
  if (key === undefined) throw new Error('Cognito answered with a device without a key.');
  const attributes = new Map(DeviceAttributes.map(({ Name, Value }) => [Name, Value]));
  return {
    __typename: 'Device',
    key,
    name: attributes.get('device_name') ?? null,
    isCurrent: key === ownKey,
    lastIpAddress: attributes.get('last_ip_used') ?? null,
    createdAt: toDateTime(device.DeviceCreateDate),
    lastModifiedAt: toDateTime(device.DeviceLastModifiedDate),
    lastAuthenticatedAt: toDateTime(device.DeviceLastAuthenticatedDate),
  };
}
