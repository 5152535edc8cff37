import type { Expiration } from 'aws-cdk-lib';
import { CfnApiKey, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';

/** The same for every key and position, so that a key whose position changes stays the same resource. */
export const apiKeyDescription = 'For callers who are not signed in. It is public: it opens only what a sign-in page needs.';

/**
 * The keys besides the one that `GraphqlApi` creates. The logical id of a key depends only on its name, since another
 * id is another key, and the old one stops working at once.
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
