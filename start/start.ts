import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isPageUpToDate } from '../examples/web/build.ts';
import { stageOptions } from '../infra/command-line/arguments.ts';
import { runCommand } from '../infra/command-line/command.ts';
import { bringAssemblyUpToDate } from '../infra/synth/bring-up-to-date.ts';
import { bringRuntimeUpToDate } from './runtime-bundle.ts';

const buildPage = fileURLToPath(new URL('../examples/web/build.ts', import.meta.url));

// One process from here to the first request: another one would take a tenth of a second to start.
await runCommand({
  usage: 'npm start -- [--stage <name>]',
  summary: 'Runs a stage on this machine, after it has synthesised it if something has changed.',
  options: stageOptions,
  notes: ['It also reads variables such as PORT and DATA_DIR: see docs/laptop.md.'],
  run: async ({ stage }) => {
    // Started first, since the synth blocks this process until it is done.
    const runtime = bringRuntimeUpToDate();
    // If the synth fails too, its error is the one to print.
    runtime.catch(() => {});
    bringAssemblyUpToDate({
      stage,
      outdir: resolve(process.env['CDK_OUTDIR'] || 'cdk.out'),
      log: (line) => process.stdout.write(`${line}\n`),
    });
    await import(pathToFileURL(await runtime).href);
    // Last, since no request needs it. Until the page is built, a browser gets one that asks again every second.
    if (!isPageUpToDate()) spawn(process.execPath, [buildPage], { stdio: 'inherit' });
    return 0;
  },
});
