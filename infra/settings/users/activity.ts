import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const activity = setting(
  z
    .strictObject({
      days: setting(z.int().min(1).max(3650).default(90), {
        is:
          'How long an entry is kept. Entries reveal where somebody was and when, so keep them only as long as you ' +
          'can justify.',
        unit: 'days',
        becomes: '`ACTIVITY_DAYS` of the user, the account and the recovery function',
      }),
    })
    .nullable()
    .default(null),
  {
    is:
      "Whether each account's sign-ins, refused sign-ins and changes are recorded for its owner, who reads them " +
      'with `activity`; null if not. Each entry is one write to a DynamoDB table, which is billed per request.',
    becomes: '`AWS::DynamoDB::Table`, `ACCOUNT_TABLE` of the user, the account and the recovery function',
  },
);
