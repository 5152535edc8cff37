import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Template } from '../guard/deployed.ts';
import { addStage } from '../synth/synthesise.ts';
import { type Right, rightsOf } from './rights-of.ts';

/**
 * What the roles of a stage may do, from a template that is synthesised for this. Throws ConfigurationError as the
 * synth does.
 */
export async function rightsOfStage(stage: string): Promise<readonly Right[]> {
  const outdir = mkdtempSync(join(tmpdir(), 'rights-'));
  try {
    const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
    const app = new App({ context, outdir, builtinCloudFormationValidation: false });
    const stack = await addStage(app, { stage });
    const template: Template = app.synth().getStackArtifact(stack.artifactId).template;
    return rightsOf(template);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
