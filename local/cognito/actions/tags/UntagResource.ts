import { action } from '../../action.ts';
import { poolWithArn, putTags } from '../../pools/tagging.ts';
import { tagKey } from '../../settings/tags.ts';
import { list, required, structure } from '../../wire/members.ts';
import { arn } from '../../wire/model.ts';

const input = structure({ ResourceArn: required(arn), TagKeys: required(list(tagKey)) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UntagResource.html */
export const UntagResource = action(input, ({ ResourceArn, TagKeys }, services) => {
  const pool = poolWithArn(services, ResourceArn);
  const kept = Object.entries(pool.settings.UserPoolTags ?? {}).filter(([key]) => !TagKeys.includes(key));
  putTags(services, pool, Object.fromEntries(kept));
  return {};
});
