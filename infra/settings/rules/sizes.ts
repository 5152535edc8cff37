import type { Settings } from '../stage.ts';
import { triggerKeys } from '../users/triggers.ts';
import type { Rule } from './rule.ts';

/**
 * What becomes too large in AWS although each part of it is small.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 4 KB.
 * @see docs/aws-behaviour/lambda.md#lambda.environment-size
 */
export function sizeRules({ gpt, naming, signUp, triggers }: Settings): Rule[] {
  const tags = Object.keys(naming.tags);
  return [
    {
      path: ['naming', 'tags'],
      message: 'hold at most 50, which is all that AWS takes',
      broken: tags.length > 50,
    },
    {
      path: ['naming', 'tags'],
      message: 'hold each name once, whatever its case, which IAM does not tell apart',
      broken: new Set(tags.map((name) => name.toLowerCase())).size < tags.length,
    },
    {
      path: ['gpt', 'models'],
      message:
        'be at most 2000 characters in all: they are in the environment of a function, and Lambda takes 4 KB; * is any model',
      broken: gpt !== null && gpt.models.join().length > 2000,
    },
    {
      path: ['signUp', 'emailDomains'],
      message: 'be at most 2000 characters in all: they are in the environment of a function, and Lambda takes 4 KB',
      broken: signUp.emailDomains.join().length > 2000,
    },
    ...triggerKeys.map((key) => ({
      path: ['triggers', key, 'environment'],
      message: 'be at most 3000 characters in all, names included: Lambda takes 4 KB of them',
      broken:
        Object.entries(triggers[key]?.environment ?? {})
          .flat()
          .join('').length > 3000,
    })),
  ];
}
