import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleLambdas, exportsHandler } from '../../infra/code/bundle.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import { parseSettings } from '../../infra/settings/parse/parse.ts';
import type { Settings } from '../../infra/settings/stage.ts';
import { triggersOf } from '../../infra/settings/stage-triggers.ts';
import type { Template } from '../../infra/template/template.ts';
import { startRuntime } from '../../local/runtime.ts';
import { cfnLint, clean } from '../support/infra/cfn-lint.ts';
import { allProblems } from '../support/infra/findings.ts';
import { code } from '../support/infra/stack.ts';
import { validationFindings } from '../support/infra/validation-report.ts';
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

/**
 * The triggers' bundles of a stage. Those of the API's functions are the same in all stages: the global set-up has made
 * them.
 */
async function bundlesOf(settings: Settings, folder: string) {
  const triggers = triggersOf(settings).map(({ key, entry, constants }) => ({
    key,
    entry: join(project, entry),
    folder: join(folder, key),
    constants,
  }));
  await bundleLambdas(triggers);
  for (const { entry } of triggers) expect(await exportsHandler(entry)).toBe(true);
  return { ...code, triggers: Object.fromEntries(triggers.map(({ key, folder }) => [key, folder])) };
}

test('there are examples', () => expect(examples.length).toBeGreaterThan(15));

describe.each(examples)('$name', { tags: ['exhaustive'] }, ({ name, stage, settings: written }) => {
  const outdir = join(folder, name.replaceAll(/\W+/g, '-'));
  const settings = parseSettings(written);
  let bundled: Awaited<ReturnType<typeof bundlesOf>>;
  let nag: unknown[];

  const appIn = (outdir: string, builtinCloudFormationValidation: boolean) => {
    const app = new App({ context, outdir, builtinCloudFormationValidation });
    return { app, stack: new AuthStack(app, settings.naming.stackName, { settings, code: bundled, now: new Date() }) };
  };

  beforeAll(async () => {
    bundled = await bundlesOf(settings, join(outdir, 'triggers'));
    const { app, stack } = appIn(outdir, false);
    nag = new AwsSolutionsChecks(app).validateScope(stack).violations.map(({ ruleName }) => ruleName);
    app.synth();
  });

  const templateFile = (): string => join(outdir, `${written.naming.stackName}.template.json`);

  test("passes the CDK's own validation without a finding or a warning", { tags: ['exhaustive'] }, () => {
    // As `cdk synth`: what it finds fails the synth.
    const validated = `${outdir}-validated`;
    appIn(validated, true).app.synth();
    expect(validationFindings(validated)).toEqual([]);
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
      const { mfa, signIn, gpt } = settings;
      expect(await answer.json()).toEqual({
        data: { authConfig: { mfaMode: mfa.mode, signInNames: signIn.names, gptEnabled: gpt !== null } },
      });
    } finally {
      await runtime.close();
    }
  });
});

test('all of them pass cfn-lint', { tags: ['exhaustive'] }, () => {
  const templates = examples.map(({ name, settings }) =>
    join(folder, name.replaceAll(/\W+/g, '-'), `${settings.naming.stackName}.template.json`),
  );
  expect(cfnLint(...templates)).toEqual(clean);
});
