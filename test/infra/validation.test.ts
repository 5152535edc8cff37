import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { cfnLint, clean } from '../support/infra/cfn-lint.ts';
import { poolSettings, poolStageNames, poolTemplate } from '../support/infra/pool-stages.ts';
import { validationFindings } from '../support/infra/validation-report.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));

test('cdk.json has the CDK refuse what its own rules find', () => {
  expect(context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
});

test('cfn-lint finds nothing in any user pool that the settings can make', { tags: ['exhaustive'] }, () => {
  const outdir = mkdtempSync(join(tmpdir(), 'pools-'));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  const files = poolStageNames.map((stage) => {
    const file = join(outdir, `${stage.replaceAll(' ', '-')}.template.json`);
    writeFileSync(file, JSON.stringify(poolTemplate(poolSettings(stage))));
    return file;
  });
  expect(cfnLint(...files)).toEqual(clean);
});

/** What `social` has beyond the others is validated in everything.test.ts. */
const synthesised = Object.keys(stages).filter((stage) => stage !== 'social');

describe.each(synthesised)('the assembly of stage %s, as `cdk synth` makes it', { tags: ['exhaustive'] }, (stage) => {
  let outdir: string;
  let status: number | null;
  let said: string;

  beforeAll(() => {
    outdir = mkdtempSync(join(tmpdir(), 'validation-'));
    const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify({ stage }) };
    const run = spawnSync(process.execPath, [join(project, 'infra', 'commands', 'app.ts')], { encoding: 'utf8', env });
    status = run.status;
    said = run.stdout + run.stderr;
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  test("passes the CDK's own validation without a finding or a warning", () => {
    expect({ status, said }).toEqual({ status: 0, said: '' });
    expect(validationFindings(outdir)).toEqual([]);
  });

  test('passes cfn-lint', () => {
    const template = readdirSync(outdir).find((name) => name.endsWith('.template.json')) ?? '';
    expect(cfnLint(join(outdir, template))).toEqual(clean);
  });
});
