import { runCommand } from '../command-line/command.ts';
import { deployDescription } from '../deploy/arguments.ts';
import { deploy } from '../deploy/deploy.ts';

await runCommand({
  ...deployDescription,
  run: (given) => deploy({ given, environment: process.env, log: (line) => process.stdout.write(`${line}\n`) }),
});
