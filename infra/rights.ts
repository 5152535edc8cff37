import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { readCommandLine, refuseOthers } from './command-line.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Template } from './guard/deployed.ts';
import { rightsOf, rightsTable } from './rights-of.ts';
import { addStage } from './synthesise.ts';

/** `npm run rights -- --stage prod`: what every role of the stage may do, as a table or, with --json, for a program. */
const outdir = mkdtempSync(join(tmpdir(), 'rights-'));
try {
  const commandLine = readCommandLine(process.argv.slice(2), process.env);
  refuseOthers(commandLine, ['--json']);
  const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
  const app = new App({ context, outdir, builtinCloudFormationValidation: false });
  const stack = await addStage(app, { stage: commandLine.stage });
  const template: Template = app.synth().getStackArtifact(stack.artifactId).template;
  const rights = rightsOf(template);
  const isForProgram = commandLine.rest.includes('--json');
  process.stdout.write(`${isForProgram ? JSON.stringify(rights, null, 2) : rightsTable(rights)}\n`);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
