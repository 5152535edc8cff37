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

/** For the new address, which may belong to anybody, and for the user who enters it. */
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

/** Refusals after which users should try again, with another sign-in or another address. */
const nothingSent: ReadonlySet<AuthErrorCode> = new Set(['REAUTHENTICATION_REQUIRED', 'ACCESS_TOKEN_REQUIRED', 'INVALID_INPUT']);

/** Only Cognito knows the address, which is always the same for this user. */
function ownAddress(messages: MessageLimits): Guard<'getUserAttributeVerificationCode'> {
  return async ({ request }) => {
    await messages.count([request.identity?.sub ?? ''], request);
    return letGo;
  };
}
