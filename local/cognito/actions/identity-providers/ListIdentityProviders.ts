import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ UserPoolId: required(userPoolId), MaxResults: integer(0, 60), NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListIdentityProviders.html */
export const ListIdentityProviders = action(input, ({ UserPoolId, MaxResults, NextToken: token }, services) => {
  const { id } = poolOf(services, UserPoolId);
  const providersAfter = (after: string, limit: number) =>
    services.identityProviders.after(id, after, limit).map((provider) => ({ id: provider.name, provider }));
  const { items, ...next } = page(providersAfter, MaxResults || 60, token);
  const Providers = items.map(({ provider }) => ({
    ProviderName: provider.name,
    ProviderType: provider.type,
    LastModifiedDate: new Date(provider.modifiedAt),
    CreationDate: new Date(provider.createdAt),
  }));
  return { Providers, ...next };
});
