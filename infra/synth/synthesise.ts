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
  /** A template that is deployed, to compare with in place of the record. */
  readonly deployed?: string | undefined;
  /** The settings whose harm to what is deployed is meant. Default none. */
  readonly accepted?: readonly string[];
  /** For `npm run deploy`, which compares with what CloudFormation says: nothing is refused here. Default false. */
  readonly comparedLater?: boolean;
  /** Where the CDK's command line would deploy a stack that does not say it; unknown without credentials. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** The code of the stage, where it is bundled already. Default: it is bundled beside the assembly. */
  readonly code?: BundledCode;
}

/**
 * Synthesises a stage. Throws a ConfigurationError where its settings are no configuration, or where it must not be
 * deployed over what the last deployment has left; there is no assembly then. The laptop's is compared with nothing.
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
    // What must not be deployed must not lie about: `cdk deploy --app cdk.out` would take it.
    rmSync(join(assembly.directory, 'manifest.json'), { force: true });
    throw error;
  }
}

/** The stack of a stage in an app. Unless its code is given, it is bundled beside the assembly. */
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

/** The CDK's word for a place that the stack leaves open. */
function known(place: string): string | undefined {
  return place.startsWith('unknown-') ? undefined : place;
}
