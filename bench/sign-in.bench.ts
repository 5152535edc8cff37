// How many sign-ins a second does the local runtime serve, how long does one take, and does this grow with the number
// of users or of earlier sign-ins? `×` compares the two ways of calling, measured one after the other.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { synthesiseDev } from './support/assembly.ts';
import { type Job, type Load, load } from './support/load.ts';
import { type Credentials, seed, seedPast } from './support/seed.ts';
import { type Server, startServer } from './support/server.ts';
import { median, medianRatio, printTable } from './support/table.ts';

const populations = (process.env['USERS'] ?? '1,10000,100000').split(',').map(Number);
const pastSignIns = Number(process.env['PAST'] ?? 100_000);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 3);
const restSeconds = Number(process.env['REST'] ?? 10);
/** Enough that no user signs in often enough to get near a limit, unless there are fewer users. */
const callers = 5_000;

interface Subject {
  readonly users: number;
  readonly past: number;
  /** One stage whose functions write nothing, and one that records activity and counts passwords. */
  readonly servers: { readonly silent: Server; readonly writing: Server };
  readonly credentials: readonly Credentials[];
}

interface Measured extends Load {
  readonly cpuMs: number;
}

type Request = Pick<Job, 'url' | 'headers' | 'bodies' | 'expect'>;

const ways = [
  ['the user pool', 'silent', onTheUserPool],
  ['GraphQL', 'silent', throughGraphQL],
  ['GraphQL, with activity and limits', 'writing', throughGraphQL],
] as const;

const directory = mkdtempSync(join(tmpdir(), 'bench-sign-in-'));
const subjects: Subject[] = [];
try {
  const silent = join(directory, 'silent');
  const writing = join(directory, 'writing');
  await synthesiseDev(silent, { writes: false });
  await synthesiseDev(writing, { writes: true });
  const last = populations.at(-1) ?? 1;
  for (const [users, past] of [
    ...populations.map((count) => [count, 0] as const),
    ...(pastSignIns > 0 ? [[last, pastSignIns] as const] : []),
  ]) {
    const dataDir = join(directory, String(subjects.length));
    const credentials = await seed(dataDir, users, callers, writing);
    if (past > 0) await seedPast(dataDir, credentials.slice(0, 256), past, writing);
    cpSync(dataDir, `${dataDir}-silent`, { recursive: true });
    const servers = { silent: await startServer(`${dataDir}-silent`, silent), writing: await startServer(dataDir, writing) };
    subjects.push({ users, past, servers, credentials });
  }
  // At rest: the memory that the start used has been released by then.
  await setTimeout(restSeconds * 1_000);
  const atRest = new Map(servers().map((server) => [server, server.rssMb()]));
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round++) {
    for (const connections of [1, 16]) {
      for (const subject of subjects) {
        for (const way of ways) {
          const [, kind, request] = way;
          const server = subject.servers[kind];
          const key = keyOf(subject, way, connections);
          const measured = await measure(server, { ...request(server, subject.credentials), connections });
          results.set(key, [...(results.get(key) ?? []), measured]);
        }
      }
    }
  }
  const rows = ways.flatMap((way) =>
    [1, 16].flatMap((connections) =>
      subjects.map((subject) => {
        const of = (key: keyof Measured, through: Way = way): number[] =>
          (results.get(keyOf(subject, through, connections)) ?? []).map((one) => one[key]);
        const server = subject.servers[way[1]];
        return {
          'sign-in through': way[0],
          users: subject.users.toLocaleString('en'),
          'past sign-ins': subject.past.toLocaleString('en'),
          connections,
          'per second': median(of('perSecond')).toFixed(0),
          '× the pool': medianRatio(of('perSecond'), of('perSecond', ways[0])).toFixed(2),
          'p50 ms': median(of('p50Ms')).toFixed(2),
          'p99 ms': median(of('p99Ms')).toFixed(1),
          'cpu ms': median(of('cpuMs')).toFixed(2),
          'MB at rest': (atRest.get(server) ?? Number.NaN).toFixed(0),
          'MB after': server.rssMb().toFixed(0),
        };
      }),
    ),
  );
  printTable(`Sign-ins on the local runtime (${rounds} interleaved rounds of ${seconds} s, medians)`, rows);
} finally {
  for (const server of servers()) await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

type Way = (typeof ways)[number];

function servers(): readonly Server[] {
  return subjects.flatMap(({ servers: { silent, writing } }) => [silent, writing]);
}

function keyOf({ users, past }: Subject, [way]: Way, connections: number): string {
  return `${users} ${past} ${way} ${connections}`;
}

/** The functions start again after half a minute without calls, hence the warm-up. */
async function measure(server: Server, request: Request & Pick<Job, 'connections'>): Promise<Measured> {
  const before = server.cpuMs();
  const result = await load({ ...request, seconds, warmUpSeconds: Math.min(1, seconds) });
  return { ...result, cpuMs: (server.cpuMs() - before) / result.requests };
}

function throughGraphQL(server: Server, credentials: readonly Credentials[]): Request {
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

function onTheUserPool(server: Server, credentials: readonly Credentials[]): Request {
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
