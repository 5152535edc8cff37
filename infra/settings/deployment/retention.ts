import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/** The periods that CloudWatch Logs accepts (API_PutRetentionPolicy). */
const logRetentionDays = z.literal([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

export const retention = z.strictObject({
  keepData: setting(z.boolean().default(true), {
    is:
      'Whether the user pool, its keys, the secret and the logs stay when the stack is deleted. If this is false, ' +
      'they are deleted with it.',
    becomes: '`DeletionPolicy` and `UpdateReplacePolicy`',
    laptop: 'There is no stack to delete: `rm -r .local` deletes everything.',
  }),
  deletionProtection: setting(z.boolean().default(true), {
    is:
      'Whether Cognito refuses to delete the pool. Requires `keepData`. `npm run deploy` creates a new stack ' +
      'without the protection, and enables it immediately afterwards.',
    becomes: '`AWS::Cognito::UserPool.DeletionProtection`',
  }),
  terminationProtection: setting(z.boolean().default(true), {
    is: 'Whether CloudFormation refuses to delete the stack. In a new stack it is enabled together with `deletionProtection`.',
    becomes: 'the termination protection of the stack',
    laptop: 'There is no stack to delete.',
  }),
  logDays: setting(logRetentionDays.default(90), {
    is: 'How long logs are kept.',
    unit: 'days',
    becomes: '`AWS::Logs::LogGroup.RetentionInDays`',
    laptop: 'Logs go to the terminal.',
  }),
});
