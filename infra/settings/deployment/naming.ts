import { z } from 'zod';
import { accountId, region, tagKey, tagValue } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const naming = z.strictObject({
  stackName: setting(z.stringFormat('CloudFormation stack name', /^[A-Za-z][A-Za-z0-9-]{0,127}$/), {
    is:
      'Name of the stack. Two stages in one account need different names. Never change it after the first ' +
      'deployment: another name creates another stack with an empty user pool.',
    becomes: 'the stack, `AWS::AppSync::GraphQLApi.Name`',
  }),
  region: setting(region.nullable().default(null), {
    is: 'Region of the stack; null means the Region of the credentials. Never change it after the first deployment.',
    becomes: 'the environment of the stack',
  }),
  account: setting(accountId.nullable().default(null), {
    is:
      'Account of the stack, so that credentials of another account cannot deploy it; null means the account of ' +
      'the credentials. Requires `region`.',
    becomes: 'the environment of the stack',
  }),
  tags: setting(z.record(tagKey, tagValue).default({}), {
    is: 'Tags on every resource except the dashboard, which has no tags in CloudFormation.',
    becomes: '`Tags` of every resource that has them',
    laptop: 'Resources on a laptop have no tags.',
  }),
});
