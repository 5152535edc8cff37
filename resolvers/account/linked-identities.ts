import { type KnownUser, valuesOf } from '../activity/owners.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { FederationConfig } from '../config/federation.ts';
import { type LinkedIdentity, ProviderKind } from '../generated/schema.ts';
import { isObject } from '../input/reader.ts';

/**
 * The identities of a user at other providers. They are read with IAM rights, since GetUser shows only the attributes
 * that the app client may read.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.read-identities
 */
export async function identitiesOf(
  cognito: Cognito,
  { userPoolId }: FederationConfig,
  username: string,
): Promise<LinkedIdentity[]> {
  return toLinkedIdentities(await cognito.send('AdminGetUser', { UserPoolId: userPoolId, Username: username }));
}

/** Reads the attribute `identities`, which is JSON: `primary` is a boolean, and `dateCreated` is in milliseconds. */
export function toLinkedIdentities(user: Pick<KnownUser, 'UserAttributes'>): LinkedIdentity[] {
  const text = valuesOf(user).get('identities');
  const list: unknown = text === undefined ? [] : JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('Cognito answered with identities in another form.');
  return list.filter(isObject).flatMap(({ providerName, providerType, userId, primary, dateCreated }) => {
    const kind = kinds.get(providerType);
    // The schema has no other kinds, and without a name there is nothing to unlink.
    if (kind === undefined || typeof providerName !== 'string' || typeof userId !== 'string') return [];
    const linkedAt = new Date(Number(dateCreated ?? Number.NaN));
    return {
      providerName,
      kind,
      userId,
      // Texts in tokens, and perhaps here too.
      isPrimary: primary === true || primary === 'true',
      linkedAt: Number.isNaN(linkedAt.getTime()) ? null : linkedAt.toISOString(),
    };
  });
}

/** Cognito's types of providers (IdentityProviderTypeType). */
const kinds: ReadonlyMap<unknown, ProviderKind> = new Map<unknown, ProviderKind>([
  ['Google', ProviderKind.Google],
  ['Facebook', ProviderKind.Facebook],
  ['LoginWithAmazon', ProviderKind.Amazon],
  ['SignInWithApple', ProviderKind.Apple],
  ['OIDC', ProviderKind.Oidc],
  ['SAML', ProviderKind.Saml],
]);
