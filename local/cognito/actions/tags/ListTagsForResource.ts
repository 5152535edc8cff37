import { action } from '../../action.ts';
import { poolWithArn, resourceArn } from '../../pools/tagging.ts';
import { required, structure } from '../../wire/members.ts';

const input = structure({ ResourceArn: required(resourceArn) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTagsForResource.html */
export const ListTagsForResource = action(input, ({ ResourceArn }, services) => ({
  Tags: poolWithArn(services, ResourceArn).settings.UserPoolTags ?? {},
}));
