import { readCommandLine, refuseOthers } from '../command-line/command-line.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { rightsOfStage } from '../rights/of-stage.ts';
import { rightsTable } from '../rights/rights-of.ts';

/** `npm run rights -- --stage prod`: what every role of the stage may do, as a table or, with --json, for a program. */
try {
  const commandLine = readCommandLine(process.argv.slice(2), process.env);
  refuseOthers(commandLine, ['--json']);
  const rights = await rightsOfStage(commandLine.stage);
  const isForProgram = commandLine.rest.includes('--json');
  process.stdout.write(`${isForProgram ? JSON.stringify(rights, null, 2) : rightsTable(rights)}\n`);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
