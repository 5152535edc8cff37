import type { Settings } from '../stage.ts';
import { accountRules } from './account.ts';
import { factorRules } from './factors.ts';
import { federationRules } from './federation.ts';
import { providerRules } from './federation-providers.ts';
import { gptRules } from './gpt.ts';
import { limitRules } from './limits.ts';
import { messageRules } from './messages.ts';
import { placeRules } from './places.ts';
import type { Refusal, Rule } from './rule.ts';
import { signInRules } from './sign-in.ts';
import { sizeRules } from './sizes.ts';
import { triggerRules } from './triggers.ts';
import { watchingRules } from './watching.ts';

const groups: readonly ((settings: Settings, isLaptop: boolean) => readonly Rule[])[] = [
  accountRules,
  placeRules,
  sizeRules,
  signInRules,
  factorRules,
  messageRules,
  triggerRules,
  watchingRules,
  gptRules,
  limitRules,
  federationRules,
  providerRules,
];

/**
 * The rules between settings. They refuse what Cognito or AppSync would refuse at deployment, or what would deploy but
 * not work. Neither the CDK nor CloudFormation checks these before deployment.
 */
export function refusals(settings: Settings, isLaptop: boolean): readonly Refusal[] {
  return groups.flatMap((group) => group(settings, isLaptop)).filter(({ broken }) => broken);
}
