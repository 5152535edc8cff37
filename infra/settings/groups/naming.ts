import { z } from 'zod';
import { accountId, region, tagKey, tagValue } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const naming = z.strictObject({
  stackName: setting(z.stringFormat('CloudFormation stack name', /^[A-Za-z][A-Za-z0-9-]{0,127}$/), {
    is: 'Name of the stack; two stages of one account differ in it. Never change it once deployed: another name is another stack, with an empty user pool.',
    becomes: 'the stack, `AWS::AppSync::GraphQLApi.Name`',
  }),
  region: setting(region.nullable().default(null), {
    is: 'Region of the stack; null is that of the credentials. Never change it once deployed.',
    becomes: 'the environment of the stack',
  }),
  account: setting(accountId.nullable().default(null), {
    is: 'Account of the stack, so that credentials of another one cannot deploy it; null is that of the credentials. Wants `region`.',
    becomes: 'the environment of the stack',
  }),
  tags: setting(z.record(tagKey, tagValue).default({}), {
    is: 'Tags on every resource, but a dashboard: CloudFormation does not know them there.',
    becomes: '`Tags` of every resource that has them',
    laptop: 'Nothing on a laptop has tags.',
  }),
});
