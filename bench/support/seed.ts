import { openDatabase } from '../../local/data/database.ts';
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
export async function seed(
  dataDir: string,
  users: number,
  wanted: number,
  assembly = 'cdk.out',
): Promise<readonly Credentials[]> {
  const runtime = await startRuntime({ assembly, dataDir, port: 0, cognitoPort: 0, world: realWorld });
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

/**
 * Adds the data of earlier sign-ins through GraphQL: the sign-in, its refresh token, and its entry in the account's
 * activity. The users sign in a few times, and the stored data is then copied under new keys.
 */
export async function seedPast(
  dataDir: string,
  credentials: readonly Credentials[],
  signIns: number,
  assembly: string,
): Promise<void> {
  const runtime = await startRuntime({ assembly, dataDir, port: 0, cognitoPort: 0, world: realWorld });
  const { GraphQLUrl, ApiKey } = runtime.outputs;
  const query = 'mutation Login($input: LoginInput!) { login(input: $input) { __typename } }';
  for (const input of credentials) {
    const response = await fetch(GraphQLUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': ApiKey },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const body = await response.text();
    if (!body.includes('"Tokens"')) throw new Error(`Not a sign-in: ${body}`);
  }
  await runtime.close();
  const { sql, transaction, close } = openDatabase(dataDir);
  const copies = Math.ceil(signIns / credentials.length) - 1;
  const copy = (table: string, key: string, newKey: string): void => {
    const columns = sql.prepare('SELECT name FROM pragma_table_info(?)').all(table);
    const values = columns.map(({ name }) => (name === key ? newKey : name));
    sql.exec(`
      WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ${copies})
      INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table}, copy`);
  };
  transaction(() => {
    copy('sign_in', 'event_id', "event_id || '-' || n");
    copy('refresh_token', 'hash', 'randomblob(32)');
    copy('dynamodb_item', 'sort_key', "CAST(sort_key || '-' || n AS BLOB)");
  });
  close();
}
