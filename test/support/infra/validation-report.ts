import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Violation {
  readonly description: string;
}

interface Report {
  readonly violations: readonly Violation[];
  readonly suppressedViolations?: readonly Violation[];
}

/**
 * What the CDK's own validation found in an assembly, acknowledged or not, but for the one type that it does not know.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.unknown-type
 */
export function validationFindings(outdir: string): Violation[] {
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  const found = pluginReports.flatMap((report: Report) => [...report.violations, ...(report.suppressedViolations ?? [])]);
  return found.filter(({ description }: Violation) => description !== unknownType);
}

const unknownType = "Unknown resource type 'AWS::Cognito::UserPoolSessionConfigurationAttachment'";
