import { stageOptions } from '../command-line/arguments.ts';
import { runCommand } from '../command-line/command.ts';
import { rightsOfStage } from '../rights/of-stage.ts';
import { rightsTable } from '../rights/rights-of.ts';

await runCommand({
  usage: 'npm run rights -- [--stage <name>] [--json]',
  summary: 'Prints what every role of a stage may do.',
  options: { ...stageOptions, json: { help: 'Print JSON for a program instead of a table.' } },
  run: async ({ stage, options }) => {
    const rights = await rightsOfStage(stage);
    const isForProgram = options.some(({ name }) => name === 'json');
    process.stdout.write(`${isForProgram ? JSON.stringify(rights, null, 2) : rightsTable(rights)}\n`);
    return 0;
  },
});
