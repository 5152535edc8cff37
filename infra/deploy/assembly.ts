import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Deployed } from '../guard/deployed.ts';
import { readRecordFile } from '../guard/record.ts';
import { recordOfAssembly } from '../guard/record-file.ts';

/** The part of an assembly that a deployment needs. */
export interface Assembly {
  readonly folder: string;
  readonly stackName: string;
  /** The stack as it will be recorded. Account and Region are null if neither settings nor credentials name them. */
  readonly record: Deployed;
  /** The role that the CDK assumes to deploy; undefined if it assumes none. */
  readonly roleArn: string | undefined;
  /** When the API keys expire; undefined if the stack has no such output. */
  readonly apiKeyExpires: string | undefined;
}

/** The assembly of one stack. Throws if there is none. */
export function readAssembly(folder: string, stage: string): Assembly {
  const [stack] = new CloudAssembly(folder).stacks;
  const file = join(folder, recordOfAssembly);
  if (stack === undefined || !existsSync(file)) throw new Error(`${folder} contains no assembly of the stage ${stage}.`);
  const record = readRecordFile(file, stage);
  return {
    folder,
    stackName: stack.stackName,
    record,
    roleArn: stack.assumeRoleArn && inPlace(stack.assumeRoleArn, record),
    // The CDK types a template as `any`.
    apiKeyExpires: stack.template.Outputs?.ApiKeyExpires?.Value,
  };
}

/** If the assembly is bound to no account or Region, the name of its role has placeholders such as `${AWS::Region}`. */
function inPlace(arn: string, { account, region }: Deployed): string {
  const values = new Map([
    ['Partition', partitionOf(region ?? '')],
    ['AccountId', account ?? ''],
    ['Region', region ?? ''],
  ]);
  return arn.replaceAll(/\$\{AWS::(\w+)\}/g, (written, name: string) => values.get(name) ?? written);
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
