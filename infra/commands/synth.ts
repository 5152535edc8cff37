import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine, refuseOthers } from '../command-line/command-line.ts';
import { bringAssemblyUpToDate } from '../synth/bring-up-to-date.ts';

try {
  const commandLine = readCommandLine(process.argv.slice(2), process.env);
  refuseOthers(commandLine);
  bringAssemblyUpToDate({
    stage: commandLine.stage,
    outdir: resolve(process.env['CDK_OUTDIR'] || fileURLToPath(new URL('../../cdk.out', import.meta.url))),
    log: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
