import { runCommand } from '../command-line/command.ts';
import { withAwsErrors } from '../users/aws-errors.ts';
import { algorithmOf, importDescription, roleOf } from '../users/import/arguments.ts';
import { importUsers } from '../users/import/import-users.ts';
import { cognitoLimits } from '../users/import/run-job.ts';
import { progressOf } from '../users/progress.ts';
import { fileOf, targetOf } from '../users/target.ts';

await runCommand({
  ...importDescription,
  run: async (given) => {
    const path = fileOf(given);
    const target = targetOf(given, process.env);
    const settings = { roleArn: roleOf(given.options, target), algorithm: algorithmOf(given.options), limits: cognitoLimits };
    const progress = progressOf('Importing users', process.stderr);
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    return withAwsErrors(target, () => importUsers({ target, path, progress, print, ...settings }));
  },
});
