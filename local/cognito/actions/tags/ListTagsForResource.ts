import { action } from '../../action.ts';
import { poolWithArn } from '../../pools/tagging.ts';
import { required, structure } from '../../wire/members.ts';
import { arn } from '../../wire/model.ts';

const input = structure({ ResourceArn: required(arn) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTagsForResource.html */
export const ListTagsForResource = action(input, ({ ResourceArn }, services) => ({
  Tags: poolWithArn(services, ResourceArn).settings.UserPoolTags ?? {},
}));
