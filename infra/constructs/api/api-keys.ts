import type { Expiration } from 'aws-cdk-lib';
import { CfnApiKey, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';

/** The same for every key, whatever its place among them: a key that moves up must stay the resource that it is. */
export const apiKeyDescription =
  'For callers who are not signed in. Public by nature: it opens what a sign-in page needs and nothing else.';

/**
 * The keys besides the one that `GraphqlApi` makes. A key's logical id follows from its name alone, as another id is
 * another key, and the old one stops at once.
 * @see docs/aws-behaviour/appsync.md#appsync.api.key-string
 */
export function addApiKeys(api: GraphqlApi, names: readonly string[], expires: Expiration): void {
  for (const name of names) {
    const key = new CfnApiKey(api, `${name}ApiKey`, {
      apiId: api.apiId,
      description: apiKeyDescription,
      expires: expires.toEpoch(),
    });
    api.addSchemaDependency(key);
  }
}
