import type { AccountField } from '../call/fields.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import { type Guard, type Guards, letGo } from './guarded.ts';
import type { MessageLimits } from './messages.ts';

/** What stands before the operations of `account.lambda.ts`. @param messages null where the stage has no limits. */
export function accountGuards(messages: MessageLimits | null): Guards<AccountField> {
  if (messages === null) return {};
  return { updateUserAttributes: [newAddress(messages)], getUserAttributeVerificationCode: [ownAddress(messages)] };
}

const addresses: ReadonlySet<string> = new Set(['email', 'phone_number']);

/** For the new address, which may be anybody's, and for the user who names it. */
function newAddress(messages: MessageLimits): Guard<'updateUserAttributes'> {
  return async ({ args, request }) => {
    const to = args.input.attributes.filter(({ name }) => addresses.has(name)).map(({ value }) => value);
    if (to.length === 0) return letGo;
    const takeBack = await messages.count([...to, request.identity?.sub ?? ''], request);
    return async (ending) => {
      if ('code' in ending && nothingSent.has(ending.code)) await takeBack();
    };
  };
}

/** Refusals after which the user shall try again: another sign-in, another address. */
const nothingSent: ReadonlySet<AuthErrorCode> = new Set(['REAUTHENTICATION_REQUIRED', 'ACCESS_TOKEN_REQUIRED', 'INVALID_INPUT']);

/** Only Cognito knows which address it is; it is always the same one of this user. */
function ownAddress(messages: MessageLimits): Guard<'getUserAttributeVerificationCode'> {
  return async ({ request }) => {
    await messages.count([request.identity?.sub ?? ''], request);
    return letGo;
  };
}
