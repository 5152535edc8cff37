import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stageOptions } from '../command-line/arguments.ts';
import { runCommand } from '../command-line/command.ts';
import { bringAssemblyUpToDate } from '../synth/bring-up-to-date.ts';

await runCommand({
  usage: 'npm start -- [--stage <name>]\nnpm run synth:local -- [--stage <name>]',
  summary: 'Synthesises a stage for the laptop if something has changed. `npm start` then runs it.',
  options: stageOptions,
  notes: ['`npm start` also reads variables such as PORT and DATA_DIR: see docs/laptop.md.'],
  run: ({ stage }) => {
    bringAssemblyUpToDate({
      stage,
      outdir: resolve(process.env['CDK_OUTDIR'] || fileURLToPath(new URL('../../cdk.out', import.meta.url))),
      log: (line) => process.stdout.write(`${line}\n`),
    });
    return 0;
  },
});
