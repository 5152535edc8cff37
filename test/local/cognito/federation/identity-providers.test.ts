import type { CreateIdentityProviderCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { corp, google } from '../../../support/cognito/federated-pool.ts';
import { createTestPools, refusal, refusals } from '../../../support/cognito/pool.ts';

function withPool(pool: Record<string, unknown> = {}) {
  const world = createTestPools();
  const UserPoolId = world.pools.provisionUserPool('Pool', pool);
  return { ...world, UserPoolId };
}

describe('identity providers', () => {
  test('are created, described, found by identifier, listed, updated and deleted', async () => {
    const { cognito, clock, UserPoolId } = withPool();
    const named = { UserPoolId, ProviderName: 'Corp' };
    const made = await cognito.createIdentityProvider({ UserPoolId, ...corp, IdpIdentifiers: ['corp.example.com'] });
    const createdAt = new Date(clock.now());
    expect(made.IdentityProvider).toEqual({
      UserPoolId,
      ...corp,
      ProviderDetails: { ...corp.ProviderDetails, attributes_url_add_attributes: 'false' },
      AttributeMapping: { username: 'sub', ...corp.AttributeMapping },
      IdpIdentifiers: ['corp.example.com'],
      CreationDate: createdAt,
      LastModifiedDate: createdAt,
    });
    const described = await cognito.describeIdentityProvider(named);
    expect(described.IdentityProvider).toEqual(made.IdentityProvider);
    const found = await cognito.getIdentityProviderByIdentifier({ UserPoolId, IdpIdentifier: 'corp.example.com' });
    expect(found.IdentityProvider?.ProviderName).toBe('Corp');
    const updated = await cognito.updateIdentityProvider({ ...named, AttributeMapping: { email: 'mail' } });
    expect(updated.IdentityProvider).toMatchObject({
      ProviderDetails: corp.ProviderDetails,
      AttributeMapping: { username: 'sub', email: 'mail' },
      IdpIdentifiers: ['corp.example.com'],
    });
    await cognito.createIdentityProvider({ UserPoolId, ...google });
    const names: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await cognito.listIdentityProviders({ UserPoolId, MaxResults: 1, ...(NextToken && { NextToken }) });
      names.push(...(page.Providers ?? []).map(({ ProviderName }) => ProviderName));
      ({ NextToken } = page);
    } while (NextToken);
    expect(names).toEqual(['Corp', 'Google']);
    await cognito.deleteIdentityProvider(named);
    const gone = [
      cognito.describeIdentityProvider(named),
      cognito.updateIdentityProvider(named),
      cognito.deleteIdentityProvider(named),
      cognito.getIdentityProviderByIdentifier({ UserPoolId, IdpIdentifier: 'corp.example.com' }),
    ];
    expect((await refusals(gone)).map(({ name }) => name)).toEqual(Array(4).fill('ResourceNotFoundException'));
  });

  test('belong to one pool, with their names and identifiers', async () => {
    const { cognito, pools, UserPoolId } = withPool();
    await cognito.createIdentityProvider({ UserPoolId, ...corp, IdpIdentifiers: ['corp'] });
    const other = { UserPoolId: pools.provisionUserPool('Other', {}) };
    expect((await refusal(cognito.describeIdentityProvider({ ...other, ProviderName: 'Corp' }))).name).toBe(
      'ResourceNotFoundException',
    );
    await cognito.createIdentityProvider({ ...other, ...corp, IdpIdentifiers: ['corp'] });
    expect((await refusal(cognito.createIdentityProvider({ UserPoolId, ...corp }))).name).toBe('DuplicateProviderException');
    const twin = cognito.createIdentityProvider({ UserPoolId, ...corp, ProviderName: 'Twin', IdpIdentifiers: ['corp'] });
    expect((await refusal(twin)).name).toBe('InvalidParameterException');
  });

  const { ProviderDetails } = corp;
  const wrong: [string, Partial<CreateIdentityProviderCommandInput>][] = [
    ['a name over 32 characters', { ProviderName: 'C'.repeat(33) }],
    ['a name with an underscore', { ProviderName: 'Corp_1' }],
    ['a name of Cognito’s own', { ProviderName: 'cognito' }],
    ['the name of a social provider', { ProviderName: 'google' }],
    ['another name for Google', { ProviderType: 'Google', ProviderName: 'Goggle' }],
    ['no client', { ProviderDetails: { ...ProviderDetails, client_id: '' } }],
    ['no metadata', { ProviderType: 'SAML', ProviderDetails: { IDPSignout: 'true' } }],
    ['an issuer without TLS', { ProviderDetails: { ...ProviderDetails, oidc_issuer: 'http://corp.example.com' } }],
    ['an issuer that is no URL', { ProviderDetails: { ...ProviderDetails, oidc_issuer: 'corp' } }],
    ['a key in the URL', { ProviderDetails: { ...ProviderDetails, token_url: 'https://id:secret@corp.example.com/' } }],
    ['another method', { ProviderDetails: { ...ProviderDetails, attributes_request_method: 'PUT' } }],
    ['another subject', { AttributeMapping: { username: 'email' } }],
    [
      'a subject for SAML',
      { ProviderType: 'SAML', ProviderDetails: { MetadataFile: '<x/>' }, AttributeMapping: { username: 'x' } },
    ],
    ['a mapped sub', { AttributeMapping: { sub: 'sub' } }],
    ['mapped identities', { AttributeMapping: { identities: 'identities' } }],
    ['a mapped status', { AttributeMapping: { 'cognito:user_status': 'status' } }],
    ['an attribute that the pool does not have', { AttributeMapping: { 'custom:role': 'role' } }],
    ['a claim without a name', { AttributeMapping: { email: '' } }],
    ['an identifier over 40 characters', { IdpIdentifiers: ['c'.repeat(41)] }],
    ['51 identifiers', { IdpIdentifiers: Array.from({ length: 51 }, (_, at) => `corp${at}`) }],
  ];
  test.each(wrong)('with %s are refused, without repeating a secret', async (_, change) => {
    const { cognito, UserPoolId } = withPool();
    const { name, message } = await refusal(cognito.createIdentityProvider({ UserPoolId, ...corp, ...change }));
    expect(name).toBe('InvalidParameterException');
    expect(message).not.toContain('secret of Corp');
    expect((await cognito.listIdentityProviders({ UserPoolId })).Providers).toEqual([]);
  });

  test('may be on this machine without TLS', async () => {
    const { cognito, UserPoolId } = withPool();
    const details = { ...corp.ProviderDetails, oidc_issuer: 'http://localhost:9000' };
    await cognito.createIdentityProvider({ UserPoolId, ...corp, ProviderDetails: details });
  });

  test('have their secrets encrypted in the database', async () => {
    const { cognito, database, UserPoolId } = withPool();
    await cognito.createIdentityProvider({ UserPoolId, ...corp });
    const [row = {}] = database.sql.prepare('SELECT * FROM identity_provider').all();
    const text = Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
    expect(text.join()).toContain('Corp');
    expect(text.join()).not.toContain('secret');
  });

  test('of a template are replaced under their key', async () => {
    const { cognito, pools, UserPoolId } = withPool();
    expect(pools.provisionIdentityProvider('Directory', { UserPoolId, ...corp })).toBe('Corp');
    pools.provisionIdentityProvider('Directory', { UserPoolId, ...corp, ProviderName: 'Company' });
    const { Providers = [] } = await cognito.listIdentityProviders({ UserPoolId });
    expect(Providers.map(({ ProviderName }) => ProviderName)).toEqual(['Company']);
  });
});
