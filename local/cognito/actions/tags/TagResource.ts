import { action } from '../../action.ts';
import { poolWithArn, putTags } from '../../pools/tagging.ts';
import { tags } from '../../settings/tags.ts';
import { required, structure } from '../../wire/members.ts';
import { arn } from '../../wire/model.ts';

const input = structure({ ResourceArn: required(arn), Tags: required(tags) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html */
export const TagResource = action(input, ({ ResourceArn, Tags }, services) => {
  const pool = poolWithArn(services, ResourceArn);
  putTags(services, pool, { ...pool.settings.UserPoolTags, ...Tags });
  return {};
});
