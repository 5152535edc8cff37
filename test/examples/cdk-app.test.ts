import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ShopStack } from '../../examples/cdk-app/shop-stack.ts';
import { parseSettings } from '../../infra/settings/parse/parse.ts';
import { resources, type Template } from '../../infra/template/template.ts';
import { allProblems } from '../support/infra/findings.ts';
import { code } from '../support/infra/stack.ts';
import { selfServiceStory } from '../support/stories.ts';
import { startSystem } from '../support/system.ts';

const app = fileURLToPath(new URL('../../examples/cdk-app/app.ts', import.meta.url));
let outdir: string;
let template: Template;

beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'cdk-app-'));
  const run = spawnSync(process.execPath, [app], { encoding: 'utf8', env: { ...process.env, CDK_OUTDIR: outdir } });
  if (run.status !== 0) throw new Error(run.stderr);
  template = JSON.parse(readFileSync(join(outdir, 'Shop.template.json'), 'utf8'));
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('a CDK app that takes the construct into a stack of its own', { tags: ['exhaustive'] }, () => {
  test('contains it beside its own resources', () => {
    expect(resources(template, 'AWS::Cognito::UserPool')).toHaveLength(1);
    expect(resources(template, 'AWS::AppSync::GraphQLApi')).toHaveLength(1);
    const [[functionId] = ['']] = resources(template, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('AuthSignUp'));
    const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties['Dimensions']);
    expect(alarms).toEqual([[{ Name: 'FunctionName', Value: { Ref: functionId } }]]);
    const [[, url] = ['', undefined]] = resources(template, 'AWS::SSM::Parameter');
    expect(url?.Properties['Value']).toEqual({
      'Fn::GetAtt': [resources(template, 'AWS::AppSync::GraphQLApi')[0]?.[0], 'GraphQLUrl'],
    });
  });

  test("passes the CDK's own validation, without the feature flags of this project", () => {
    expect(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports).toEqual([]);
  });

  test('passes the checks of a template', () => {
    expect(allProblems(template)).toEqual([]);
  });

  test('has no finding of cdk-nag', () => {
    const settings = parseSettings({ naming: { stackName: 'Shop' } });
    const nagged = new App({ outdir: join(outdir, 'nagged'), builtinCloudFormationValidation: false });
    const stack = new ShopStack(nagged, 'Shop', { settings, code });
    const { violations } = new AwsSolutionsChecks(nagged).validateScope(stack);
    expect(violations.map(({ ruleName, violatingResources }) => ({ ruleName, violatingResources }))).toEqual([]);
  });

  test('is found by another project that has it as a linked package, as `npm install file:…` and workspaces make it', {
    tags: ['exhaustive'],
  }, () => {
    const host = join(outdir, 'host');
    const project = fileURLToPath(new URL('../../', import.meta.url));
    mkdirSync(join(host, 'node_modules'), { recursive: true });
    symlinkSync(project, join(host, 'node_modules', 'cognito-graphql-api'));
    for (const name of ['aws-cdk-lib', 'constructs']) {
      symlinkSync(join(project, 'node_modules', name), join(host, 'node_modules', name));
    }
    for (const name of ['app.ts', 'shop-stack.ts']) copyFileSync(join(dirname(app), name), join(host, name));
    writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
    const env = { ...process.env, CDK_OUTDIR: join(host, 'cdk.out') };
    const { status, stderr } = spawnSync(process.execPath, ['app.ts'], { cwd: host, encoding: 'utf8', env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(readFileSync(join(host, 'cdk.out', 'Shop.template.json'), 'utf8'))).toEqual(template);
  });

  test('runs on the laptop', async () => {
    const system = await startSystem({ assembly: outdir });
    try {
      await selfServiceStory(system);
    } finally {
      await system.close();
    }
  });
});
