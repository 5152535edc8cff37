import { expect, test } from 'vitest';
import { createTestPools, refusal } from '../../../support/cognito/pool.ts';

const CustomDomainConfig = { CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' };

function withPool(pool: Record<string, unknown> = {}) {
  const world = createTestPools();
  return { ...world, UserPoolId: world.pools.provisionUserPool('Pool', pool) };
}

test('a pool has a prefix and a domain of its own, which are described, updated and deleted', async () => {
  const { cognito, UserPoolId } = withPool();
  expect(await cognito.createUserPoolDomain({ UserPoolId, Domain: 'solar' })).toMatchObject({ ManagedLoginVersion: 1 });
  const own = { UserPoolId, Domain: 'login.example.com', CustomDomainConfig };
  expect(await cognito.createUserPoolDomain({ ...own, ManagedLoginVersion: 2 })).toMatchObject({ ManagedLoginVersion: 2 });
  const { UserPool } = await cognito.describeUserPool({ UserPoolId });
  expect(UserPool).toMatchObject({ Domain: 'solar', CustomDomain: own.Domain });
  const updated = { ...own, CustomDomainConfig: { ...CustomDomainConfig, SecurityPolicy: 'TLS_V1_3_2025' } } as const;
  await cognito.updateUserPoolDomain(updated);
  expect((await cognito.describeUserPoolDomain({ Domain: own.Domain })).DomainDescription).toEqual({
    ...updated,
    AWSAccountId: '123456789012',
    Status: 'ACTIVE',
    ManagedLoginVersion: 2,
  });
  await cognito.deleteUserPoolDomain({ UserPoolId, Domain: 'solar' });
  expect((await cognito.describeUserPoolDomain({ Domain: 'solar' })).DomainDescription).toEqual({});
});

test('a domain that is taken, malformed or not the pool’s is refused', async () => {
  const { cognito, pools, UserPoolId } = withPool();
  const other = pools.provisionUserPool('Other', {});
  await cognito.createUserPoolDomain({ UserPoolId, Domain: 'solar' });
  const create = (given: object) => refusal(cognito.createUserPoolDomain({ UserPoolId: other, Domain: 'lunar', ...given }));
  const invalid = [
    await create({ Domain: 'solar' }),
    await create({ UserPoolId }),
    await create({ Domain: 'Lunar' }),
    await create({ Domain: 'lunar.example.com' }),
    await create({ Domain: 'lunar', CustomDomainConfig }),
    await create({ Domain: 'my-cognito-pages' }),
    await refusal(cognito.updateUserPoolDomain({ UserPoolId: other, Domain: 'solar' })),
    await refusal(cognito.deleteUserPoolDomain({ UserPoolId: other, Domain: 'solar' })),
    await refusal(cognito.updateUserPoolDomain({ UserPoolId, Domain: 'solar', CustomDomainConfig })),
  ];
  expect(invalid.map(({ name }) => name)).toEqual(Array(9).fill('InvalidParameterException'));
  const lite = withPool({ UserPoolTier: 'LITE' });
  const managed = lite.cognito.createUserPoolDomain({ UserPoolId: lite.UserPoolId, Domain: 'lite', ManagedLoginVersion: 2 });
  expect((await refusal(managed)).name).toBe('FeatureUnavailableInTierException');
});

test('the domain of a template takes the place of the one before', async () => {
  const { cognito, pools, UserPoolId } = withPool();
  pools.provisionUserPoolDomain('Domain', { UserPoolId, Domain: 'solar' });
  pools.provisionUserPoolDomain('Domain', { UserPoolId, Domain: 'stellar', ManagedLoginVersion: 2 });
  expect((await cognito.describeUserPool({ UserPoolId })).UserPool?.Domain).toBe('stellar');
  expect((await cognito.describeUserPoolDomain({ Domain: 'solar' })).DomainDescription).toEqual({});
});

test('a client has one style of its pages, which is kept and returned', async () => {
  const { cognito, pools, UserPoolId } = withPool();
  const ClientId = pools.provisionUserPoolClient('Client', { UserPoolId });
  const { ManagedLoginBranding: made } = await cognito.createManagedLoginBranding({
    UserPoolId,
    ClientId,
    UseCognitoProvidedValues: true,
  });
  const named = { UserPoolId, ManagedLoginBrandingId: made?.ManagedLoginBrandingId };
  expect(made).toMatchObject({ UserPoolId, UseCognitoProvidedValues: true });
  const again = cognito.createManagedLoginBranding({ UserPoolId, ClientId });
  expect((await refusal(again)).name).toBe('ManagedLoginBrandingExistsException');
  const Settings = { categories: { global: { colorSchemeMode: 'DARK' } } };
  const mixed = cognito.updateManagedLoginBranding({ ...named, UseCognitoProvidedValues: true, Settings });
  expect((await refusal(mixed)).name).toBe('InvalidParameterException');
  const Bytes = new TextEncoder().encode('<svg/>');
  const logo = { Category: 'FORM_LOGO', ColorMode: 'DYNAMIC', Extension: 'SVG', Bytes } as const;
  await cognito.updateManagedLoginBranding({ ...named, UseCognitoProvidedValues: false, Settings, Assets: [logo] });
  const byId = await cognito.describeManagedLoginBranding({ ...named });
  expect(byId.ManagedLoginBranding).toMatchObject({ UseCognitoProvidedValues: false, Settings });
  expect(Buffer.from(byId.ManagedLoginBranding?.Assets?.[0]?.Bytes ?? []).toString()).toBe('<svg/>');
  const byClient = await cognito.describeManagedLoginBrandingByClient({ UserPoolId, ClientId });
  expect(byClient.ManagedLoginBranding).toEqual(byId.ManagedLoginBranding);
  await cognito.deleteManagedLoginBranding({ UserPoolId, ManagedLoginBrandingId: made?.ManagedLoginBrandingId });
  expect((await refusal(cognito.describeManagedLoginBranding({ ...named }))).name).toBe('ResourceNotFoundException');
  pools.provisionManagedLoginBranding('Style', { UserPoolId, ClientId, UseCognitoProvidedValues: true });
  await cognito.deleteUserPoolClient({ UserPoolId, ClientId });
  const client = pools.provisionUserPoolClient('Other', { UserPoolId });
  const none = cognito.describeManagedLoginBrandingByClient({ UserPoolId, ClientId: client });
  expect((await refusal(none)).name).toBe('ResourceNotFoundException');
});
