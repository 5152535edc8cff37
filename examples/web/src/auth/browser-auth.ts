import { RefreshTokensDocument, RevokeTokenDocument } from '../generated/sign-in.ts';
import { type Auth, createAuth } from './auth.ts';
import { type Devices, deviceStore } from './devices.ts';
import { type Endpoint, request } from './request.ts';
import { browserStorages } from './storage.ts';

/** The auth client of a page. `name` is the app client's id, so that pages of several pools on one host stay apart. */
export function browserAuth(endpoint: Endpoint, name: string): Auth {
  return createAuth({
    name: `auth.${name}`,
    api: {
      refresh: async (refreshToken, deviceKey) =>
        (await request(endpoint, RefreshTokensDocument, { input: { refreshToken, deviceKey } })).refreshTokens,
      revoke: (refreshToken) => request(endpoint, RevokeTokenDocument, { input: { refreshToken } }),
    },
    storages: browserStorages(),
    locks: navigator.locks,
    channel: new BroadcastChannel(`auth.${name}`),
    now: Date.now,
  });
}

/** The data that this browser keeps about the devices of its users. */
export function browserDevices(name: string): Devices {
  return deviceStore(`auth.${name}.devices`, browserStorages().local);
}
