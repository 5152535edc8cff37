import { startRuntime } from '../../local/runtime.ts';
import { realWorld } from '../../local/world/world.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const batch = 64;

/**
 * Fills a data directory with confirmed users, through Cognito's own operations; gives some of them, spread over all.
 */
export async function seed(dataDir: string, users: number, wanted: number): Promise<readonly Credentials[]> {
  const runtime = await startRuntime({ assembly: 'cdk.out', dataDir, port: 0, cognitoPort: 0, world: realWorld });
  const { UserPoolId, UserPoolClientId: ClientId } = runtime.outputs;
  const call = async (operation: string, body: Record<string, unknown>): Promise<void> => {
    const response = await runtime.userPools.handle({
      method: 'POST',
      url: '/',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        'content-type': 'application/x-amz-json-1.1',
        authorization: 'AWS4-HMAC-SHA256 Credential=local',
      },
      body: JSON.stringify(body),
      remoteAddress: '127.0.0.1',
    });
    if (response.status !== 200) throw new Error(`${operation}: ${response.body}`);
  };
  const all = Array.from({ length: users }, (_, n) => ({ username: `user-${n}`, password: `Bench-password-${n}` }));
  for (let start = 0; start < users; start += batch) {
    await Promise.all(
      all.slice(start, start + batch).map(async ({ username: Username, password: Password }) => {
        await call('SignUp', { ClientId, Username, Password });
        await call('AdminConfirmSignUp', { UserPoolId, Username });
      }),
    );
  }
  await runtime.close();
  const step = Math.max(1, Math.floor(users / wanted));
  return all.filter((_, n) => n % step === 0).slice(0, wanted);
}
