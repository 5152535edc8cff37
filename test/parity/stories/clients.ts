import { told } from '../probe/recorder.ts';
import type { Story } from '../probe/story.ts';

const Scopes = [{ ScopeName: 'read', ScopeDescription: 'See the planets' }];
/** The service model does not list it. */
const machineFlow = 'ALLOW_CLIENT_TOKEN_AUTH' as 'ALLOW_USER_AUTH';

export const clientStories: readonly Story[] = [
  {
    name: 'A client is updated by its id alone',
    asks: ['cognito.client.update-validity'],
    wants: { client: { RefreshTokenValidity: 7, AuthSessionValidity: 5 } },
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId, clientId: ClientId }) {
      await told(cognito.updateUserPoolClient({ UserPoolId, ClientId }));
    },
  },
  {
    name: 'Grants and flows that exclude each other',
    asks: ['cognito.client.grants'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId }) {
      const attempts = [
        { AllowedOAuthFlowsUserPoolClient: true },
        { AllowedOAuthFlows: ['client_credentials' as const, 'code' as const], GenerateSecret: true },
        { AllowedOAuthFlows: ['client_credentials' as const] },
        { AllowedOAuthFlows: ['client_credentials' as const], AllowedOAuthScopes: ['openid'], GenerateSecret: true },
        { ExplicitAuthFlows: [machineFlow, 'ALLOW_USER_SRP_AUTH' as const], GenerateSecret: true },
        { ExplicitAuthFlows: [machineFlow] },
      ];
      for (const attempt of attempts) {
        await told(cognito.createUserPoolClient({ UserPoolId, ClientName: 'made-up', ...attempt }));
      }
    },
  },
  {
    name: 'URLs of a client that no code may be sent to',
    asks: ['cognito.federation.client-urls'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId }) {
      const url = 'https://app.example.com/back';
      const oauth = {
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code' as const],
        AllowedOAuthScopes: ['openid'],
        SupportedIdentityProviders: ['COGNITO'],
      };
      const attempts = [
        {},
        { CallbackURLs: ['http://app.example.com/back'] },
        { CallbackURLs: [`${url}#part`] },
        { CallbackURLs: ['https://*.example.com/back'] },
        { CallbackURLs: ['https://ada:made-up@app.example.com/back'] },
        { CallbackURLs: ['javascript:made-up'] },
        { CallbackURLs: ['/back'] },
        { CallbackURLs: [url], LogoutURLs: ['http://app.example.com/bye'] },
        { CallbackURLs: [url], DefaultRedirectURI: `${url}/other` },
        { CallbackURLs: [url, 'http://localhost:4000/back', 'made-up://back'] },
      ];
      for (const attempt of attempts) {
        await told(cognito.createUserPoolClient({ UserPoolId, ClientName: 'made-up', ...oauth, ...attempt }));
      }
    },
  },
  {
    name: 'Secrets of a client are added until there are too many, and deleted until one is left',
    asks: ['cognito.secrets.texts', 'cognito.secrets.described'],
    wants: { client: { GenerateSecret: true } },
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId, clientId: ClientId, quietly }) {
      const named = { UserPoolId, ClientId };
      const { UserPoolClient: before } = await quietly(() => cognito.describeUserPoolClient(named));
      await told(cognito.addUserPoolClientSecret(named));
      await told(cognito.addUserPoolClientSecret(named));
      const { UserPoolClient: after } = await quietly(() => cognito.describeUserPoolClient(named));
      const shown = before?.ClientSecret === after?.ClientSecret ? 'made-up-first' : 'made-up-second';
      // The recording has no secrets; this call says which of the two was shown.
      await told(cognito.deleteUserPoolClientSecret({ ...named, ClientSecretId: `${shown}-is-described` }));
      const { ClientSecrets = [] } = await quietly(() => cognito.listUserPoolClientSecrets(named));
      for (const { ClientSecretId } of ClientSecrets) {
        await told(cognito.deleteUserPoolClientSecret({ ...named, ClientSecretId }));
      }
      const { UserPoolClient: bare } = await quietly(() => cognito.createUserPoolClient({ UserPoolId, ClientName: 'made-up' }));
      await told(cognito.addUserPoolClientSecret({ UserPoolId, ClientId: bare?.ClientId }));
    },
  },
  {
    name: 'A resource server is made twice, made wrong, and asked for by another name',
    asks: ['cognito.machines.texts'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId }) {
      const solar = { UserPoolId, Identifier: 'solar', Name: 'Solar' };
      await told(cognito.createResourceServer({ ...solar, Scopes }));
      await told(cognito.createResourceServer(solar));
      await told(cognito.createResourceServer({ ...solar, Identifier: 'lunar', Scopes: [...Scopes, ...Scopes] }));
      await told(cognito.describeResourceServer({ UserPoolId, Identifier: 'made-up' }));
      await told(cognito.updateResourceServer({ ...solar, Identifier: 'made-up' }));
      await told(cognito.deleteResourceServer({ UserPoolId, Identifier: 'made-up' }));
      await told(cognito.updateResourceServer(solar));
    },
  },
  {
    name: 'A machine asks for a token: with a right and a wrong secret, and for scopes that are not its own',
    asks: ['cognito.machines.secret', 'cognito.machines.texts'],
    wants: { client: { GenerateSecret: true } },
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId, clientId: ClientId, quietly }) {
      const { secret, bare } = await quietly(async () => {
        const { UserPoolClient } = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'made-up' });
        const described = await cognito.describeUserPoolClient({ UserPoolId, ClientId });
        return { secret: described.UserPoolClient?.ClientSecret, bare: UserPoolClient?.ClientId };
      });
      const token = (more: object) => told(cognito.getClientToken({ ClientId, Secret: secret, ...more }));
      await token({});
      const machine = { UserPoolId, ClientId, ExplicitAuthFlows: [machineFlow] };
      await told(cognito.updateUserPoolClient(machine));
      await token({});
      await quietly(() => cognito.createResourceServer({ UserPoolId, Identifier: 'solar', Name: 'Solar', Scopes }));
      await told(cognito.updateUserPoolClient({ ...machine, AllowedOAuthScopes: ['solar/read'] }));
      await token({ Secret: 'made_up_wrong_secret_of_nobody' });
      await token({ ClientId: 'made_up_client' });
      await token({ ClientId: bare });
      await token({});
      await token({ Scopes: ['solar/read'] });
      await token({ Scopes: ['solar/write'] });
      await token({ Scopes: ['openid'] });
    },
  },
  {
    name: 'Logs and risks of a pool that has neither',
    asks: ['cognito.pool.no-logs', 'cognito.texts.threat-protection'],
    async run({ cognito, userPoolId: UserPoolId, name }) {
      await told(cognito.getLogDeliveryConfiguration({ UserPoolId }));
      await told(cognito.adminListUserAuthEvents({ UserPoolId, Username: name('nobody') }));
      await told(cognito.describeRiskConfiguration({ UserPoolId }));
    },
  },
  {
    name: 'A pool gets more custom attributes and tags than it may have',
    asks: ['cognito.pool.too-many'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId, quietly }) {
      const attributes = (count: number, from: number) =>
        Array.from({ length: count }, (_, at) => ({ Name: `a${from + at}`, AttributeDataType: 'String' as const }));
      const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag${at}`, '']));
      const ResourceArn = await quietly(async () => {
        await cognito.addCustomAttributes({ UserPoolId, CustomAttributes: attributes(25, 0) });
        await cognito.addCustomAttributes({ UserPoolId, CustomAttributes: attributes(25, 25) });
        const { UserPool } = await cognito.describeUserPool({ UserPoolId });
        await cognito.tagResource({ ResourceArn: UserPool?.Arn, Tags: tags(50) });
        return UserPool?.Arn;
      });
      await told(cognito.addCustomAttributes({ UserPoolId, CustomAttributes: attributes(1, 50) }));
      await told(cognito.tagResource({ ResourceArn, Tags: { more: '' } }));
      await told(cognito.tagResource({ ResourceArn, Tags: { 'aws:made-up': '' } }));
    },
  },
];
