import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/**
 * A new account may not have this much concurrency. Only Lambda knows, and refuses the deployment if it is too much.
 * @see docs/aws-behaviour/lambda.md#lambda.reserved-concurrency
 */
const atOnce = (name: string, what: string) =>
  setting(z.int().min(1).max(100_000).nullable().default(null), {
    is: what,
    unit: 'calls at once',
    becomes: `\`AWS::Lambda::Function.ReservedConcurrentExecutions\` of the ${name} function`,
    laptop: 'On a laptop, at most four calls of a function run at once, and further calls wait.',
  });

export const functions = z.strictObject({
  memoryMb: setting(z.int().min(128).max(10_240).default(1024), {
    is: 'Memory of each function. More memory also means more processor time.',
    unit: 'MB',
    becomes: '`AWS::Lambda::Function.MemorySize`',
  }),
  logLevel: setting(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO'), {
    is:
      'The lowest level that is logged. INFO logs a line for each call; WARN logs only failures that may be a ' +
      'fault of this system.',
    becomes: '`AWS::Lambda::Function.LoggingConfig.ApplicationLogLevel`',
  }),
  sourceMaps: setting(z.boolean().default(false), {
    is:
      'Whether a source map is deployed with each function, so that stack traces name the lines of the sources. It ' +
      'adds about 10 ms to a cold start.',
    becomes: '`AWS::Lambda::Function.Code`, `NODE_OPTIONS`',
  }),
  reservedConcurrency: z
    .strictObject({
      user: atOnce(
        'user',
        'How many calls of the user function may run at once. Lambda reserves this number for it and throttles ' +
          "further calls; null means that it shares the account's concurrency. At least 100 must stay unreserved, " +
          'which a new account does not have.',
      ),
      account: atOnce('account', 'The same for the account function, which serves signed-in users.'),
      recovery: atOnce('recovery', 'The same for the recovery function.'),
      signUp: atOnce('sign-up', 'The same for the sign-up function.'),
      gpt: atOnce(
        'gpt',
        'The same for the gpt function, whose calls take seconds: a limit keeps them from using up the ' +
          'concurrency that signing in needs. Beyond it, `gpt` answers TOO_MANY_REQUESTS.',
      ),
    })
    .prefault({}),
});
