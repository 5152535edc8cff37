import { toDateTime } from '../../../account/date-time.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readPage } from '../../../input/page.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

/** `API_ListWebAuthnCredentials`, MaxResults. A user cannot have more. */
const MOST = 20;

export const passkeys: FieldOperation<'passkeys', AccountContext> = async (args, { cognito, request }) => {
  const { accessToken } = signedIn(request);
  const { limit, nextToken } = readPage(args, MOST);
  const { Credentials = [], NextToken } = await cognito.send('ListWebAuthnCredentials', {
    AccessToken: accessToken,
    MaxResults: limit,
    ...(nextToken !== undefined && { NextToken: nextToken }),
  });
  return {
    items: Credentials.map((passkey) => ({
      credentialId: passkey.CredentialId ?? '',
      friendlyName: passkey.FriendlyCredentialName ?? '',
      relyingPartyId: passkey.RelyingPartyId ?? '',
      authenticatorAttachment: passkey.AuthenticatorAttachment ?? null,
      createdAt: toDateTime(passkey.CreatedAt),
    })),
    nextToken: NextToken ?? null,
  };
};
