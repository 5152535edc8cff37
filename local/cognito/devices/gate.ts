import type { Ask, Carried, Situation } from '../challenges/step.ts';
import type { Services } from '../services.ts';
import { deviceOf, tracksDevices } from './devices.ts';

/** A device that the user does not have is refused, so that the client forgets its key and begins again without it. */
export function deviceGate({ pool, user }: Situation, { device }: Carried, services: Services): Ask | undefined {
  if (device && tracksDevices(pool.settings)) deviceOf(services, user, device.key);
  return undefined;
}
