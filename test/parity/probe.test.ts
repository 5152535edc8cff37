import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestPool, createTestPools, type TestPools } from '../support/cognito/pool.ts';
import { openFacts } from './ledger/sources.ts';
import { askAll } from './probe/ask.ts';
import { reportOf } from './probe/report.ts';
import { stories } from './stories/index.ts';
import { notAsked } from './stories/not-asked.ts';
import { userStories } from './stories/users.ts';
import { embedded } from './targets/embedded.ts';
import { madePools } from './targets/made-pools.ts';
import { plainClient } from './targets/pools.ts';
import { stagePool } from './targets/stage-pool.ts';

const all = Object.values(stories).flat();
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  vi.unstubAllEnvs();
});

/** Serves a pool of its own clock over HTTP, as a service that the probe does not know. */
async function serve({ pools }: TestPools, change = (answer: string) => answer): Promise<string> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const server = createServer(async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const message = { method: request.method ?? '', url: request.url ?? '', headers, body: await text(request) };
    const { status, headers: answered, body } = await pools.handle({ ...message, remoteAddress: '127.0.0.1' });
    response.writeHead(status, { ...answered }).end(change(String(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The embedded pool with the time of this machine, which the probe's clients have too. */
const living = () => createTestPools(undefined, { world: { now: Date.now, randomBytes } });

const thatDiffer = ({ outcomes }: Awaited<ReturnType<typeof askAll>>) => outcomes.filter(({ is }) => is === 'differs');

describe('the stories', () => {
  test('have names of their own, and each asks something', () => {
    const names = all.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(all.filter(({ asks }) => asks.length === 0)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(40);
  });

  test('ask every unconfirmed fact about Cognito, or a reason is given', () => {
    const asked = new Set(all.flatMap(({ asks }) => asks));
    const facts = openFacts().flatMap(({ id }) => (id.startsWith('cognito.') ? [id] : []));
    expect(facts.filter((id) => asked.has(id) === Object.hasOwn(notAsked, id))).toEqual([]);
    const known = new Set(facts);
    expect([...asked, ...Object.keys(notAsked)].filter((id) => !known.has(id))).toEqual([]);
  });

  test('are answered by the embedded user pool as they were recorded', async () => {
    const answers = await askAll(embedded(), stories);
    expect(thatDiffer(answers)).toEqual([]);
    expect(answers.outcomes.filter(({ is }) => is === 'not run')).toEqual([]);
  });
});

describe('a service elsewhere', { tags: ['exhaustive'] }, () => {
  test('that behaves alike passes every story that can run there; no pool is left behind', async () => {
    const world = living();
    const target = madePools({ region: 'eu-west-1', endpoint: await serve(world) });
    const { outcomes } = await askAll(target, stories);
    const needy = all.filter(({ needs }) => needs !== undefined).map(({ name }) => name);
    expect(outcomes.filter(({ is }) => is !== 'same').map(({ story, is }) => [story, is])).toEqual(
      needy.map((name) => [name, 'not run']),
    );
    expect((await world.cognito.listUserPools({ MaxResults: 60 })).UserPools).not.toEqual([]);
    await target.close();
    expect((await world.cognito.listUserPools({ MaxResults: 60 })).UserPools).toEqual([]);
  });

  test('with one text changed: the story that meets it differs, and no other', async () => {
    const change = (answer: string) => answer.replace('Group not found.', 'Group is not there.');
    const target = madePools({ region: 'eu-west-1', endpoint: await serve(living(), change) });
    const answers = await askAll(target, { users: userStories });
    await target.close();
    expect(thatDiffer(answers).map(({ story }) => story)).toEqual(['A group is made twice, and joined by nobody']);
    const report = reportOf(target.from, 'the embedded user pool', answers.outcomes);
    expect(report).toContain('"message": "Group not found."');
    expect(report).toContain('"message": "Group is not there."');
  });
});

describe('the pool of a stage', () => {
  const stage = async () => {
    const world = createTestPool({}, { ExplicitAuthFlows: plainClient.ExplicitAuthFlows }, living());
    const endpoint = await serve(world);
    return { world, pool: { region: 'eu-west-1', endpoint, userPoolId: world.userPoolId, clientId: world.clientId } };
  };

  test('is asked what its settings allow, and has no users afterwards', async () => {
    const { world, pool } = await stage();
    const answers = await askAll(await stagePool(pool), stories);
    expect(thatDiffer(answers)).toEqual([]);
    const why = answers.outcomes.flatMap((outcome) => (outcome.is === 'not run' ? [outcome.why] : []));
    expect(new Set(why)).toContain('The story changes the settings of the pool, and the pool is that of a stage.');
    expect(new Set(why)).toContain('The stage has another value of client.GenerateSecret.');
    expect(answers.outcomes.filter(({ is }) => is === 'same').length).toBeGreaterThan(10);
    expect((await world.cognito.listUsers({ UserPoolId: world.userPoolId })).Users).toEqual([]);
  });

  test('is left alone where it has users that the probe did not make', async () => {
    const { world, pool } = await stage();
    await world.confirmedUser('kim-00000000');
    await world.confirmedUser('ada');
    await expect(stagePool(pool)).rejects.toThrow(/has users that the probe did not make/);
    expect((await world.cognito.listUsers({ UserPoolId: world.userPoolId })).Users).toHaveLength(2);
  });
});
