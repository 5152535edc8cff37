import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Arguments } from '../command-line/arguments.ts';
import { stages } from '../config.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { readRecord } from '../guard/record.ts';
import { recordFile, recordOfAssembly } from '../guard/record-file.ts';
import type { SettingsInput } from '../settings/stage.ts';
import { stageSettings } from '../stage-settings.ts';
import { type DeployArguments, readDeployArguments } from './arguments.ts';
import { type Assembly, readAssembly } from './assembly.ts';
import { refuseHarmToLiving } from './compare.ts';
import { askCloudFormation, type LivingStack } from './living-stack.ts';
import { refuseReservedDomains } from './reserved-domains.ts';
import { run } from './run.ts';

export interface DeployOptions {
  /** What follows `npm run deploy --`: the stage, `--accept`, and the options of `cdk deploy`. */
  readonly given: Arguments;
  /**
   * The environment variables, including AWS's own. The SDK reads its endpoints and files from those of the process.
   */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the record is written. Default: `deployments`, which belongs in version control. */
  readonly deployments?: string;
  /** Where `outputs.json` and `outputs.<stage>.json` are written. Default: the root of the project. */
  readonly outputs?: string;
  /**
   * Where the assembly is written. Default: a folder of its own below `cdk.out`, so that a local runtime does not load
   * it.
   */
  readonly outdir?: string;
  /** The command before `synth` and `deploy`. Default: the CDK's command line of this project. */
  readonly command?: readonly string[];
  readonly log?: (line: string) => void;
  /** Default: those of infra/config.ts. */
  readonly stages?: Readonly<Record<string, SettingsInput>>;
}

const project = fileURLToPath(new URL('../../', import.meta.url));
const cdk = [process.execPath, createRequire(import.meta.url).resolve('aws-cdk/bin/cdk')];

/**
 * Deploys a stage: synthesises it, asks CloudFormation what is deployed, refuses what would harm that, and runs `cdk
 * deploy`. A stack that does not exist yet is created without protection against deletion, since what a failed creation
 * has made must be deleted again, and is protected at once afterwards. Returns the exit code. If it is 0,
 * `outputs.<stage>.json` has the outputs, and `deployments/<stage>.json` records what was deployed. Throws
 * ConfigurationError if the settings are invalid, or if the stage must not be deployed over what is deployed.
 */
export async function deploy(options: DeployOptions): Promise<number> {
  const { environment, log = () => {} } = options;
  const { stage } = options.given;
  const given = readDeployArguments(options.given.options);
  const settings = stageSettings({ stage }, options.stages ?? stages);
  refuseReservedDomains(stage, settings);
  const work = workOf(stage, given, options);

  const status = await work.synth(work.outdir);
  if (status !== 0) return status;
  const assembly = readAssembly(work.outdir, stage);
  const { account, region } = assembly.record;
  if (account === null || region === null) {
    log('There are no AWS credentials. Run `aws sso login`, or set AWS_PROFILE; see docs/deploying.md.');
    return 1;
  }
  const { stackName, roleArn } = assembly;
  const living = await askCloudFormation({ stackName, account, region, roleArn, profile: given.profile, environment });
  const record = readRecord(work.deployments, stage);
  refuseHarmToLiving({ assembly, living, record, recordName: work.recordName, accepted: given.accepted });
  if (given.aside !== undefined) return deployAside(given.aside, { work, assembly, living, log });
  const { deletionProtection, terminationProtection } = settings.retention;
  if (living !== null || !(deletionProtection || terminationProtection)) return deployAssembly({ work, assembly, log });
  return createAndProtect({ work, assembly, stage, log });
}

interface Deployment {
  readonly work: Work;
  readonly assembly: Assembly;
  readonly log: (line: string) => void;
}

/**
 * The first deployment, in two steps. If it ends between them, the next deployment finds the stack and completes it.
 */
