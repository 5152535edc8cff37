import { type CheckName, checkTemplate, templateChecks } from '../../../infra/checks/template-checks.ts';
import type { Template } from '../../../infra/template/template.ts';

/** What one check finds in a template, a line each. */
export function problemsOf(check: CheckName, template: Template): string[] {
  return templateChecks[check](template, new Date()).map(({ resource, problem }) => `${resource}: ${problem}`);
}

/** What all checks find in a template, one line for each finding. */
export function allProblems(template: Template): string[] {
  return checkTemplate(template).map(({ check, resource, problem }) => `${check}: ${resource}: ${problem}`);
}

export const checkNames = Object.keys(templateChecks) as CheckName[]; // true: the keys are those of the object

/** The checks of the user pool, its client and its triggers. */
export const userPoolCheckNames: readonly CheckName[] = [
  ...(['addresses', 'plan', 'exclusive', 'schema', 'mfa', 'client', 'triggers'] as const),
  ...(['sms', 'mail', 'senders', 'removal'] as const),
];

/** The checks of sign-in by other providers. */
export const federationCheckNames: readonly CheckName[] = ['oauth', 'providers', 'poolDomain'];

/** The checks of the resources around the API, and of what remains after a stack is deleted. */
export const surroundingsCheckNames: readonly CheckName[] = ['domain', 'webAcl', 'alarms', 'leftovers'];
