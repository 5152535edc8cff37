import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { askApi } from './appsync/ask.ts';
import { apiStories } from './appsync/stories/index.ts';
import { notAskedOfAppSync } from './appsync/stories/not-asked.ts';
import type { ApiTarget } from './appsync/target.ts';
import { deployedApi, laptopApi } from './appsync/targets.ts';
import { openFacts } from './ledger/sources.ts';

const all = Object.values(apiStories).flat();

let laptop: ApiTarget;
beforeAll(async () => {
  laptop = await laptopApi();
});
afterAll(() => laptop?.close());

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  vi.unstubAllEnvs();
});

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The laptop's API under another address, as a service that the probe does not know. */
function elsewhere(change: (answer: string) => string = (answer) => answer): Promise<string> {
  return listen(
    createServer(async (request, response) => {
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
      const body = await text(request);
      const answer = await fetch(new URL(request.url ?? '', laptop.url), {
        method: request.method ?? '',
        headers: headers as Record<string, string>, // HTTP allows lists, and nobody here sends one
        ...(body !== '' && { body }),
      });
      const { 'content-encoding': ____, 'content-length': _____, ...answered } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, answered).end(change(await answer.text()));
    }),
  );
}

/** EvaluateCode, by the runtime of the laptop. */
function evaluating(asked: string[]): Promise<string> {
  return listen(
    createServer(async (request, response) => {
      asked.push(
        `${request.method} ${request.url} ${/^AWS4-HMAC-SHA256 .*\/appsync\//.test(request.headers.authorization ?? '')}`,
      );
      const { function: phase, context } = JSON.parse(await text(request));
      const { result, error } = await laptop.evaluate(phase, JSON.parse(context));
      response.end(JSON.stringify(error === null ? { evaluationResult: JSON.stringify(result) } : { error: { message: error } }));
    }),
  );
}

async function deployed(api: string, asked: string[] = []): Promise<ApiTarget> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const { apiKey, userPoolId, cognito } = laptop;
  const { protocol, hostname, port } = (await cognito.config.endpoint?.()) ?? {};
  return deployedApi({
    region: 'us-east-1',
    url: new URL('/graphql', api).href,
    apiKey,
    userPoolId,
    cognitoEndpoint: `${protocol}//${hostname}:${port}`,
    appsyncEndpoint: await evaluating(asked),
  });
}

describe('the stories for AppSync', () => {
  test('have names of their own, and each asks something', () => {
    const names = all.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(all.filter(({ asks }) => asks.length === 0)).toEqual([]);
  });

  test('ask every unconfirmed fact about AppSync, or a reason is given', () => {
    const asked = new Set(all.flatMap(({ asks }) => asks));
    const facts = openFacts().flatMap(({ id }) => (id.startsWith('appsync.') ? [id] : []));
    expect(facts.filter((id) => asked.has(id) === Object.hasOwn(notAskedOfAppSync, id))).toEqual([]);
    expect(Object.keys(notAskedOfAppSync).filter((id) => !facts.includes(id))).toEqual([]);
    const page = readFileSync('docs/aws-behaviour/appsync.md', 'utf8');
    expect([...asked].filter((id) => !page.includes(`<a id="${id}">`))).toEqual([]);
  });

  test('are answered by the local endpoint as they were recorded', async () => {
    const { outcomes } = await askApi(laptop, apiStories);
    expect(outcomes.filter(({ is }) => is !== 'same')).toEqual([]);
  });
});

describe('a deployed stage', () => {
  test('that behaves alike passes every story; AppSync evaluates the resolver, and no user is left behind', async () => {
    const asked: string[] = [];
    const target = await deployed(await elsewhere(), asked);
    const { outcomes } = await askApi(target, apiStories);
    await target.close();
    expect(outcomes.filter(({ is }) => is !== 'same')).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(['POST /v1/dataplane-evaluatecode true']));
    const { userPoolId: UserPoolId, cognito } = laptop;
    expect((await cognito.listUsers({ UserPoolId })).Users).toEqual([]);
    expect((await cognito.listUserPoolClients({ UserPoolId })).UserPoolClients).toHaveLength(1);
  });

  test('with one text changed: the story that meets it differs, and no other', async () => {
    const target = await deployed(await elsewhere((answer) => answer.replace('is undefined @', 'is unknown @')));
    const { outcomes } = await askApi(target, apiStories);
    await target.close();
    expect(outcomes.flatMap(({ story, is }) => (is === 'same' ? [] : [story]))).toEqual([
      'A document does not validate: a field, an argument, a type, a selection, a variable, a fragment',
    ]);
  });
});
