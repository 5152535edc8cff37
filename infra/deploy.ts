import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from './command-line.ts';
import { stageSettings, stages } from './config.ts';
import { ConfigurationError } from './configuration-error.ts';
import { recordFile, recordOfAssembly } from './guard/record-file.ts';
import type { SettingsInput } from './settings/stage.ts';

export interface DeployOptions {
  /** What follows `npm run deploy --`: the stage, and anything that `cdk deploy` takes. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the record goes. Default `deployments`, which belongs into version control. */
  readonly deployments?: string;
  /** Where the assembly goes. Default a folder of the stage below `cdk.out`, so that no laptop's runtime takes it over meanwhile. */
  readonly outdir?: string;
  /** The command before `deploy`. Default the CDK's command line of this project. */
  readonly command?: readonly string[];
  readonly log?: (line: string) => void;
  /** Default those of infra/config.ts. */
  readonly stages?: Readonly<Record<string, SettingsInput>>;
}

const project = fileURLToPath(new URL('../', import.meta.url));
const cdk = [process.execPath, createRequire(import.meta.url).resolve('aws-cdk/bin/cdk')];

/**
 * `cdk deploy` of a stage, with the outputs in `outputs.json`. Gives its exit code; only where that is 0, and the deployment went through
 * CloudFormation, `deployments/<stage>.json` is written, with which later synths are compared. Throws ConfigurationError for arguments that this
 * command sets itself.
 */
export async function deploy(options: DeployOptions): Promise<number> {
  const { environment, deployments = join(project, 'deployments'), command = cdk, log = () => {} } = options;
  const { stage, rest } = readCommandLine(options.args, environment);
  const own = rest.find((argument) => /^(--app|-a|--output|-o)(=|$)/.test(argument));
  if (own !== undefined) throw new ConfigurationError(`npm run deploy sets ${own} itself; leave it out.`);
  const { retention } = stageSettings({ stage }, options.stages ?? stages);
  const isFirst = !existsSync(recordFile(deployments, stage)) && !rest.some((argument) => /(^|=)deployed=/.test(argument));
  if (isFirst && retention.deletionProtection) throw protectedTooSoon(stage);
  const outdir = options.outdir ?? join(project, 'cdk.out', 'deploy', stage);
  const assemblyRecord = join(outdir, recordOfAssembly);
  // What an earlier deployment has left is not what this one deploys.
  rmSync(assemblyRecord, { force: true });
  const writesOutputs = rest.some((argument) => /^(--outputs-file|-O)(=|$)/.test(argument));
  const status = await run(
    [
      ...command,
      'deploy',
      `--context=stage=${stage}`,
      `--output=${outdir}`,
      ...(writesOutputs ? [] : ['--outputs-file=outputs.json']),
      ...rest,
    ],
    environment,
  );
  if (status !== 0) {
    if (readAccount(assemblyRecord) === null)
      log('There are no AWS credentials: `aws sso login`, or AWS_PROFILE; see docs/deploying.md.');
    return status;
  }
  const aside = goesAside(rest);
  const file = recordFile(deployments, stage);
  const name = recordFile('deployments', stage);
  if (aside !== undefined) {
    log(`${name} stays as it is: ${aside} deploys nothing, or not by CloudFormation.`);
  } else if (existsSync(assemblyRecord)) {
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(assemblyRecord, file);
    log(`Recorded in ${name}: commit it. Later deployments are compared with it.`);
    if (retention.keepData && !retention.deletionProtection)
      log('The user pool is not protected against deletion yet: switch retention.deletionProtection on, and deploy again.');
  }
  return 0;
}

/** A creation that fails is undone by deleting what was made, which Cognito then refuses. */
function protectedTooSoon(stage: string): ConfigurationError {
  return new ConfigurationError(
    `retention.deletionProtection of stage "${stage}" must be false at its first deployment: a creation that fails could not be undone.`,
    [
      'Deploy once without it, then switch it on and deploy again.',
      `Is the stage deployed already, and ${recordFile('deployments', stage)} elsewhere? Then give its template: -c deployed=<template.json>.`,
    ],
  );
}

/** Where the assembly would be deployed to; null where neither its settings nor any credentials say it, undefined without an assembly. */
function readAccount(assemblyRecord: string): string | null | undefined {
  if (!existsSync(assemblyRecord)) return undefined;
  const { account }: { account?: string | null } = JSON.parse(readFileSync(assemblyRecord, 'utf8'));
  return account;
}

/** The argument by which `cdk deploy` ends well without having deployed the template. */
function goesAside(args: readonly string[]): string | undefined {
  const text = args.join(' ').replaceAll('--method ', '--method=').replaceAll('-m ', '--method=').replaceAll('-m=', '--method=');
  return /(?:^|\s)(--hotswap|--watch|--no-execute|--execute=false|--method=prepare-change-set)(?=\s|$)/.exec(text)?.[1];
}

/** Gives the exit code. The terminal is the command's own: it asks whether the changes are meant. */
function run([file = '', ...args]: readonly string[], env: DeployOptions['environment']): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: project, env: { ...env }, stdio: 'inherit' });
    // A terminal tells the child by itself; whoever tells this process alone means the child too.
    const forward = (signal: NodeJS.Signals): void => void (signal === 'SIGTERM' && child.kill(signal));
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const settled = (): void => void process.off('SIGINT', forward).off('SIGTERM', forward);
    child.once('error', (error) => {
      settled();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settled();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

if (import.meta.main) {
  try {
    const log = (line: string): void => void process.stdout.write(`${line}\n`);
    process.exitCode = await deploy({ args: process.argv.slice(2), environment: process.env, log });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
