import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Template } from '../template/template.ts';
import { alarmChecks } from './alarms.ts';
import { apiChecks } from './api.ts';
import { authorizationChecks } from './authorization.ts';
import type { Check, Finding } from './check.ts';
import { federationChecks } from './federation.ts';
import { functionChecks } from './functions.ts';
import { removalChecks } from './removal.ts';
import { userPoolChecks } from './user-pool.ts';
import { clientChecks } from './user-pool-client.ts';
import { factorChecks } from './user-pool-factors.ts';
import { messageChecks } from './user-pool-messages.ts';
import { vocabularyChecks } from './vocabulary.ts';
import { webAclChecks } from './web-acl.ts';

/**
 * What cfn-lint and the CDK's own validation accept, but AWS then refuses or understands differently. Each check
 * returns its findings in a template. The sources are the CloudFormation and API references of the services, and the
 * issues named at each check.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.cdk-validation
 */
const checks = {
  ...userPoolChecks,
  ...factorChecks,
  ...messageChecks,
  ...clientChecks,
  ...federationChecks,
  ...authorizationChecks,
  ...apiChecks,
  ...functionChecks,
  ...webAclChecks,
  ...alarmChecks,
  ...removalChecks,
  ...vocabularyChecks,
} satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

export const templateChecks: Readonly<Record<CheckName, Check>> = checks;

/** A finding with the name of the check that found it. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

/** All findings in a template. @param now the time of the synth; the current time by default. */
export function checkTemplate(template: Template, now = new Date()): readonly NamedFinding[] {
  return Object.entries<Check>(checks).flatMap(([name, check]) =>
    check(template, now).map((finding) => ({ ...finding, check: name })),
  );
}

/** Throws a ConfigurationError that names each resource, the check that it fails, and what to do. */
export function refuseFindings(template: Template): void {
  const found = checkTemplate(template);
  if (found.length === 0) return;
  throw new ConfigurationError(
    'AWS would refuse this template, or it would deploy but not work:',
    found.map(
      ({ resource, check, problem, remedy }) =>
        `${resource}${typeOf(template, resource)} fails the check "${check}": ${problem} ${remedy}`,
    ),
  );
}

function typeOf({ Resources }: Template, id: string): string {
  const type = Resources[id]?.Type;
  return type === undefined ? '' : ` (${type})`;
}
