import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stageOptions } from '../command-line/arguments.ts';
import { runCommand } from '../command-line/command.ts';
import { bringAssemblyUpToDate } from '../synth/bring-up-to-date.ts';

await runCommand({
  usage: 'npm run synth:local -- [--stage <name>]',
  summary: 'Synthesises a stage for the laptop if something has changed. `npm start` does the same, and runs it.',
  options: stageOptions,
  run: ({ stage }) => {
    bringAssemblyUpToDate({
      stage,
      outdir: resolve(process.env['CDK_OUTDIR'] || fileURLToPath(new URL('../../cdk.out', import.meta.url))),
      log: (line) => process.stdout.write(`${line}\n`),
    });
    return 0;
  },
});
