// How many sign-ins a second does the local runtime serve, how fast is one, and does it grow with the number of users,
// or of earlier sign-ins? `×` compares the two ways in, measured one after the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Job, type Load, load } from './support/load.ts';
import { type Credentials, seed, seedPast } from './support/seed.ts';
import { type Server, startServer } from './support/server.ts';
import { median, medianRatio, printTable } from './support/table.ts';

const populations = (process.env['USERS'] ?? '1,10000,100000').split(',').map(Number);
const pastSignIns = Number(process.env['PAST'] ?? 100_000);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 3);

interface Subject {
  readonly users: number;
  readonly past: number;
  readonly server: Server;
  readonly credentials: readonly Credentials[];
}

interface Measured extends Load {
  readonly cpuMs: number;
}

type Request = Pick<Job, 'url' | 'headers' | 'bodies' | 'expect'>;

const ways = [
  ['the user pool', onTheUserPool],
  ['GraphQL', throughGraphQL],
] as const;

const directory = mkdtempSync(join(tmpdir(), 'bench-sign-in-'));
const subjects: Subject[] = [];
try {
  const last = populations.at(-1) ?? 1;
  for (const [users, past] of [...populations.map((count) => [count, 0] as const), [last, pastSignIns] as const]) {
    const dataDir = join(directory, String(subjects.length));
    const credentials = await seed(dataDir, users, 256);
    if (past > 0) await seedPast(dataDir, credentials, past);
    subjects.push({ users, past, server: await startServer(dataDir), credentials });
  }
  // At rest: what the start itself took has been given back by then.
  await setTimeout(10_000);
  const atRest = new Map(subjects.map(({ server }) => [server, server.rssMb()]));
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round++) {
    for (const connections of [1, 16]) {
      for (const subject of subjects) {
        for (const [name, request] of ways) {
          const key = keyOf(subject, name, connections);
          results.set(key, [...(results.get(key) ?? []), await measure(subject.server, { ...request(subject), connections })]);
        }
      }
    }
  }
  const rows = ways.flatMap(([name]) =>
    [1, 16].flatMap((connections) =>
      subjects.map((subject) => {
        const of = (key: keyof Measured, way: string = name): number[] =>
          (results.get(keyOf(subject, way, connections)) ?? []).map((one) => one[key]);
        return {
          'sign-in through': name,
          users: subject.users.toLocaleString('en'),
          'past sign-ins': subject.past.toLocaleString('en'),
          connections,
          'per second': median(of('perSecond')).toFixed(0),
          '× the pool': medianRatio(of('perSecond'), of('perSecond', ways[0][0])).toFixed(2),
          'p50 ms': median(of('p50Ms')).toFixed(2),
          'p99 ms': median(of('p99Ms')).toFixed(1),
          'cpu ms': median(of('cpuMs')).toFixed(2),
          'MB at rest': (atRest.get(subject.server) ?? Number.NaN).toFixed(0),
          'MB after': subject.server.rssMb().toFixed(0),
        };
      }),
    ),
  );
  printTable(`Sign-ins on the local runtime (${rounds} interleaved rounds of ${seconds} s, medians)`, rows);
} finally {
  for (const { server } of subjects) await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

function keyOf({ server }: Subject, way: string, connections: number): string {
  return `${server.graphqlUrl} ${way} ${connections}`;
}

/** The functions are started anew when nobody has called them for half a minute, hence the warm-up. */
async function measure(server: Server, request: Request & Pick<Job, 'connections'>): Promise<Measured> {
  const before = server.cpuMs();
  const result = await load({ ...request, seconds, warmUpSeconds: 1 });
  return { ...result, cpuMs: (server.cpuMs() - before) / result.requests };
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
