import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { onTestFinished, vi } from 'vitest';
import { readArguments } from '../../../infra/command-line/arguments.ts';
import { stages } from '../../../infra/config.ts';
import { deployDescription } from '../../../infra/deploy/arguments.ts';
import { type DeployOptions, deploy } from '../../../infra/deploy/deploy.ts';
import { readRecord } from '../../../infra/guard/record.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { synthesise } from '../../../infra/synth/synthesise.ts';
import { makeFolder } from '../../support/infra/folders.ts';
import { type MadeUpAwsOptions, madeUpAws } from '../../support/infra/made-up-aws.ts';
import { code, context } from '../../support/infra/stack.ts';

export const project = fileURLToPath(new URL('../../../', import.meta.url));
const standIn = [process.execPath, fileURLToPath(new URL('../../support/infra/cdk-stand-in.ts', import.meta.url))];
export const cdk = [process.execPath, createRequire(import.meta.url).resolve('aws-cdk/bin/cdk')];

/** The stage prod with real domains instead of those of the documentation. */
export const ownDomain: SettingsInput = JSON.parse(JSON.stringify(stages.prod).replaceAll('example.com', 'acme-shop.net'));
export const poolId = 'AuthUsersPoolE71B1D56';

/** The assemblies of prod, whole and unprotected, which the replacement for the CDK's command line returns. */
export const assemblies = mkdtempSync(join(tmpdir(), 'assemblies-'));
process.once('exit', () => rmSync(assemblies, { recursive: true, force: true }));

let synthesised: Promise<void> | undefined;

/** Synthesises them, once in a worker. */
export function synthesiseAssemblies(): Promise<void> {
  synthesised ??= synthesiseBoth();
  return synthesised;
}

async function synthesiseBoth(): Promise<void> {
  for (const name of ['whole', 'unprotected']) {
    const app = new App({ context, outdir: join(assemblies, name), builtinCloudFormationValidation: false });
    const place = { account: '123456789012', region: 'eu-central-1' };
    await synthesise(app, { stage: 'prod', unprotected: name === 'unprotected', deployments: assemblies, code, ...place });
  }
}

export const livingTemplate = () => readFileSync(join(assemblies, 'whole', 'CognitoGraphqlProd.template.json'), 'utf8');

/** A folder to deploy from, several times, to one simulated AWS. */
export async function workshop(made: MadeUpAwsOptions = {}) {
  const aws = await madeUpAws(made);
  const folder = makeFolder();
  const deployments = join(folder, 'deployments');
  const own = {
    AWS_ACCESS_KEY_ID: 'made-up',
    AWS_SECRET_ACCESS_KEY: 'made-up',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    CDK_VALIDATION: 'false',
  };
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  /** Deploys. Returns the arguments of each call of the CDK, and what was logged. */
  const run = async (
    args: readonly string[] = [],
    environment: Record<string, string> = {},
    options: Partial<DeployOptions> = {},
    stage: readonly string[] = ['--stage', 'prod'],
  ) => {
    const report = join(folder, 'calls');
    rmSync(report, { force: true });
    const lines: string[] = [];
    const standing = { STAND_IN_REPORT: report, STAND_IN_ASSEMBLIES: assemblies };
    const variables = { ...process.env, ...standing, ...environment };
    const done = async () =>
      deploy({
        given: readArguments(deployDescription, [...stage, ...args], variables),
        environment: variables,
        deployments,
        outputs: folder,
        outdir: join(folder, 'assembly'),
        command: standIn,
        stages: { prod: ownDomain },
        log: (line) => lines.push(line),
        ...options,
      });
    const status = await done().catch((error: Error) => error.message);
    const calls: string[][] = existsSync(report)
      ? readFileSync(report, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
    return { status, calls, commands: calls.map(([command]) => command), lines };
  };
  return { aws, run, folder, deployments, outdir: join(folder, 'assembly') };
}

export const record = (deployments: string) => readRecord(deployments, 'prod');
