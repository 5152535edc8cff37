import { runCommand } from '../command-line/command.ts';
import { withAwsErrors } from '../users/aws-errors.ts';
import { exportUsers } from '../users/export/export-users.ts';
import { progressOf } from '../users/progress.ts';
import { fileOf, targetOf, targetOptions } from '../users/target.ts';

await runCommand({
  usage: 'npm run users:export -- [--stage <name>] [--factors] <file.csv>',
  summary: 'Writes all users to a CSV file that can be imported, and their states and groups to <file>.more.jsonl.',
  argument: '<file.csv>',
  options: {
    ...targetOptions,
    factors: { help: 'Also ask for the second factors of each user. Cognito then bills all of them as active this month.' },
  },
  notes: ['An export that was ended goes on where it was when it is run again. See docs/operations.md.'],
  run: async (given) => {
    const path = fileOf(given);
    const target = targetOf(given, process.env);
    const asksFactors = given.options.some(({ name }) => name === 'factors');
    const progress = progressOf('Exporting users', process.stderr);
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    return withAwsErrors(target, () => exportUsers({ target, path, asksFactors, progress, print }));
  },
});
