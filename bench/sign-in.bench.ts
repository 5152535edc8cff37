// How many sign-ins a second does the local runtime serve, how fast is one, and does it grow with the number of users?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Job, type Load, load } from './support/load.ts';
import { type Credentials, seed } from './support/seed.ts';
import { type Server, startServer } from './support/server.ts';
import { median, printTable } from './support/table.ts';

const populations = (process.env['USERS'] ?? '1,10000,100000').split(',').map(Number);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 3);

interface Subject {
  readonly users: number;
  readonly server: Server;
  readonly credentials: readonly Credentials[];
}

type Request = Pick<Job, 'url' | 'headers' | 'bodies' | 'expect'>;

const paths: readonly (readonly [name: string, request: (subject: Subject) => Request])[] = [
  ['GraphQL', throughGraphQL],
  ['the user pool', onTheUserPool],
];

const directory = mkdtempSync(join(tmpdir(), 'bench-sign-in-'));
const subjects: Subject[] = [];
try {
  for (const users of populations) {
    const dataDir = join(directory, String(users));
    const credentials = await seed(dataDir, users, 256);
    const server = await startServer(dataDir);
    subjects.push({ users, server, credentials });
  }
  // At rest: what the start itself took has been given back by then.
  await setTimeout(10_000);
  const atRest = new Map(subjects.map(({ server }) => [server, server.rssMb()]));
  const rows = [];
  for (const [name, request] of paths) {
    for (const connections of [1, 16]) rows.push(...(await compare(name, request, connections, atRest)));
  }
  printTable(`Sign-ins on the local runtime (${rounds} interleaved rounds of ${seconds} s, medians)`, rows);
} finally {
  for (const { server } of subjects) await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function compare(
  name: string,
  request: (subject: Subject) => Request,
  connections: number,
  atRest: ReadonlyMap<Server, number>,
): Promise<Record<string, string | number>[]> {
  const measured = subjects.map((): Load[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [n, subject] of subjects.entries()) {
      measured[n]?.push(await load({ ...request(subject), connections, seconds }));
    }
  }
  return subjects.map(({ users, server }, n) => {
    const of = (key: keyof Load): number => median((measured[n] ?? []).map((one) => one[key]));
    return {
      'sign-in through': name,
      users: users.toLocaleString('en'),
      connections,
      'per second': of('perSecond').toFixed(0),
      'p50 ms': of('p50Ms').toFixed(2),
      'p99 ms': of('p99Ms').toFixed(1),
      'MB at rest': (atRest.get(server) ?? Number.NaN).toFixed(0),
      'MB after': server.rssMb().toFixed(0),
    };
  });
}

function throughGraphQL({ server, credentials }: Subject): Request {
  const query = `mutation Login($input: LoginInput!) {
    login(input: $input) { __typename ... on Tokens { accessToken idToken refreshToken expiresIn tokenType } }
  }`;
  return {
    url: server.graphqlUrl,
    headers: { 'content-type': 'application/json', 'x-api-key': server.apiKey },
    bodies: credentials.map((input) => JSON.stringify({ query, variables: { input } })),
    expect: '"__typename":"Tokens"',
  };
}

function onTheUserPool({ server, credentials }: Subject): Request {
  return {
    url: server.cognitoEndpoint,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    bodies: credentials.map(({ username, password }) =>
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: server.userPoolClientId,
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    ),
    expect: '"AuthenticationResult"',
  };
}
