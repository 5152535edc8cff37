import { admitFederated, type ProvidedIdentity } from '../../../local/cognito/federation/admit.ts';
import { openServices } from '../../../local/cognito/server/open-services.ts';
import type { Services } from '../../../local/cognito/services.ts';
import type { User } from '../../../local/cognito/store/users/user-store.ts';
import { clientOf, poolOf } from '../../../local/cognito/users/accounts.ts';
import { worldOf } from '../world.ts';
import { endpoint, type TestPool } from './pool.ts';
import { createTriggerPool, type TriggerFunction, type TriggerPool } from './trigger-pool.ts';

export interface FederatedPool extends TriggerPool {
  readonly services: Services;
  /** Signs in as the pages do once a provider has identified somebody and everything was verified. */
  arrive(subject: string, claims?: Record<string, unknown>, more?: Partial<ProvidedIdentity>): Promise<User>;
  /** The attributes of a user, as AdminGetUser shows them. */
  attributesOf(Username: string): Promise<Record<string, string | undefined>>;
}

export const corp = {
  ProviderName: 'Corp',
  ProviderType: 'OIDC',
  ProviderDetails: {
    client_id: 'pool-at-corp',
    client_secret: 'the secret of Corp',
    authorize_scopes: 'openid email',
    oidc_issuer: 'https://corp.example.com',
    attributes_request_method: 'GET',
  },
  AttributeMapping: { email: 'email', email_verified: 'email_verified', name: 'displayName' },
} as const;

export const google = {
  ProviderName: 'Google',
  ProviderType: 'Google',
  ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid' },
  AttributeMapping: { email: 'email' },
} as const;

/** A pool of users who sign in by e-mail, with the providers Corp (OIDC) and Google, and triggers of the test. */
export function createFederatedPool(
  functions: Readonly<Record<string, TriggerFunction>> = {},
  pool: Record<string, unknown> = {},
  client: Record<string, unknown> = {},
): FederatedPool {
  const made = createTriggerPool(
    functions,
    { AliasAttributes: [], UsernameAttributes: ['email'], ...pool },
    { SupportedIdentityProviders: ['COGNITO', 'Corp', 'Google'], ...client },
    (pools, UserPoolId) => {
      for (const provider of [corp, google]) pools.provisionIdentityProvider(provider.ProviderName, { UserPoolId, ...provider });
    },
  );
  const services = openServices({
    database: made.database,
    region: 'eu-west-1',
    endpoint,
    world: worldOf(made.clock),
    deliver: (message) => made.outbox.push(message),
    invokeTrigger: made.invokeTrigger,
  });
  return {
    ...made,
    services,
    arrive: (subject, claims = {}, more = {}) =>
      admitFederated(services, poolOf(services, made.userPoolId), clientOf(services, made.clientId).client, {
        provider: { poolId: made.userPoolId, name: 'Corp' },
        subject,
        claims,
        raw: {},
        ...more,
      }),
    attributesOf: (Username) => attributesOf(made, Username),
  };
}

async function attributesOf({ cognito, userPoolId }: TestPool, Username: string): Promise<Record<string, string | undefined>> {
  const { UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name ?? '', Value]));
}
