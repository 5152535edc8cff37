import type {
  CognitoIdentityProvider,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolWanted, Story } from '../probe/story.ts';

export const plainPool = {
  PoolName: 'parity-probe',
  UsernameConfiguration: { CaseSensitive: false },
  AliasAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
} satisfies CreateUserPoolCommandInput;

export const plainClient = {
  ClientName: 'probe',
  PreventUserExistenceErrors: 'ENABLED',
  ExplicitAuthFlows: [
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
} satisfies Partial<CreateUserPoolClientCommandInput>;

interface ProbePool {
  readonly userPoolId: string;
  readonly clientId: string;
}

/** Pools and clients, made over the wire as stories want them. */
export interface ProbePools {
  /** Stories that want the same pool share it, unless they change it. */
  poolFor(story: Story): Promise<ProbePool>;
  /** Deletes every pool that was made. */
  close(): Promise<void>;
}

export function probePools(cognito: CognitoIdentityProvider): ProbePools {
  const made: string[] = [];
  const shared = new Map<string, ProbePool>();

  async function make({ pool, client, mfa }: PoolWanted = {}): Promise<ProbePool> {
    const { UserPool } = await cognito.createUserPool({ ...plainPool, ...pool });
    const userPoolId = UserPool?.Id ?? '';
    made.push(userPoolId);
    if (mfa !== undefined) await cognito.setUserPoolMfaConfig({ UserPoolId: userPoolId, ...mfa });
    const { UserPoolClient } = await cognito.createUserPoolClient({ UserPoolId: userPoolId, ...plainClient, ...client });
    return { userPoolId, clientId: UserPoolClient?.ClientId ?? '' };
  }

  return {
    async poolFor({ wants, changesPool }) {
      if (changesPool) return make(wants);
      const key = JSON.stringify(wants ?? {});
      const pool = shared.get(key) ?? (await make(wants));
      shared.set(key, pool);
      return pool;
    },
    async close() {
      for (const UserPoolId of made.splice(0)) await cognito.deleteUserPool({ UserPoolId });
    },
  };
}
