import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const activity = setting(
  z
    .strictObject({
      days: setting(z.int().min(1).max(3650).default(90), {
        is: 'How long an entry is kept. It tells where somebody was, and when: no longer than you can say what for.',
        unit: 'days',
        becomes: '`ACTIVITY_DAYS` of the user, the account and the recovery function',
      }),
    })
    .nullable()
    .default(null),
  {
    is: 'Whether sign-ins, refusals and changes of an account are written down for its owner, who reads them by `activity`; null for not. Each is one write to a table, which DynamoDB prices by the million.',
    becomes: '`AWS::DynamoDB::Table`, `ACCOUNT_TABLE` of the user, the account and the recovery function',
  },
);
