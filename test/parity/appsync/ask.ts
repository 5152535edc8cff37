import { differences } from '../probe/compare.ts';
import { readRecordings } from '../probe/recordings.ts';
import type { Outcome } from '../probe/report.ts';
import type { Recording, Step } from '../probe/story.ts';
import { withoutVolatile } from '../probe/volatile.ts';
import { peopleOf } from './people.ts';
import { type ApiRequest, type ApiStory, NotHere } from './story.ts';
import type { ApiTarget } from './target.ts';

interface ApiAnswers {
  readonly outcomes: readonly Outcome[];
  /** By the file of the stories; without the stories that were not run. */
  readonly recordings: Readonly<Record<string, readonly Recording[]>>;
}

/** Runs stories against an API, one after the other, and compares the answers with the recordings. */
export async function askApi(target: ApiTarget, stories: Readonly<Record<string, readonly ApiStory[]>>): Promise<ApiAnswers> {
  const outcomes: Outcome[] = [];
  const recordings: Record<string, readonly Recording[]> = {};
  for (const [group, list] of Object.entries(stories)) {
    const recorded = readRecordings(group);
    const answered: Recording[] = [];
    recordings[group] = answered;
    for (const story of list) {
      const head = { story: story.name, asks: story.asks };
      try {
        const result = await run(story, target);
        answered.push(result);
        const found = differences(recorded.get(story.name) ?? { story: story.name, from: '', steps: [] }, result);
        outcomes.push(found.length === 0 ? { ...head, is: 'same' } : { ...head, is: 'differs', differences: found });
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
        outcomes.push({ ...head, is: 'not run', why: error.message });
      }
    }
  }
  return { outcomes, recordings };
}

async function run(story: ApiStory, target: ApiTarget): Promise<Recording> {
  const { apiKey, from } = target;
  const names = new Map([[apiKey, '<key>']]);
  const steps: Step[] = [];
  const people = peopleOf(target, names);
  try {
    await story.run({
      apiKey,
      user: people.user,
      invited: people.invited,
      strangersToken: people.strangersToken,
      async ask(request) {
        steps.push(withoutVolatile(await exchange(target, request), names) as Step); // a step it was
      },
      async evaluate(phase, context) {
        const output = await target.evaluate(phase, context);
        steps.push(withoutVolatile({ operation: `EvaluateCode ${phase}`, input: context, output }, names) as Step);
      },
    });
    return { story: story.name, from, steps };
  } finally {
    await people.leave();
  }
}

/** Of the headers, only what a client reads. The others come from what stands in front of the service, too. */
const told = /^(?:content-type|x-amzn-errortype|access-control-allow-[\w-]+)$/;

async function exchange({ url, apiKey }: ApiTarget, request: ApiRequest): Promise<Step> {
  const { method = 'POST', query, body, headers = { 'x-api-key': apiKey }, shown } = request;
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const response = await fetch(query === undefined ? url : `${url}?${query}`, {
    method,
    headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(text !== undefined && { body: text }),
  });
  return {
    operation: `${method} /graphql`,
    input: {
      ...(query !== undefined && { query: Object.fromEntries(new URLSearchParams(query)) }),
      headers,
      ...(body !== undefined && { body: shown ?? body }),
    },
    output: {
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([name]) => told.test(name))),
      body: readable(await response.text()),
    },
  };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
