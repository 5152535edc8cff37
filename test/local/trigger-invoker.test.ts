import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CognitoPermission } from '../../local/assembly/permissions.ts';
import type { TriggerOutcome } from '../../local/cognito/invoke-trigger.ts';
import type { LambdaFunction } from '../../local/lambda/function.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { triggerInvoker } from '../../local/trigger-invoker.ts';
import type { Invocation } from '../../local/world/invoke.ts';
import { forbid, remove, synthesiseTriggers } from '../support/local/trigger-stage.ts';

let outdir: string;
let runtime: Runtime;
const printed: string[] = [];

beforeAll(async () => {
  outdir = await synthesiseTriggers();
  const log = (line: string) => void printed.push(line);
  runtime = await startRuntime({ assembly: outdir, dataDir: ':memory:', port: 0, cognitoPort: 0, log });
});
afterAll(async () => {
  await runtime?.close();
  remove(outdir);
});

const password = 'Passw0rd! is right';

function sdk({ outputs }: Runtime = runtime): CognitoIdentityProvider {
  return new CognitoIdentityProvider({
    region: outputs.Region,
    endpoint: outputs.CognitoEndpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

/** JSON of the API's own shape. */
type Json = ReturnType<typeof JSON.parse>;

async function send(query: string, variables: object, { outputs }: Runtime = runtime): Promise<Json> {
  const response = await fetch(outputs.GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': outputs.ApiKey },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const fields = '__typename ... on Tokens { accessToken idToken } ... on CustomChallenge { name username session parameters }';
const login = `mutation ($input: LoginInput!) { login(input: $input) { ${fields} } }`;
const respond = `mutation ($input: RespondToChallengeInput!) { respondToChallenge(input: $input) { ${fields} } }`;

async function makeUser(username: string, verified = true): Promise<void> {
  const { UserPoolId } = runtime.outputs;
  const UserAttributes = [
    { Name: 'email', Value: `${username}@example.com` },
    { Name: 'email_verified', Value: String(verified) },
  ];
  const cognito = sdk();
  await cognito.adminCreateUser({ UserPoolId, Username: username, UserAttributes, MessageAction: 'SUPPRESS' });
  await cognito.adminSetUserPassword({ UserPoolId, Username: username, Password: password, Permanent: true });
}

const codeSentTo = (username: string): string =>
  /\d{6}/.exec(runtime.inbox.messages({ to: `${username}@example.com` })[0]?.body ?? '')?.[0] ?? '';
const wrong = (code: string): string => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

async function begin(username: string): Promise<Json> {
  return (await send(login, { input: { username, flow: 'CUSTOM_AUTH' } })).data.login;
}

const answer = (challenge: Json, code: string): Promise<Json> =>
  send(respond, {
    input: { name: 'CUSTOM_CHALLENGE', username: challenge.username, session: challenge.session, answer: code },
  });

describe('a sign-in by a code in the mail, through GraphQL', () => {
  test('a code in the mail signs the user in, and the last trigger has its say over the tokens', async () => {
    await makeUser('ada');
    const challenge = await begin('ada');
    expect(challenge).toMatchObject({ __typename: 'CustomChallenge', name: 'CUSTOM_CHALLENGE', username: 'ada' });
    expect(JSON.parse(challenge.parameters)).toEqual({ medium: 'EMAIL' });
    const [mail] = runtime.inbox.messages({ to: 'ada@example.com' });
    expect(mail).toMatchObject({ kind: 'SendEmail', subject: `${codeSentTo('ada')} is your code` });
    const { data } = await answer(challenge, codeSentTo('ada'));
    expect(data.respondToChallenge.__typename).toBe('Tokens');
    const { accessToken, idToken } = data.respondToChallenge;
    expect(decodeJwt(accessToken)).toMatchObject({ tenant: 'acme', plan: { seats: 3 }, username: 'ada' });
    expect(decodeJwt(accessToken)['scope']).toBe('aws.cognito.signin.user.admin orders/read');
    expect(decodeJwt(idToken)).toMatchObject({ tenant: 'acme', email: 'ada@example.com', sub: decodeJwt(accessToken).sub });
    expect(decodeJwt(idToken)).not.toHaveProperty('email_verified');
  });

  test('the same code may be typed again, three times in all, each in a session of its own', async () => {
    await makeUser('bob');
    const first = await begin('bob');
    const code = codeSentTo('bob');
    const second = (await answer(first, wrong(code))).data.respondToChallenge;
    expect(second.__typename).toBe('CustomChallenge');
    expect((await answer(first, code)).errors[0].errorType).toBe('SESSION_EXPIRED');
    const third = (await answer(second, wrong(code))).data.respondToChallenge;
    expect(runtime.inbox.messages({ to: 'bob@example.com' })).toHaveLength(1);
    expect((await answer(third, code)).data.respondToChallenge.__typename).toBe('Tokens');
  });

  test('a third wrong code ends the sign-in, and the right one comes too late', async () => {
    await makeUser('carol');
    let challenge = await begin('carol');
    const code = codeSentTo('carol');
    challenge = (await answer(challenge, wrong(code))).data.respondToChallenge;
    challenge = (await answer(challenge, wrong(code))).data.respondToChallenge;
    expect((await answer(challenge, wrong(code))).errors[0]).toMatchObject({ errorType: 'INVALID_CREDENTIALS' });
    expect((await answer(challenge, code)).errors[0].errorType).toBe('SESSION_EXPIRED');
  });

  test('somebody who does not exist is asked alike, and never let in', async () => {
    const sent = runtime.inbox.newest();
    let challenge = await begin('nobody');
    expect(challenge).toMatchObject({ __typename: 'CustomChallenge', username: 'nobody' });
    expect(JSON.parse(challenge.parameters)).toEqual({ medium: 'EMAIL' });
    for (const code of ['000000', '000001']) challenge = (await answer(challenge, code)).data.respondToChallenge;
    expect((await answer(challenge, '000002')).errors[0]).toMatchObject({ errorType: 'INVALID_CREDENTIALS' });
    expect(runtime.inbox.newest()).toBe(sent);
  });

  test('an address that nobody has verified gets no code', async () => {
    await makeUser('dora', false);
    expect((await begin('dora')).__typename).toBe('CustomChallenge');
    expect(runtime.inbox.messages({ to: 'dora@example.com' })).toEqual([]);
  });

  test('a client that begins with a password is refused', async () => {
    await makeUser('eve');
    const AuthParameters = { USERNAME: 'eve', CHALLENGE_NAME: 'SRP_A', SRP_A: 'ab'.repeat(100) };
    const call = sdk().initiateAuth({ ClientId: runtime.outputs.UserPoolClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters });
    await expect(call).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'Incorrect username or password.' });
  });
});

describe('a trigger that fails, in a real bundle', { tags: ['exhaustive'] }, () => {
  const register = (username: string) => send(signUp, { input: { username, email: `${username}@example.com`, password } });

  test('by throwing refuses in its own words, and nobody was signed up', async () => {
    const { errors } = await register('thrower');
    expect(errors[0]).toMatchObject({ errorType: 'TRIGGER_REFUSED', message: 'Not before Monday' });
    expect(errors[0].errorInfo.cognito).toBe('UserLambdaValidationException');
    const { UserPoolId } = runtime.outputs;
    await expect(sdk().adminGetUser({ UserPoolId, Username: 'thrower' })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    expect(runtime.inbox.messages({ to: 'thrower@example.com' })).toEqual([]);
  });

  test.each(['accuser', 'stumbler', 'quitter'])('without meaning to is not quoted: %s', async (username) => {
    const { errors } = await register(username);
    expect(errors[0]).toMatchObject({
      errorType: 'INTERNAL',
      message: 'Something went wrong.',
      errorInfo: { cognito: 'UserLambdaValidationException', retryable: false },
    });
    const line = printed.findLast((each) => each.includes('"field":"signUp"')) ?? '';
    expect(line).toContain('"level":"ERROR"');
    expect(line).not.toMatch(/arn:|123456789012|absent/);
  });

  test.each([
    ['mumbler', 'InvalidLambdaResponseException'],
    ['sleeper', 'UnexpectedLambdaException'],
  ])('%s leaves the service unavailable', async (username, cognito) => {
    const { errors } = await register(username);
    expect(errors[0]).toMatchObject({ errorType: 'UNAVAILABLE', errorInfo: { cognito } });
    const { UserPoolId } = runtime.outputs;
    await expect(sdk().adminGetUser({ UserPoolId, Username: username })).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });

  test('by ending its process is told as Lambda tells it', async () => {
    const call = sdk().signUp({ ClientId: runtime.outputs.UserPoolClientId, Username: 'quitter', Password: password });
    await expect(call).rejects.toMatchObject({ name: 'UserLambdaValidationException' });
    await expect(call).rejects.toThrow(/^PreSignUp failed with error RequestId: .* exit status 3\.$/);
  });

  test('does not stop the next', async () => {
    expect((await register('frank')).data.signUp.__typename).toBe('SignUpResult');
  });

  test('is not called without a permission', async () => {
    const folder = await synthesiseTriggers();
    onTestFinished(() => remove(folder));
    forbid(folder, 'PreAuthentication');
    const other = await startRuntime({ assembly: folder, dataDir: ':memory:', port: 0, cognitoPort: 0 });
    onTestFinished(() => other.close());
    const { errors } = await send(login, { input: { username: 'ada', password } }, other);
    expect(errors[0]).toMatchObject({ errorType: 'UNAVAILABLE', errorInfo: { cognito: 'UnexpectedLambdaException' } });
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const call = sdk(other).initiateAuth({
      ClientId: other.outputs.UserPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    });
    await expect(call).rejects.toMatchObject({
      message: 'PreAuthentication invocation failed due to error AccessDeniedException.',
    });
  });
});

describe('pools that are made over the wire', () => {
  test('may name a function of the stack, but only its permission lets them call it', async () => {
    const cognito = sdk();
    const { UserPool } = await cognito.describeUserPool({ UserPoolId: runtime.outputs.UserPoolId });
    const PreSignUp = UserPool?.LambdaConfig?.PreSignUp;
    const made = await cognito.createUserPool({ PoolName: 'other', LambdaConfig: { PreSignUp } });
    const { UserPoolClient } = await cognito.createUserPoolClient({ UserPoolId: made.UserPool?.Id, ClientName: 'other' });
    const call = cognito.signUp({ ClientId: UserPoolClient?.ClientId, Username: 'grace', Password: password });
    // The permission of the stack names the stack's own pool.
    await expect(call).rejects.toMatchObject({
      name: 'UnexpectedLambdaException',
      message: 'PreSignUp invocation failed due to error AccessDeniedException.',
    });
  });
});

describe('triggerInvoker', () => {
  const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
  const userPoolArn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc';
  const fn: LambdaFunction = {
    arn: functionArn,
    name: 'f',
    codeDirectory: '/nowhere',
    handler: 'index.handler',
    variables: {},
    timeoutMs: 5_000,
    memorySizeMB: 128,
    region: 'eu-west-1',
  };
  const lines: string[] = [];
  const answered: Invocation = { ok: true, payload: 1 };
  const call = (permissions: CognitoPermission[], functions = new Map([[functionArn, fn]])): Promise<TriggerOutcome> =>
    triggerInvoker({
      stack: () => ({ functions, permissions }),
      invoke: () => Promise.resolve(answered),
      log: (line) => lines.push(line),
    })({
      functionArn,
      userPoolArn,
      event: {},
    });

  test.each<[string, string | null]>([
    ['this pool', userPoolArn],
    ['every pool of the account', 'arn:aws:cognito-idp:*:123456789012:userpool/*'],
    ['pools whose id has one letter more or less', 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_ab?'],
    ['anybody at Cognito', null],
  ])('calls by a permission for %s', async (_, sourceArn) => {
    expect(await call([{ functionArn, sourceArn }])).toBe(answered);
  });

  test.each<[string, CognitoPermission[]]>([
    ['no permission', []],
    ['a permission of another function', [{ functionArn: `${functionArn}2`, sourceArn: null }]],
    ['a permission for another pool', [{ functionArn, sourceArn: userPoolArn.replace('abc', 'xyz') }]],
    ['a dot that stands for itself', [{ functionArn, sourceArn: userPoolArn.replace('_', '.') }]],
  ])('is denied by %s', async (_, permissions) => {
    expect(await call(permissions)).toEqual({ refused: 'AccessDeniedException' });
    expect(lines.at(-1)).toBe(`No AWS::Lambda::Permission lets Cognito call ${functionArn} for ${userPoolArn}.`);
  });

  test('finds no function that does not run', async () => {
    expect(await call([{ functionArn, sourceArn: null }], new Map())).toEqual({ refused: 'ResourceNotFoundException' });
  });
});
