import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const some = (most: number, byDefault: number) => z.int().min(1).max(most).default(byDefault);
const someOrAny = (most: number, byDefault: number) => z.int().min(1).max(most).nullable().default(byDefault);

/** The functions count these in the account table, before they call Cognito. */
export const messageLimits = setting(
  z
    .strictObject({
      perAddressPerHour: setting(some(1_000, 10), {
        is: 'How many mails and text messages may be requested in an hour for one e-mail address or phone number, or for a user name that was given instead. The count is the same whether or not there is such a user.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perAddressPerDay: setting(some(1_000, 30), {
        is: 'The same for a day (UTC).',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perCallerPerHour: setting(someOrAny(1_000_000, 60), {
        is: 'How many messages one IP address (for IPv6: one /64 network) may request in an hour; null for no limit. The users of an office or a mobile network share an address.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perCallerPerDay: setting(someOrAny(1_000_000, 300), {
        is: 'The same for a day (UTC).',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perDay: setting(some(100_000_000, 2_000), {
        is: 'How many messages all callers together may request in a day (UTC). If Cognito sends from its own address (`messages.ses` is null), it sends at most 50 mails a day for the whole AWS account.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
    })
    .nullable()
    .prefault({}),
  {
    is: "How many mails and text messages this API may send: codes, links and invitations. Beyond a limit, the answer is TOO_MANY_REQUESTS. Null for only Cognito's own limits. Calls that go directly to Cognito are not counted, except by the trigger of `signIn.passwordless`: see `signIn.clientSecret`.",
    becomes:
      '`AWS::DynamoDB::Table`, `MESSAGE_LIMITS` of the user, the account and the sign-up function and of the trigger of `signIn.passwordless`',
  },
);

export const attemptLimits = setting(
  z
    .strictObject({
      passwordsPerHour: setting(some(1_000, 10), {
        is: 'How many passwords one IP address may try for one name in an hour. This stops guessing before Cognito locks the user for everybody. Right passwords use up at most half of the limit.',
        unit: 'passwords',
        becomes: '`ATTEMPT_LIMITS` of the user function',
      }),
      codesPerSession: setting(some(100, 5), {
        is: 'How many codes may be tried in one step of a sign-in.',
        unit: 'codes',
        becomes: '`ATTEMPT_LIMITS` of the user function',
      }),
    })
    .nullable()
    .prefault({}),
  {
    is: "How many attempts a sign-in allows. Beyond a limit, the answer is TOO_MANY_ATTEMPTS. Null for only Cognito's own lock, which locks the user no matter who tried.",
    becomes: '`AWS::DynamoDB::Table`, `ATTEMPT_LIMITS` of the user function',
  },
);
