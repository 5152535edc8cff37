import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { Device } from '../store/factors/device-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';
import { newDevice, tracksDevices } from './devices.ts';

/**
 * In a pool that tracks devices, every sign-in belongs to a device: the `known` one, or a new one, which is returned so
 * that the client can confirm it. Call it in the transaction that completes the sign-in.
 */
export function bindDevice(
  services: Services,
  pool: UserPool,
  user: User,
  signIn: SignIn,
  known: Device | undefined,
  purgeAt: number,
): Device | undefined {
  const { devices, world } = services;
  if (!tracksDevices(pool.settings)) return undefined;
  const device = known ?? newDevice(services, pool, user);
  if (known) devices.update({ ...known, authenticatedAt: world.now() });
  else devices.insert(device, purgeAt);
  devices.bind(signIn.eventId, device.key, purgeAt);
  return known ? undefined : device;
}

/** The `device_key` claim of a sign-in's access tokens. */
export function deviceClaim({ devices }: Pick<Services, 'devices'>, settings: PoolSettings, signIn: SignIn) {
  const device = tracksDevices(settings) ? devices.ofSignIn(signIn.eventId) : undefined;
  return device ? { device_key: device.key } : {};
}

/**
 * Whether a sign-in may be refreshed. If devices are tracked, this requires the key of its own device, which must be
 * confirmed. A sign-in by the domain's endpoints has no device.
 * https://repost.aws/knowledge-center/cognito-invalid-refresh-token-error
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.devices.refresh
 */
export function mayRefresh(
  { devices }: Pick<Services, 'devices'>,
  settings: PoolSettings,
  signIn: SignIn,
  deviceKey: string | undefined,
): boolean {
  if (!tracksDevices(settings) || signIn.grant) return true;
  const device = devices.ofSignIn(signIn.eventId);
  return device?.confirmed === true && device.key === deviceKey;
}