async function createAndProtect({ work, assembly, stage, log }: Deployment & { readonly stage: string }): Promise<number> {
  log(
    `The stack ${assembly.stackName} does not exist yet. It is created without protection against deletion, and protected afterwards.`,
  );
  const unprotected = `${work.outdir}.first`;
  const status = (await work.synth(unprotected, ['--context=unprotected=true'])) || (await work.deploy(unprotected));
  if (status !== 0) {
    log(`If the creation failed, deploy again, or remove what is left of it: npx cdk destroy -c stage=${stage}`);
    return status;
  }
  work.keepRecord(unprotected);
  log('Created. Now adding the protection:');
  const protectedStatus = await deployAssembly({ work, assembly, log });
  if (protectedStatus !== 0) log('The stack is created, but not protected against deletion yet: deploy again.');
  return protectedStatus;
}

async function deployAssembly({ work, assembly, log }: Deployment): Promise<number> {
  const status = await work.deploy(assembly.folder);
  if (status !== 0) return status;
  work.keepRecord(assembly.folder);
  work.keepOutputs();
  log(`Recorded in ${work.recordName}; commit it.`);
  const { apiKeyExpires } = assembly;
  if (apiKeyExpires !== undefined)
    log(`The API key expires on ${apiKeyExpires.slice(0, 10)}. Each deployment extends it, so deploy before then.`);
  return 0;
}

/**
 * Options that do not change the stack, or change it without CloudFormation. `cdk deploy` synthesises itself here,
 * since `--watch` does so repeatedly.
 */
async function deployAside(aside: string, { work, assembly, living, log }: Deployment & { readonly living: LivingStack | null }) {
  if (living === null)
    throw new ConfigurationError(`The stack ${assembly.stackName} does not exist yet: deploy it once without ${aside}.`);
  const status = await work.deploy(null);
  if (status === 0) log(`${work.recordName} is unchanged: ${aside} deploys nothing, or not through CloudFormation.`);
  return status;
}

type Work = ReturnType<typeof workOf>;

/** What a deployment does outside this process: commands and files. */
function workOf(stage: string, { rest, shared, namesOutputs }: DeployArguments, options: DeployOptions) {
  const { environment, command = cdk, deployments = join(project, 'deployments'), outputs = project } = options;
  const outdir = options.outdir ?? join(project, 'cdk.out', 'deploy', stage);
  const outputsOfStage = join(outputs, `outputs.${stage}.json`);
  const cdkRun = (args: readonly string[]): Promise<number> => run([...command, ...args], { environment, folder: project });
  return {
    outdir,
    deployments,
    recordName: recordFile('deployments', stage),
    synth: (folder: string, context: readonly string[] = []): Promise<number> => {
      // An earlier deployment may have left an assembly of other settings.
      rmSync(folder, { recursive: true, force: true });
      const own = [
        'synth',
        '--quiet',
        `--context=stage=${stage}`,
        '--context=comparedLater=true',
        ...context,
        `--output=${folder}`,
      ];
      return cdkRun([...own, ...shared]);
    },
    /** @param folder the assembly; with null, the CDK creates it. */
    deploy: (folder: string | null): Promise<number> => {
      const assembly =
        folder === null
          ? [`--context=stage=${stage}`, '--context=comparedLater=true', `--output=${outdir}`]
          : [`--app=${folder}`];
      return cdkRun(['deploy', ...assembly, ...(namesOutputs ? [] : [`--outputs-file=${outputsOfStage}`]), ...rest]);
    },
    keepRecord: (folder: string): void => {
      const file = recordFile(deployments, stage);
      mkdirSync(dirname(file), { recursive: true });
      copyFileSync(join(folder, recordOfAssembly), file);
    },
    keepOutputs: (): void => {
      if (!namesOutputs && existsSync(outputsOfStage)) copyFileSync(outputsOfStage, join(outputs, 'outputs.json'));
    },
  };
}
