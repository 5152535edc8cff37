import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../local/data/database.ts';
import { type Inbox, openInbox } from '../../../local/data/inbox.ts';
import type { Message } from '../../../local/data/message.ts';
import { createDevPages } from '../../../local/dev/dev-pages.ts';
import type { HttpHandler, HttpResponse } from '../../../local/http/http-message.ts';
import { type Clock, movableClock } from '../../../local/world/clock.ts';
import { allFactors, allFlows } from '../../support/cognito/mfa-pool.ts';
import { createTestPool, createTestPools, type TestPool } from '../../support/cognito/pool.ts';
import { makeFolder } from '../../support/local/folders.ts';
import { request } from '../../support/local/requests.ts';
import { type FakeTimers, fakeTimers } from '../lambda/functions.ts';

export const outputs = {
  GraphQLUrl: 'http://localhost:4000/graphql',
  ApiKey: `da2-${'a'.repeat(26)}`,
  Region: 'us-east-1',
  UserPoolId: 'us-east-1_Pool',
  UserPoolClientId: 'client',
  CognitoEndpoint: 'http://localhost:4001',
};

export interface DevOptions {
  readonly messages?: readonly Message[];
  /** Written into a seed file of the test; without it there is none. */
  readonly seed?: unknown;
  readonly pool?: Record<string, unknown>;
  readonly client?: Record<string, unknown>;
  /** Whether the stage has administration. */
  readonly administration?: boolean;
}

export interface Dev {
  readonly inbox: Inbox;
  readonly timers: FakeTimers;
  readonly clock: Clock;
  readonly pool: TestPool;
  readonly pages: HttpHandler;
  get(url: string, headers?: Record<string, string>): Promise<HttpResponse>;
  /** As a program posts JSON. */
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<HttpResponse>;
}

/** The developer page over a user pool with every factor, and real time that stands still. */
export function dev({ messages = [], seed, pool: poolSettings = {}, client = {}, administration = false }: DevOptions = {}): Dev {
  const database = openDatabase(':memory:');
  onTestFinished(() => database.close());
  const inbox = openInbox(database);
  for (const message of messages) inbox.deliver(message);
  const timers = fakeTimers();
  const clock = movableClock({ now: () => Date.parse('2026-03-01T12:00:10Z'), randomBytes });
  const pools = createTestPools(database, { world: clock.world, deliver: inbox.deliver });
  const pool = createTestPool({ ...allFactors, ...poolSettings }, { ...allFlows, ...client }, pools);
  const seedFile = seed === undefined ? undefined : join(makeFolder(), 'seed.json');
  if (seedFile !== undefined) writeFileSync(seedFile, JSON.stringify(seed));
  const { backstage } = pool.pools;
  const ids = { UserPoolId: pool.userPoolId, UserPoolClientId: pool.clientId };
  const dataSource = administration ? ({ type: 'AWS_LAMBDA', functionArn: 'arn' } as const) : ({ type: 'NONE' } as const);
  const resolvers = [{ typeName: 'Query', fieldName: 'user', code: '', dataSource }];
  const pages = createDevPages({
    inbox,
    clock,
    backstage,
    seedFile,
    timers,
    outputs: () => ({ ...outputs, ...ids }),
    stack: () => ({ api: { resolvers } }),
  });
  return {
    inbox,
    timers,
    clock,
    pool,
    pages,
    get: (url, headers) => pages(request(url, headers)),
    post: (url, body = {}, headers = {}) => {
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      return pages(request(url, { 'content-type': 'application/json', ...headers }, { method: 'POST', body: sent }));
    },
  };
}

/** The JSON of an answer, for `toEqual` and `toMatchObject`. */
export const json = ({ body }: HttpResponse): ReturnType<typeof JSON.parse> => JSON.parse(String(body));
