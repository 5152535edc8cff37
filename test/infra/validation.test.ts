import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { stageSettings } from '../../infra/stage-settings.ts';
import { synthesise } from '../../infra/synth/synthesise.ts';
import { cfnLint, clean } from '../support/infra/cfn-lint.ts';
import { poolSettings, poolStageNames, poolTemplate } from '../support/infra/pool-stages.ts';
import { code } from '../support/infra/stack.ts';
import { validationFindings } from '../support/infra/validation-report.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));

test('cdk.json has the CDK refuse what its own rules find', () => {
  expect(context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
});

describe('the stages, as `cdk synth` makes them', { tags: ['exhaustive'] }, () => {
  /** What `social` has beyond the others is validated in everything.test.ts. */
  const synthesised = Object.keys(stages).filter((stage) => stage !== 'social');
  const folder = mkdtempSync(join(tmpdir(), 'validation-'));
  let command: { readonly status: number | null; readonly said: string };

  beforeAll(async () => {
    // One by the command, and the others here, where the CDK prepares its validation once for all of them.
    const env = { ...process.env, CDK_OUTDIR: join(folder, 'dev'), CDK_CONTEXT_JSON: JSON.stringify({ stage: 'dev' }) };
    const run = spawnSync(process.execPath, [join(project, 'infra', 'commands', 'app.ts')], { encoding: 'utf8', env });
    command = { status: run.status, said: run.stdout + run.stderr };
    for (const stage of synthesised.filter((name) => name !== 'dev'))
      await synthesise(new App({ context, outdir: join(folder, stage) }), { stage, code, deployments: folder });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("pass the CDK's own validation without a finding or a warning", () => {
    expect(command).toEqual({ status: 0, said: '' });
    expect(synthesised.flatMap((stage) => validationFindings(join(folder, stage)))).toEqual([]);
  });

  test('pass cfn-lint, and so does any user pool that the settings can make', () => {
    const assemblies = synthesised.map((stage) =>
      join(folder, stage, `${stageSettings({ stage }).naming.stackName}.template.json`),
    );
    const pools = poolStageNames.map((stage) => {
      const file = join(folder, `${stage.replaceAll(' ', '-')}.template.json`);
      writeFileSync(file, JSON.stringify(poolTemplate(poolSettings(stage))));
      return file;
    });
    expect(cfnLint(...assemblies, ...pools)).toEqual(clean);
  });
});
