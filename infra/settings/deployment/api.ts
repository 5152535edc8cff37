import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const api = z.strictObject({
  depthLimit: setting(z.int().min(1).max(75).default(20), {
    is: 'How deep a query may be nested. 20 is enough for the introspection query of GraphQL tools.',
    unit: 'levels',
    becomes: '`AWS::AppSync::GraphQLApi.QueryDepthLimit`',
  }),
  resolverLimit: setting(z.int().min(1).max(10_000).default(5), {
    is: 'How many root fields one request may have. Keep it small: with aliases, one request could try many passwords.',
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
      is:
        'The API keys, by name; the first one is the output `ApiKey`. To rotate a key, put a new name first, ' +
        'deploy, switch the pages to the new key, remove the old name, and deploy again.',
      becomes: '`AWS::AppSync::ApiKey`, one each',
      laptop: 'The laptop creates one key at the first start, which stands for all of them.',
    },
  ),
  keyMonths: setting(z.int().min(2).max(11).default(11), {
    is:
      'How long the API keys are valid, counted from the first day of the month of the deployment. Every ' +
      'deployment renews them.',
    unit: 'months',
    becomes: '`AWS::AppSync::ApiKey.Expires`',
    laptop: 'The local key does not expire.',
  }),
});
