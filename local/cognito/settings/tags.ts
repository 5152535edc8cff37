import { invalidParameter } from '../wire/errors.ts';
import { map, string } from '../wire/members.ts';

export const tagKey = string({ min: 1, max: 128 });
export const tags = map(string({ max: 256 }), tagKey);

const tagsPerPool = 50;

/**
 * Throws InvalidParameterException for too many tags, and for a key that AWS keeps to itself.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.too-many
 */
export function checkTags(given: Readonly<Record<string, string>>): void {
  const keys = Object.keys(given);
  if (keys.length > tagsPerPool) throw invalidParameter(`A user pool has at most ${tagsPerPool} tags.`);
  const reserved = keys.find((key) => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) throw invalidParameter(`Tag keys that begin with aws: are reserved: ${reserved}`);
}
