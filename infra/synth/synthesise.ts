import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { refuseFindings } from '../checks/template-checks.ts';
import type { BundledCode } from '../code/code.ts';
import { bundleOwnCode } from '../code/own-code.ts';
import { AuthStack } from '../constructs/auth-stack.ts';
import { type Deployed, guardedResources, type Template } from '../guard/deployed.ts';
import { guardedPaths } from '../guard/guards.ts';
import { readRecord, readTemplate, writeRecord } from '../guard/record.ts';
import { recordFile, recordOfAssembly } from '../guard/record-file.ts';
import { carryOn, refuseHarm } from '../guard/refuse-harm.ts';
import { type Selection, stageSettings } from '../stage-settings.ts';

export interface SynthesiseOptions extends Selection {
  /** The folder of the records of deployments. */
  readonly deployments: string;
  /** A deployed template to compare with, instead of the record. */
  readonly deployed?: string | undefined;
  /** The settings whose harm to what is deployed is intended. Default none. */
  readonly accepted?: readonly string[];
  /** True for `npm run deploy`, which compares with CloudFormation itself: nothing is refused here. Default false. */
  readonly comparedLater?: boolean;
  /** The account to which the CDK would deploy a stack that names none; unknown without credentials. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** The bundled code of the stage. By default it is bundled beside the assembly. */
  readonly code?: BundledCode;
}

/**
 * Synthesises a stage. Throws a ConfigurationError, and leaves no assembly, if its settings are invalid or if it must
 * not be deployed over the last deployment. The assembly of a laptop is not compared.
 */
export async function synthesise(app: App, options: SynthesiseOptions): Promise<void> {
  const stack = await addStage(app, options, options.code);
  const assembly = app.synth();
  try {
    const { template, environment } = assembly.getStackArtifact(stack.artifactId);
    refuseFindings(template);
    if (options.local) return;
    const hasAccount = options.account !== undefined;
    const after: Deployed = {
      stackName: stack.stackName,
      region: known(environment.region) ?? (hasAccount ? options.region : undefined) ?? null,
      account: known(environment.account) ?? options.account ?? null,
      resources: guardedResources(template as Template, guardedPaths), // the CDK leaves it `any`
    };
    const before = compare(after, options);
    writeRecord(join(assembly.directory, recordOfAssembly), options.stage, carryOn(before, after));
  } catch (error) {
    // Removed, since `cdk deploy --app cdk.out` would deploy it.
    rmSync(join(assembly.directory, 'manifest.json'), { force: true });
    throw error;
  }
}

/** Adds the stack of a stage to an app. Without given code, it is bundled beside the assembly. */
export async function addStage(app: App, selection: Selection, given?: BundledCode): Promise<AuthStack> {
  const settings = stageSettings(selection);
  const code = given ?? (await bundleOwnCode({ settings, outdir: join(app.outdir, 'bundles') }));
  return new AuthStack(app, settings.naming.stackName, { settings, code });
}

function compare(after: Deployed, options: SynthesiseOptions): Deployed | null {
  const { deployments, deployed, stage, accepted = [], comparedLater = false } = options;
  const before = deployed === undefined ? readRecord(deployments, stage) : readTemplate(deployed);
  const source = deployed ?? recordFile('deployments', stage);
  if (before !== null && !comparedLater) refuseHarm({ before, after, source, accepted });
  return before;
}

/** Undefined for the CDK's placeholder of an open account or Region. */
function known(place: string): string | undefined {
  return place.startsWith('unknown-') ? undefined : place;
}
