import { createDoor } from '../../../local/aws/protocol/door.ts';
import type { Service } from '../../../local/aws/protocol/service.ts';
import type { HttpHandler } from '../../../local/http/http-message.ts';

/** What the functions of the tests are started with. */
export const functionsKeyId = 'ASIAFUNCTION';

/** A service of AWS behind the door, as functions call it. */
export function behindDoor(service: Service): HttpHandler {
  const door = createDoor([service], functionsKeyId);
  return async (request) => door(request) ?? { status: 404, headers: {}, body: '' };
}
