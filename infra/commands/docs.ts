import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../command-line/command.ts';
import { configurationDocument } from '../docs/configuration.ts';
import { withRights } from '../docs/rights.ts';

const page = (name: string): URL => new URL(`../../docs/${name}`, import.meta.url);

await runCommand({
  usage: 'npm run docs',
  summary: 'Writes docs/configuration.md and the table of rights in docs/security.md. The tests compare both with the code.',
  options: {},
  run: async () => {
    writeFileSync(page('configuration.md'), configurationDocument());
    writeFileSync(page('security.md'), await withRights(readFileSync(page('security.md'), 'utf8')));
    return 0;
  },
});
