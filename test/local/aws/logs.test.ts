import { expect, test } from 'vitest';
import { filterLogEvents } from '../../../local/aws/logs.ts';
import { logsProtocol } from '../../../local/aws/protocol/protocols.ts';
import { createTestPool } from '../../support/cognito/pool.ts';
import { csvOf, imported } from '../../support/cognito/user-import.ts';
import { behindDoor } from '../../support/local/aws.ts';

const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIAANYBODY/20260301/eu-west-1/logs/aws4_request, …' };

async function withLog() {
  const world = createTestPool({ UserPoolName: 'People' });
  const rows = Array.from({ length: 5 }, (_, number) => ({ 'cognito:username': `user-${number}` }));
  const job = await imported(world, csvOf(rows));
  const handle = behindDoor({
    ...logsProtocol,
    isForPrograms: true,
    operations: { FilterLogEvents: filterLogEvents(world.pools) },
  });
  const ask = async (input: object, headers: Readonly<Record<string, string>> = signed) => {
    const target = { 'x-amz-target': 'Logs_20140328.FilterLogEvents' };
    const request = { method: 'POST', url: '/', headers: { ...headers, ...target }, body: JSON.stringify(input) };
    return JSON.parse(String((await handle({ ...request, remoteAddress: '127.0.0.1' })).body));
  };
  const place = {
    logGroupName: `/aws/cognito/userpools/${world.userPoolId}/People`,
    logStreamNames: [`${job.JobId}/${job.JobName}`],
  };
  return { ask, place };
}

test('the log of an import is read page by page', async () => {
  const { ask, place } = await withLog();
  const seen: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ask({ ...place, limit: 2, ...(nextToken !== undefined && { nextToken }) });
    expect(page.events.length).toBeLessThanOrEqual(2);
    for (const { message } of page.events) seen.push(message);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(seen).toEqual([2, 3, 4, 5, 6].map((line) => `[SUCCEEDED] Line Number ${line} - The import succeeded.`));
});

test('another group, another stream, and what is not implemented', async () => {
  const { ask, place } = await withLog();
  expect(await ask({ ...place, logGroupName: '/aws/lambda/other' })).toMatchObject({ __type: 'ResourceNotFoundException' });
  expect(await ask({ ...place, logStreamNames: ['import-0/none'] })).toEqual({ events: [], searchedLogStreams: [] });
  expect(await ask({ ...place, filterPattern: 'FAILED' })).toMatchObject({ __type: 'NotImplementedException' });
  expect(await ask({ ...place, limit: 0 })).toMatchObject({ __type: 'InvalidParameterException' });
});

test('is read by programs that sign, and by no page in a browser', async () => {
  const { ask, place } = await withLog();
  const refused = { __type: 'UnrecognizedClientException' };
  expect(await ask(place, {})).toMatchObject(refused);
  expect(await ask(place, { ...signed, origin: 'http://localhost:4000' })).toMatchObject(refused);
  expect((await ask(place)).events).toHaveLength(5);
});
