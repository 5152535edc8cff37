import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../../infra/command-line/command.ts';
import { CommandError } from '../../infra/errors/command-error.ts';
import { bringAssemblyUpToDate } from '../../infra/synth/bring-up-to-date.ts';
import { askApi } from './appsync/ask.ts';
import { apiStories } from './appsync/stories/index.ts';
import type { ApiTarget } from './appsync/target.ts';
import { deployedApi, laptopApi } from './appsync/targets.ts';
import { askAll } from './probe/ask.ts';
import { keepRecordings, sourcesOf } from './probe/recordings.ts';
import { reportOf } from './probe/report.ts';
import type { Target } from './probe/target.ts';
import { stories } from './stories/index.ts';
import { embedded } from './targets/embedded.ts';
import { madePools } from './targets/made-pools.ts';
import { stagePool } from './targets/stage-pool.ts';

type Given = ReadonlyMap<string, string | undefined>;

/** What the file of outputs has of a stage. */
interface Outputs {
  readonly Region: string;
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  readonly GraphQLUrl: string;
  readonly ApiKey: string;
}

await runCommand({
  usage: 'npm run parity -- [--live (--stage <name> | --region <region>)] [--record] [--report <file>]',
  summary: 'Asks a user pool and an API the questions of test/parity, and compares their answers with the recordings.',
  options: {
    live: { help: 'Ask AWS with your credentials. Default: the embedded user pool and the local AppSync endpoint.' },
    stage: { value: '<name>', help: 'With --live: ask this stage, which must have no users. Default: dev.' },
    region: { value: '<region>', help: 'With --live: make pools in this Region, and delete them. No API is asked.' },
    outputs: { value: '<file>', help: 'The outputs of the stage. Default: outputs.<stage>.json.' },
    endpoint: { value: '<url>', help: 'With --live: ask this service instead of Amazon Cognito.' },
    record: { help: 'Keep the answers as the new recordings.' },
    report: { value: '<file>', help: 'Write the report to this file. Default: it is printed.' },
  },
  notes: ['The exit code is 1 when a story differs.'],
  run: async ({ options, stage }) => {
    const given: Given = new Map(options.map(({ name, value }) => [name, value]));
    const target = await targetOf(given, stage);
    const ofPool = await askAll(target, stories).finally(target.close);
    const api = await apiOf(given, stage);
    const ofApi = api && (await askApi(api, apiStories).finally(api.close));
    const report = [
      reportOf(target.from, sourcesOf(ofPool.recordings), ofPool.outcomes),
      ...(api && ofApi ? [reportOf(api.from, sourcesOf(ofApi.recordings), ofApi.outcomes)] : []),
    ].join('\n');
    const file = given.get('report');
    if (file === undefined) process.stdout.write(report);
    else writeFileSync(file, report);
    if (given.has('record')) keepRecordings({ ...ofPool.recordings, ...ofApi?.recordings });
    const outcomes = [...ofPool.outcomes, ...(ofApi?.outcomes ?? [])];
    return !given.has('record') && outcomes.some(({ is }) => is === 'differs') ? 1 : 0;
  },
});

function targetOf(given: Given, stage: string): Target | Promise<Target> {
  if (!given.has('live')) return embedded();
  const endpoint = given.get('endpoint');
  const region = given.get('region');
  if (region !== undefined) return madePools({ region, endpoint });
  const { Region, UserPoolId, UserPoolClientId } = outputsIn(given.get('outputs') ?? `outputs.${stage}.json`);
  return stagePool({ region: Region, endpoint, userPoolId: UserPoolId, clientId: UserPoolClientId });
}

/** Undefined where pools are made, since no API is. */
function apiOf(given: Given, stage: string): ApiTarget | Promise<ApiTarget> | undefined {
  if (given.get('region') !== undefined) return undefined;
  // Its resolver is the same in every stage.
  bringAssemblyUpToDate();
  if (!given.has('live')) return laptopApi();
  const { Region, UserPoolId, GraphQLUrl, ApiKey } = outputsIn(given.get('outputs') ?? `outputs.${stage}.json`);
  return deployedApi({
    region: Region,
    url: GraphQLUrl,
    apiKey: ApiKey,
    userPoolId: UserPoolId,
    cognitoEndpoint: given.get('endpoint'),
  });
}

/** The file has the outputs under the name of the stack; that of a laptop has them alone. */
function outputsIn(file: string): Outputs {
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CommandError(`${file} cannot be read. \`npm run deploy\` writes it; --region needs no stage.`);
  }
  const outputs = (typeof read['UserPoolId'] === 'string' ? read : Object.values(read)[0]) as Partial<Outputs> | undefined;
  const { Region, UserPoolId, UserPoolClientId, GraphQLUrl, ApiKey } = outputs ?? {};
  if (!Region || !UserPoolId || !UserPoolClientId || !GraphQLUrl || !ApiKey) {
    throw new CommandError(`${file} does not have the outputs of a stage.`);
  }
  return { Region, UserPoolId, UserPoolClientId, GraphQLUrl, ApiKey };
}
