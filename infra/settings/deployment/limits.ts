import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const some = (most: number, byDefault: number) => z.int().min(1).max(most).default(byDefault);
const someOrAny = (most: number, byDefault: number) => z.int().min(1).max(most).nullable().default(byDefault);

/** Counted by the functions in the account's table, before Cognito is asked. */
export const messageLimits = setting(
  z
    .strictObject({
      perAddressPerHour: setting(some(1_000, 10), {
        is: 'Mails and text messages that may be asked for in an hour for one address or number, or for the user name that was given in its place. It is counted alike whether anybody has it.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perAddressPerDay: setting(some(1_000, 30), {
        is: 'The same for a day (UTC).',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perCallerPerHour: setting(someOrAny(1_000_000, 60), {
        is: 'Messages that one IP address (of IPv6: one network of 64 bits) may ask for in an hour; null for any number. Offices and mobile networks share addresses.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perCallerPerDay: setting(someOrAny(1_000_000, 300), {
        is: 'The same for a day (UTC).',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
      perDay: setting(some(100_000_000, 2_000), {
        is: 'Messages that everybody together may ask for in a day (UTC). If Cognito sends from its own address (`messages.ses` is null), no more than 50 mails of the whole account go out in a day.',
        unit: 'messages',
        becomes: '`MESSAGE_LIMITS` of the user, the account and the sign-up function',
      }),
    })
    .nullable()
    .prefault({}),
  {
    is: 'How many mails and text messages this API has sent: codes, links and invitations. Beyond it the answer is TOO_MANY_REQUESTS. Null for no limit but those of Cognito. Calls that go directly to Cognito are not counted: see `signIn.clientSecret`.',
    becomes: '`AWS::DynamoDB::Table`, `MESSAGE_LIMITS` of the user, the account and the sign-up function',
  },
);

export const attemptLimits = setting(
  z
    .strictObject({
      passwordsPerHour: setting(some(1_000, 10), {
        is: 'Passwords that one IP address may try for one name in an hour, before Cognito would lock the user out for everybody. Right ones use up at most half of them.',
        unit: 'passwords',
        becomes: '`ATTEMPT_LIMITS` of the user function',
      }),
      codesPerSession: setting(some(100, 5), {
        is: 'Codes that may be tried in one step of a sign-in.',
        unit: 'codes',
        becomes: '`ATTEMPT_LIMITS` of the user function',
      }),
    })
    .nullable()
    .prefault({}),
  {
    is: 'How often a sign-in may be tried. Beyond it the answer is TOO_MANY_ATTEMPTS. Null for no limit but that of Cognito, which locks a user whoever tried.',
    becomes: '`AWS::DynamoDB::Table`, `ATTEMPT_LIMITS` of the user function',
  },
);
