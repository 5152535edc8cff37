// How fast is a sign-in at the embedded user pool, compared with other local Cognito emulators? It downloads them, so
// it runs only if it is named: `npm run bench peers`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peers, startPeer } from './peers/peer.ts';
import { type Load, load } from './support/load.ts';
import { startServer } from './support/server.ts';
import { median, medianRatio, printTable } from './support/table.ts';

const users = Number(process.env['USERS'] ?? 100);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 3);

interface Subject {
  readonly name: string;
  readonly endpoint: string;
  readonly clientId: string;
  stop(): Promise<void>;
}

const directory = mkdtempSync(join(tmpdir(), 'bench-peers-'));
const subjects: Subject[] = [];
try {
  const server = await startServer(join(directory, 'data'));
  subjects.push({
    name: 'the embedded pool',
    endpoint: server.cognitoEndpoint,
    clientId: await fill(server.cognitoEndpoint),
    stop: server.stop,
  });
  for (const peer of peers) {
    const folder = join(directory, peer.name);
    mkdirSync(folder);
    if (!peer.install(folder)) {
      console.log(`${peer.name}: not there`);
      continue;
    }
    const { endpoint, stop } = await startPeer(peer, folder);
    subjects.push({ name: peer.name, endpoint, clientId: await fill(endpoint), stop });
  }
  const rows = [];
  for (const connections of [1, 16]) {
    const results = new Map(subjects.map((subject) => [subject, [] as Load[]]));
    for (let round = 0; round < rounds; round++)
      for (const [subject, loads] of results) loads.push(await signIns(subject, connections));
    const [ours = []] = results.values();
    for (const [{ name }, loads] of results) {
      rows.push({
        pool: name,
        connections,
        'sign-ins a second': median(loads.map(({ perSecond }) => perSecond)).toFixed(0),
        '× ours': medianRatio(
          loads.map(({ perSecond }) => perSecond),
          ours.map(({ perSecond }) => perSecond),
        ).toFixed(2),
        'p50 ms': median(loads.map(({ p50Ms }) => p50Ms)).toFixed(2),
        'p99 ms': median(loads.map(({ p99Ms }) => p99Ms)).toFixed(1),
      });
    }
  }
  printTable(`Sign-ins of ${users} users by password (${rounds} interleaved rounds of ${seconds} s, medians)`, rows);
} finally {
  for (const { stop } of subjects) await stop();
  rmSync(directory, { recursive: true, force: true });
}

/** Creates a pool with users through Cognito's own operations, and returns the id of its client. */
async function fill(endpoint: string): Promise<string> {
  const { UserPool } = await call(endpoint, 'CreateUserPool', { PoolName: 'bench' });
  const UserPoolId = UserPool.Id;
  const { UserPoolClient } = await call(endpoint, 'CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'bench',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  for (let n = 0; n < users; n++) {
    const Username = nameOf(n);
    await call(endpoint, 'AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' });
    await call(endpoint, 'AdminSetUserPassword', { UserPoolId, Username, Password: passwordOf(n), Permanent: true });
  }
  return UserPoolClient.ClientId;
}

function signIns({ endpoint, clientId }: Subject, connections: number): Promise<Load> {
  return load({
    url: endpoint,
    headers: headers('InitiateAuth'),
    bodies: Array.from({ length: users }, (_, n) =>
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientId,
        AuthParameters: { USERNAME: nameOf(n), PASSWORD: passwordOf(n) },
      }),
    ),
    expect: '"AuthenticationResult"',
    connections,
    seconds,
    warmUpSeconds: 1,
  });
}

interface Created {
  readonly UserPool: { readonly Id: string };
  readonly UserPoolClient: { readonly ClientId: string };
}

async function call(endpoint: string, operation: string, input: object): Promise<Created> {
  const response = await fetch(endpoint, { method: 'POST', headers: headers(operation), body: JSON.stringify(input) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${endpoint} ${operation}: ${text}`);
  return JSON.parse(text);
}

function headers(operation: string): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    // No local emulator verifies this signature; moto reads the service from it.
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=local',
  };
}

/** In a form that cognito-local accepts for every pool. */
function nameOf(n: number): string {
  return `user-${n}@example.com`;
}

function passwordOf(n: number): string {
  return `Bench-password-${n}`;
}
