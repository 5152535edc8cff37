import { toDevice } from '../../../account/device.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readPage } from '../../../input/page.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

/** `API_ListDevices`, Limit. */
const MOST = 60;

export const devices: FieldOperation<'devices', AccountContext> = async (args, { cognito, request }) => {
  const { accessToken, identity } = signedIn(request);
  const { limit, nextToken } = readPage(args, MOST);
  const { Devices = [], PaginationToken } = await cognito.send('ListDevices', {
    AccessToken: accessToken,
    Limit: limit,
    ...(nextToken !== undefined && { PaginationToken: nextToken }),
  });
  return { items: Devices.map((each) => toDevice(each, identity.deviceKey)), nextToken: PaginationToken ?? null };
};
