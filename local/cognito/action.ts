import type { Services } from './services.ts';
import { type Member, parse } from './wire/members.ts';

/** A Cognito operation, from JSON body to output. A Date in the output is sent as epoch seconds. */
export type Action = (body: unknown, services: Services) => Promise<object>;

/** Combines an operation with the constraints of its input, so that `run` only gets valid values. */
export function action<Input>(input: Member<Input>, run: (input: Input, services: Services) => object | Promise<object>): Action {
  return async (body, services) => run(parse(input, body), services);
}
