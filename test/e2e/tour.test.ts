import { generate } from 'otplib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { stageFacts, stageFactsQuery } from '../../local/graphiql/stage-facts.ts';
import { placeholders, type Tab, tour } from '../../local/graphiql/tour.ts';
import { type StageInput, startStage } from '../support/stage.ts';
import type { System } from '../support/system.ts';

/** Answers that later tabs use, by the name of the field; the newest one counts. */
type Known = Map<string, string>;

const kinds: readonly [string, StageInput][] = [
  ['dev', stages.dev],
  ['prod', stages.prod],
  ['addresses as names', { signIn: { names: ['EMAIL'] } }],
  [
    'numbers as names',
    { signIn: { names: ['PHONE_NUMBER'] }, messages: { sms: {} }, mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] } },
  ],
  ['a password of one’s own and long ones alone', { signUp: { modes: ['PASSWORD'] }, passwords: { minimumLength: 30 } }],
  ['an invitation alone', { signUp: { modes: ['INVITATION'] }, gpt: null }],
  ['choice-based sign-in alone', { signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD'] } }],
];

describe.each(kinds)('the tour of GraphiQL fits a stage with %s', (kind, stage) => {
  const tags = kind === 'dev' ? [] : ['exhaustive'];
  test('every press of play succeeds', { timeout: 60_000, tags }, async () => {
    const system = await startStage(stage);
    onTestFinished(() => system.close());
    const { GraphQLUrl, ApiKey } = system.runtime.outputs;
    const facts = stageFacts(await post(GraphQLUrl, { 'x-api-key': ApiKey }, { query: stageFactsQuery }));
    const known: Known = new Map(Object.entries(placeholders));
    const tabs = tour({ facts, apiKey: ApiKey, introspection: true });
    for (const tab of tabs) {
      if (/gpt\(/.test(tab.query)) continue; // Needs a language model.
      const answer = await play(system, tab, known);
      expect(answer, tab.query).not.toHaveProperty('errors');
      for (const [field, value] of fieldsOf(answer.data)) known.set(field, value);
    }
    expect(known.get('accessToken')).toMatch(/^ey/);
  });
});

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
}

async function play(system: System, { query, variables, headers }: Tab, known: Known): Promise<Answer> {
  let text = JSON.stringify({ query, ...(variables !== '' && { variables: JSON.parse(variables) }) });
  let credential = headers;
  for (const field of ['session', 'accessToken', 'refreshToken'] as const) {
    text = text.replaceAll(placeholders[field], known.get(field) ?? '');
    credential = credential.replaceAll(placeholders[field], known.get(field) ?? '');
  }
  const [message] = system.runtime.inbox.messages({ limit: 1 });
  text = text
    .replaceAll('<the code of the message, see /dev>', message?.code ?? '')
    .replaceAll('<the temporary password of the mail>', message?.code ?? '')
    .replaceAll('<the six digits of the app>', await generate({ secret: known.get('secretCode') ?? '' }).catch(() => ''));
  return post(system.runtime.outputs.GraphQLUrl, JSON.parse(credential), JSON.parse(text));
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<Answer> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  // As GraphQL's answers are.
  return (await (await fetch(url, init)).json()) as Answer;
}

function fieldsOf(data: Answer['data']): [string, string][] {
  return Object.values(data).flatMap((result) =>
    Object.entries(Object(result)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
