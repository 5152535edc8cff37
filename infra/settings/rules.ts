import { accountRules } from './rules/account.ts';
import { factorRules } from './rules/factors.ts';
import { messageRules } from './rules/messages.ts';
import { placeRules } from './rules/places.ts';
import type { Refusal, Rule } from './rules/rule.ts';
import { signInRules } from './rules/sign-in.ts';
import { sizeRules } from './rules/sizes.ts';
import { triggerRules } from './rules/triggers.ts';
import { watchingRules } from './rules/watching.ts';
import type { Settings } from './stage.ts';

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
 * The rules that tie settings together: what Cognito or AppSync refuses at deployment, or what would deploy and not work. CloudFormation and
 * the CDK check none of them before.
 */
export function refusals(settings: Settings): readonly Refusal[] {
  return groups.flatMap((group) => group(settings)).filter(({ broken }) => broken);
}
