import type { Settings } from '../stage.ts';
import { triggerKeys } from '../users/triggers.ts';
import type { Rule } from './rule.ts';

/**
 * What becomes too large for AWS in total although each part is small.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 4 KB.
 * @see docs/aws-behaviour/lambda.md#lambda.environment-size
 */
export function sizeRules({ gpt, naming, signUp, triggers }: Settings): Rule[] {
  const tags = Object.keys(naming.tags);
  return [
    {
      path: ['naming', 'tags'],
      message: 'contain at most 50 tags, which is the limit of AWS',
      broken: tags.length > 50,
    },
    {
      path: ['naming', 'tags'],
      message: 'contain each name once, ignoring upper and lower case, which IAM does not distinguish',
      broken: new Set(tags.map((name) => name.toLowerCase())).size < tags.length,
    },
    {
      path: ['gpt', 'models'],
      message:
        'have at most 2000 characters in total: they are in the environment of a function, which Lambda limits ' +
        'to 4 KB; write * for any model',
      broken: gpt !== null && gpt.models.join().length > 2000,
    },
    {
      path: ['signUp', 'emailDomains'],
      message: 'have at most 2000 characters in total: they are in the environment of a function, which Lambda limits to 4 KB',
      broken: signUp.emailDomains.join().length > 2000,
    },
    ...triggerKeys.map((key) => ({
      path: ['triggers', key, 'environment'],
      message: 'have at most 3000 characters in total, including names: Lambda limits the environment to 4 KB',
      broken:
        Object.entries(triggers[key]?.environment ?? {})
          .flat()
          .join('').length > 3000,
    })),
  ];
}
