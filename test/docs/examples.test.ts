import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCode } from '../../infra/code/code.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import { parseSettings } from '../../infra/settings/parse/parse.ts';
import type { Template } from '../../infra/template/template.ts';
import { startRuntime } from '../../local/runtime.ts';
import { cfnLint, clean, hasCfnLint } from '../support/infra/cfn-lint.ts';
import { allProblems } from '../support/infra/findings.ts';
import { examplesOf } from './examples.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));
const examples = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
  .flatMap(examplesOf)
  .map((example, index) => ({ ...example, name: `${example.name} (${index + 1})` }));

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there are examples', () => expect(examples.length).toBeGreaterThan(15));

describe.each(examples)('$name', ({ name, stage, settings: written }) => {
  const outdir = join(folder, name.replaceAll(/\W+/g, '-'));
  let nag: unknown[];

  beforeAll(async () => {
    const settings = parseSettings(written);
    const code = await bundleCode(join(project, 'resolvers'), join(outdir, 'bundles'), settings);
    // As `cdk synth`: what the CDK's own validation finds fails it.
    const app = new App({ context, outdir });
    const stack = new AuthStack(app, settings.naming.stackName, { settings, code, now: new Date() });
    nag = new AwsSolutionsChecks(app).validateScope(stack).violations.map(({ ruleName }) => ruleName);
    app.synth();
  });

  const templateFile = (): string => join(outdir, `${written.naming.stackName}.template.json`);

  test("passes the CDK's own validation without a finding or a warning", () => {
    expect(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports).toEqual([]);
  });

  test('passes cdk-nag', () => expect(nag).toEqual([]));

  test('passes the checks of a template', () => {
    const template = JSON.parse(readFileSync(templateFile(), 'utf8')) as Template;
    expect(allProblems(template)).toEqual([]);
  });

  test(`starts on a laptop (${stage})`, async () => {
    const runtime = await startRuntime({ assembly: outdir, dataDir: ':memory:', port: 0, cognitoPort: 0 });
    try {
      const { GraphQLUrl, ApiKey } = runtime.outputs;
      const answer = await fetch(GraphQLUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': ApiKey },
        body: JSON.stringify({ query: '{ authConfig { mfaMode signInNames gptEnabled } }' }),
      });
      const { mfa, signIn, gpt } = parseSettings(written);
      expect(await answer.json()).toEqual({
        data: { authConfig: { mfaMode: mfa.mode, signInNames: signIn.names, gptEnabled: gpt !== null } },
      });
    } finally {
      await runtime.close();
    }
  });
});

test.skipIf(!hasCfnLint)(
  'all of them pass cfn-lint',
  () => {
    const templates = examples.map(({ name, settings }) =>
      join(folder, name.replaceAll(/\W+/g, '-'), `${settings.naming.stackName}.template.json`),
    );
    expect(cfnLint(...templates)).toEqual(clean);
  },
  120_000,
);
