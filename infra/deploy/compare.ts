import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Deployed } from '../guard/deployed.ts';
import { parseJson, resourcesOf } from '../guard/record.ts';
import { carryOn, refuseHarm } from '../guard/refuse-harm.ts';
import type { Assembly } from './assembly.ts';
import type { LivingStack } from './living-stack.ts';

export interface Comparison {
  readonly assembly: Assembly;
  /** The stack in CloudFormation; null if there is none. */
  readonly living: LivingStack | null;
  /**
   * The record of the last deployment; null if there is none, as in a pipeline or on a colleague's machine.
   */
  readonly record: Deployed | null;
  readonly recordName: string;
  readonly accepted: readonly string[];
}

/**
 * Throws a ConfigurationError if the deployment would harm what is deployed. CloudFormation decides what is deployed.
 * Only the record knows in which account and Region the stack should be, and which host passkeys were bound to before
 * they were disabled.
 */
export function refuseHarmToLiving({ assembly, living, record, recordName, accepted }: Comparison): void {
  const { record: after, stackName } = assembly;
  if (record !== null) refuseHarm({ before: { ...record, resources: {} }, after, source: recordName, accepted });
  if (living !== null) {
    const before = carryOn(record, { ...after, resources: resourcesIn(living, stackName) });
    refuseHarm({ before, after, source: `CloudFormation (stack ${stackName})`, accepted });
    return;
  }
  if (record === null || record.stackName !== after.stackName || accepted.some((setting) => setting.startsWith('naming.')))
    return;
  throw new ConfigurationError(
    `${recordName} records a deployment of the stack ${stackName}, but CloudFormation has no such stack in ${after.region} of account ${after.account}.`,
    [
      `If it was deleted, remove ${recordName} and deploy again: that creates a new and empty user pool.`,
      'If it was not, these are credentials for another account or Region.',
    ],
  );
}

function resourcesIn({ template }: LivingStack, stackName: string): Deployed['resources'] {
  const refuse = (): ConfigurationError =>
    new ConfigurationError(
      `The stack ${stackName} does not belong to this project: its template is not the JSON that the CDK writes. Give the stage another naming.stackName.`,
    );
  return resourcesOf(parseJson(template, refuse), refuse);
}
