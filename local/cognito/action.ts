import type { Services } from './services.ts';
import { type Member, parse } from './wire/members.ts';

/** A Cognito operation: takes the JSON body, gives the output; a Date in it travels as epoch seconds. */
export type Action = (body: unknown, services: Services) => Promise<object>;

/** Ties an operation to its input's constraints, so that `run` sees checked values only. */
export function action<Input>(input: Member<Input>, run: (input: Input, services: Services) => object | Promise<object>): Action {
  return async (body, services) => run(parse(input, body), services);
}
