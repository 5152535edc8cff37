import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const api = z.strictObject({
  depthLimit: setting(z.int().min(1).max(75).default(20), {
    is: 'How deep a query may be nested. 20 lets the introspection query of GraphQL tools through, however it is counted.',
    unit: 'levels',
    becomes: '`AWS::AppSync::GraphQLApi.QueryDepthLimit`',
  }),
  resolverLimit: setting(z.int().min(1).max(10_000).default(5), {
    is: 'Root fields in one request. Small, so that aliases cannot try many passwords at once.',
    unit: 'fields',
    becomes: '`AWS::AppSync::GraphQLApi.ResolverCountLimit`',
  }),
  introspection: setting(z.boolean().default(true), {
    is: 'Whether the schema may be read from the endpoint.',
    becomes: '`AWS::AppSync::GraphQLApi.IntrospectionConfig`',
  }),
  keys: setting(
    z
      .array(z.stringFormat('name of 1 to 32 letters and digits', /^[A-Za-z][A-Za-z0-9]{0,31}$/))
      .min(1)
      .max(10)
      .default(['Public']),
    {
      is: 'The API keys, by name; the first is the output `ApiKey`. To rotate one, put a new name in front, deploy, move the pages over, take the old name out, deploy.',
      becomes: '`AWS::AppSync::ApiKey`, one each',
      laptop: 'One key, made at the first start, stands for all.',
    },
  ),
  keyMonths: setting(z.int().min(2).max(11).default(11), {
    is: 'How long the API keys live, from the first day of the month of the deployment. Every deployment renews them.',
    unit: 'months',
    becomes: '`AWS::AppSync::ApiKey.Expires`',
    laptop: 'The local key does not expire.',
  }),
});
