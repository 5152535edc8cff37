import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { onTestFinished } from 'vitest';
import { type Recorder, startRecorder } from '../clients/recorder.ts';
import type { System } from '../support/system.ts';
import { type Answers, type Conversation, converse } from './terminal.ts';

/** An example with the whole system, and a recorder of its requests. */
export interface Stage {
  readonly system: System;
  /** Runs the example on the laptop's outputs. */
  run(args: readonly string[], answers: Answers): Promise<Conversation>;
  /** Runs it with the outputs of a deployment: under the stack's name, and with a host that has no inbox. */
  runAsDeployed(args: readonly string[], answers: Answers): Promise<Conversation>;
  /** The steps that the example took, in this API's words. */
  steps(): string[];
  /** The GraphQL documents that the example sent. */
  documents(): string[];
  /** The refresh token that the example gave back at the end. */
  revoked(): string;
}

export async function stageOf(system: System, command: readonly string[]): Promise<Stage> {
  const { outputs } = system.runtime;
  const [graphql, cognito] = await Promise.all([startRecorder(outputs.GraphQLUrl), startRecorder(outputs.CognitoEndpoint)]);
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  onTestFinished(async () => {
    await Promise.all([graphql.close(), cognito.close()]);
    rmSync(folder, { recursive: true });
  });
  const run = (file: unknown, args: readonly string[], answers: Answers): Promise<Conversation> => {
    const OUTPUTS = join(folder, 'outputs.json');
    writeFileSync(OUTPUTS, JSON.stringify(file, null, 2));
    return converse([...command, ...args], { OUTPUTS }, answers);
  };
  const own = { ...outputs, GraphQLUrl: graphql.url, CognitoEndpoint: cognito.url };
  const deployed = { CognitoGraphqlDev: { ...own, GraphQLUrl: graphql.url.replace('localhost', '127.0.0.1') } };
  const requests = () => [...graphql.requests, ...cognito.requests].filter(({ body }) => body !== '');
  return {
    system,
    run: (args, answers) => run(own, args, answers),
    runAsDeployed: (args, answers) => run(deployed, args, answers),
    steps: () => requests().map(stepOf),
    documents: () => graphql.requests.filter(({ body }) => body !== '').map(({ body }) => String(JSON.parse(body).query)),
    revoked: () => {
      const [revocation] = requests().filter((request) => stepOf(request) === 'revokeToken');
      const { variables, Token } = JSON.parse(revocation?.body ?? '{}');
      return Token ?? variables.input.refreshToken;
    },
  };
}

/** The root field of a GraphQL request, and for a call of Cognito's own the field that does the same. */
function stepOf({ headers, body }: Recorder['requests'][number]): string {
  const { query, AuthFlow } = JSON.parse(body);
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const action = target.split('.').at(-1) ?? '';
    return AuthFlow === 'REFRESH_TOKEN_AUTH' ? 'refreshTokens' : (fieldOf[action] ?? action);
  }
  const [definition] = parse(query).definitions;
  const [field] = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : [];
  return field?.kind === 'Field' ? field.name.value : '';
}

const fieldOf: Readonly<Record<string, string>> = {
  SignUp: 'signUp',
  ConfirmSignUp: 'confirmSignUp',
  InitiateAuth: 'login',
  RespondToAuthChallenge: 'respondToChallenge',
  GetTokensFromRefreshToken: 'refreshTokens',
  RevokeToken: 'revokeToken',
  AssociateSoftwareToken: 'associateSoftwareToken',
  VerifySoftwareToken: 'verifySoftwareToken',
  SetUserMFAPreference: 'setUserMfaPreference',
};
