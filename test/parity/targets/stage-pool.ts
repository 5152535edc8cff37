import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { CommandError } from '../../../infra/errors/command-error.ts';
import { probeName } from '../probe/run.ts';
import type { Story } from '../probe/story.ts';
import type { Target } from '../probe/target.ts';
import type { Service } from './made-pools.ts';
import { plainClient, plainPool } from './pools.ts';
import { postTo } from './post.ts';
import { lacks } from './wanted.ts';

export interface DeployedPool extends Service {
  readonly userPoolId: string;
  readonly clientId: string;
}

/**
 * The pool of a deployed stage. A story runs where the pool's settings are those that it wants, and its users are
 * deleted after it. Throws CommandError where the pool has users that the probe did not make.
 */
export async function stagePool({ region, endpoint, userPoolId, clientId }: DeployedPool): Promise<Target> {
  const cognito = new CognitoIdentityProvider({ region, ...(endpoint !== undefined && { endpoint }) });
  const UserPoolId = userPoolId;
  await removeUsers();
  const [{ UserPool }, mfa, { UserPoolClient }] = await Promise.all([
    cognito.describeUserPool({ UserPoolId }),
    cognito.getUserPoolMfaConfig({ UserPoolId }),
    cognito.describeUserPoolClient({ UserPoolId, ClientId: clientId }),
  ]);
  const has = {
    pool: { ...UserPool },
    client: { ...UserPoolClient, GenerateSecret: UserPoolClient?.ClientSecret !== undefined },
    mfa: { ...mfa },
  };

  /** Every user is looked at before the first is deleted. */
  async function removeUsers(): Promise<void> {
    const names: string[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await cognito.listUsers({ UserPoolId, ...(PaginationToken !== undefined && { PaginationToken }) });
      for (const { Username = '' } of page.Users ?? []) {
        if (!probeName.test(Username)) {
          const why = `The user pool ${UserPoolId} has users that the probe did not make.`;
          throw new CommandError(`${why} Deploy a stage of its own for the probe, which locks and deletes users.`);
        }
        names.push(Username);
      }
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);
    for (const Username of names) await cognito.adminDeleteUser({ UserPoolId, Username });
  }

  function reason({ wants = {}, changesPool }: Story): string | undefined {
    if (changesPool) return 'The story changes the settings of the pool, and the pool is that of a stage.';
    const { PoolName: _, AdminCreateUserConfig: __, ...pool } = { ...plainPool, ...wants.pool };
    const { ClientName: ___, ...settings } = { ...plainClient, ...wants.client };
    const lacking = lacks({ pool, client: settings, mfa: wants.mfa ?? {} }, has);
    return lacking === undefined ? undefined : `The stage has another value of ${lacking}.`;
  }

  return {
    from: `the user pool ${userPoolId}`,
    async open(story) {
      const notRun = reason(story);
      if (notRun !== undefined) return { notRun };
      return {
        userPoolId,
        clientId,
        cognito,
        post: postTo(endpoint ?? `https://cognito-idp.${region}.amazonaws.com`),
        now: Date.now,
        close: removeUsers,
      };
    },
    async close() {
      cognito.destroy();
    },
  };
}
