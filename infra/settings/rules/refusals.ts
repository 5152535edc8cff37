import type { Settings } from '../stage.ts';
import { accountRules } from './account.ts';
import { factorRules } from './factors.ts';
import { messageRules } from './messages.ts';
import { placeRules } from './places.ts';
import type { Refusal, Rule } from './rule.ts';
import { signInRules } from './sign-in.ts';
import { sizeRules } from './sizes.ts';
import { triggerRules } from './triggers.ts';
import { watchingRules } from './watching.ts';

const groups: readonly ((settings: Settings) => readonly Rule[])[] = [
  accountRules,
  placeRules,
  sizeRules,
  signInRules,
  factorRules,
  messageRules,
  triggerRules,
  watchingRules,
];

/**
 * The rules between settings. They refuse what Cognito or AppSync would refuse at deployment, or what would deploy but
 * not work. Neither the CDK nor CloudFormation checks these before deployment.
 */
export function refusals(settings: Settings): readonly Refusal[] {
  return groups.flatMap((group) => group(settings)).filter(({ broken }) => broken);
}
