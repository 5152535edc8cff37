import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, token } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ AccessToken: required(token), NextToken: nextToken, MaxResults: integer(0, 20) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html */
export const ListWebAuthnCredentials = action(input, async ({ AccessToken, NextToken, MaxResults }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  // There are at most twenty, so all are read and the page is cut from them, sorted by order of registration.
  const all = services.passkeys
    .ofUser(user.id)
    .map((passkey) => ({ ...passkey, id: `${String(passkey.createdAt).padStart(16, '0')} ${passkey.credentialId}` }));
  const after = (id: string, limit: number) => all.filter((passkey) => passkey.id > id).slice(0, limit);
  const { items, ...rest } = page(after, MaxResults || 20, NextToken);
  const Credentials = items.map(({ credentialId, name, relyingPartyId, attachment, transports, createdAt }) => ({
    CredentialId: credentialId,
    FriendlyCredentialName: name,
    RelyingPartyId: relyingPartyId,
    ...(attachment === null ? {} : { AuthenticatorAttachment: attachment }),
    AuthenticatorTransports: transports,
    CreatedAt: new Date(createdAt),
  }));
  return { Credentials, ...rest };
});
