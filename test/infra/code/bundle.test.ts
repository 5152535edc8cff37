import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundleLambdas, bundleResolver, exportsHandler } from '../../../infra/code/bundle.ts';
import { bundleCode } from '../../../infra/code/code.ts';
import { stages } from '../../../infra/config.ts';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { functionNames } from '../../../infra/schema/operations.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import { stageSettings } from '../../../infra/stage-settings.ts';
import { settingsFor } from '../../support/infra/function-environment.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const bundles = join(project, 'cdk.out', 'bundles');
const resolvers = join(project, 'resolvers');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('the entry of a trigger', () => {
  const bundled = (entry: string) =>
    bundleCode(resolvers, folder(), parseSettings({ naming: { stackName: 'Test' }, triggers: { postConfirmation: { entry } } }));

  test('that does not exist is refused with the name of its setting', async () => {
    await expect(bundled('triggers/none.ts')).rejects.toThrow(
      new ConfigurationError('triggers.postConfirmation.entry must be a file of this project; there is no triggers/none.ts.'),
    );
  });

  test('that exports no handler is refused, since Lambda would fail only at the first call', async () => {
    await expect(bundled('examples/triggers/ses.ts')).rejects.toThrow(
      new ConfigurationError(
        'triggers.postConfirmation.entry must be a file that exports handler; examples/triggers/ses.ts does not.',
      ),
    );
  });

  test.each([
    ['an ES module that passes it on', "export * from './other.ts';"],
    ['a CommonJS module', 'exports.handler = async (event) => event;'],
  ])('may be %s', async (_, text) => {
    const path = folder();
    writeFileSync(join(path, 'other.ts'), 'export const handler = async (event: object) => event;');
    writeFileSync(join(path, 'entry.js'), text);
    expect(await exportsHandler(join(path, 'entry.js'))).toBe(true);
  });
});

describe('the bundles of the functions', () => {
  test.each([
    ['user', 95_000],
    ['account', 105_000],
    ['recovery', 210_000],
  ])('the %s function is at most %i bytes', (name, bytes) => {
    expect(statSync(join(bundles, name, 'index.js')).size).toBeLessThanOrEqual(bytes);
  });

  test.each(functionNames)('%s: the zip holds the code and nothing else', (name) => {
    expect(readdirSync(join(bundles, name))).toEqual(['index.js']);
    expect(readFileSync(join(bundles, name, 'index.js'), 'utf8')).not.toContain('sourceMappingURL');
  });

  test.each(functionNames)('%s: its source map lies beside the folder, without the sources', (name) => {
    const map = JSON.parse(readFileSync(join(bundles, `${name}.js.map`), 'utf8'));
    expect(map.sources).toContainEqual(expect.stringContaining(`resolvers/${name}.lambda.ts`));
    expect(map).not.toHaveProperty('sourcesContent');
  });

  test.each(functionNames)('%s: no path of this machine', (name) => {
    expect(readFileSync(join(bundles, name, 'index.js'), 'utf8')).not.toContain(project);
  });

  test.each(functionNames)(
    '%s loads on Node 24 and exports an async handler of fewer than three arguments',
    { tags: ['exhaustive'] },
    async (name) => {
      // Three are a callback handler, which ends nodejs24.x with Runtime.CallbackHandlerDeprecated.
      const { arity, kind } = await inNode(
        name,
        'http://127.0.0.1:9',
        '({ arity: handler.length, kind: handler.constructor.name })',
      );
      expect(arity).toBeLessThan(3);
      expect(kind).toBe('AsyncFunction');
    },
  );

  test('of a stage that records and counts nothing: the user function is small, knows no table and cannot sign', {
    tags: ['exhaustive'],
  }, async () => {
    const without = parseSettings({
      ...stages.dev,
      activity: null,
      mfa: { recoveryCodes: false },
      protection: { messageLimits: null, attemptLimits: null },
    });
    const { functions } = await bundleCode(resolvers, folder(), without);
    const code = readFileSync(join(functions.user, 'index.js'), 'utf8');
    expect(code.length).toBeLessThanOrEqual(72_000);
    for (const trace of ['DynamoDB', 'UpdateItem', 'PutItem', 'AWS_SESSION_TOKEN', 'AWS4-HMAC-SHA256'])
      expect(code).not.toContain(trace);
  });

  test.each(functionNames)("%s: none of the SDK's clients is in it, nor their retries and their rules for endpoints", (name) => {
    const code = readFileSync(join(bundles, name, 'index.js'), 'utf8');
    for (const trace of ['availableTokens', 'amz-sdk-invocation-id', 'api.aws', 'regionRegex']) expect(code).not.toContain(trace);
  });

  test('no function looks for credentials in files, processes or instance metadata', () => {
    for (const name of functionNames) {
      const code = readFileSync(join(bundles, name, 'index.js'), 'utf8');
      for (const trace of ['AWS_WEB_IDENTITY_TOKEN_FILE', '169.254.170.2', 'sso_session', 'credential_process']) {
        expect(code).not.toContain(trace);
      }
    }
  });
});

test('the clients for counting and for reading the user are a small part of the bundle of the gpt function', () => {
  expect(statSync(join(bundles, 'gpt', 'index.js')).size).toBeLessThanOrEqual(145_000);
});

test('gpt that is off is not bundled', async () => {
  const path = folder();
  const { functions } = await bundleCode(resolvers, path, { ...stageSettings({ stage: 'dev' }), gpt: null });
  expect(Object.keys(functions)).toEqual(['user', 'account', 'recovery', 'sign-up', 'admin']);
  expect(readdirSync(path).filter((name) => name.startsWith('gpt'))).toEqual([]);
});

describe('the gpt function, called', () => {
  const question = {
    field: 'gpt',
    arguments: { message: 'Hello' },
    accessToken: 'a',
    identity: { sub: 'a-sub', username: 'ada', groups: [], tokenUse: 'access' },
  };

  test('knows DynamoDB’s exceptions', async () => {
    const server = createServer((request, response) => {
      const isCount = String(request.headers['x-amz-target']).startsWith('DynamoDB_20120810.');
      const failed = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'x' };
      const found = {
        SecretString: '{"apiKey":"sk-1"}',
        UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
      };
      const headers = { 'content-type': 'application/x-amz-json-1.1' };
      response.writeHead(isCount ? 400 : 200, headers).end(JSON.stringify(isCount ? failed : found));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // a TCP server has one
    const call = `handler(${JSON.stringify(question)}, { awsRequestId: 'r' })`;
    expect(await inNode('gpt', `http://127.0.0.1:${port}`, call)).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('100 questions a day'), info: { retryable: false } },
    });
  });
});

describe('the user function, called', () => {
  const login = { field: 'login', arguments: { input: { username: 'ada', password: 'Secret-1', flow: 'USER_PASSWORD_AUTH' } } };

  async function call(answer: { status: number; type?: string; body: unknown }) {
    const server = createServer((_, response) => {
      const headers = { 'content-type': 'application/x-amz-json-1.1', ...(answer.type && { 'x-amzn-errortype': answer.type }) };
      response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // a TCP server has one
    return inNode(
      'user',
      `http://127.0.0.1:${port}`,
      `handler(${JSON.stringify(login)}, { awsRequestId: 'r' }).then((answer) => ({ answer, modules: process.moduleLoadList }))`,
    );
  }

  test('signs a user in, and has not loaded undici after its first call', async () => {
    const tokens = { AccessToken: 'a', IdToken: 'i', RefreshToken: 'r', ExpiresIn: 86_400, TokenType: 'Bearer' };
    const { answer, modules } = await call({ status: 200, body: { AuthenticationResult: tokens, ChallengeParameters: {} } });
    expect(answer).toMatchObject({ data: { __typename: 'Tokens', accessToken: 'a', expiresIn: 86_400 } });
    expect(modules.filter((name: string) => name.includes('undici'))).toEqual([]);
  });

  test("knows Cognito's exceptions", async () => {
    const { answer } = await call({
      status: 400,
      body: { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' },
    });
    expect(answer).toMatchObject({ error: { code: 'INVALID_CREDENTIALS', info: { cognito: 'NotAuthorizedException' } } });
  });

  test("knows them by the header too, and a fault of Cognito's own from the caller's", async () => {
    const mismatch = await call({ status: 400, type: 'CodeMismatchException:', body: { message: 'x' } });
    expect(mismatch.answer).toMatchObject({ error: { code: 'CODE_MISMATCH', info: { cognito: 'CodeMismatchException' } } });
    const broken = await call({ status: 500, body: { __type: 'com.amazonaws#BrandNewException', message: 'x' } });
    expect(broken.answer).toMatchObject({ error: { code: 'UNAVAILABLE', info: { cognito: 'BrandNewException' } } });
  });

  test('knows an exception that has a member of its own', async () => {
    const { answer } = await call({ status: 400, body: { __type: 'InvalidParameterException', message: 'x', reasonCode: 'y' } });
    expect(answer).toMatchObject({ error: { info: { cognito: 'InvalidParameterException' } } });
  });
});

describe('the resolver code', () => {
  const code = readFileSync(join(bundles, 'invoke.appsync.js'), 'utf8');

  test('is far below the 32 KB of AppSync', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(8_192);
  });

  test('imports nothing but the runtime, and exports what AppSync calls', () => {
    expect([...code.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual(['@aws-appsync/utils']);
    expect(code).toMatch(/export \{\s*request,\s*response\s*\};/);
  });

  test('is refused when it is too large', async () => {
    const path = folder();
    writeFileSync(join(path, 'large.appsync.ts'), `export const text = '${'x'.repeat(32_768)}';`);
    const bundle = bundleResolver({ entry: join(path, 'large.appsync.ts'), copy: join(path, 'copy.js') });
    await expect(bundle).rejects.toThrow(
      /The resolver code is too large:\n {2}\d+ bytes once bundled; AppSync accepts at most 32768\./,
    );
  });
});

describe('bundling', () => {
  test('gives the same bytes for the same sources', async () => {
    const path = folder();
    const { functions, resolver, notEnabled } = await bundleCode(resolvers, path, stageSettings({ stage: 'dev' }));
    const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    for (const name of functionNames) {
      expect(hash(join(functions[name] ?? '', 'index.js'))).toBe(hash(join(bundles, name, 'index.js')));
    }
    expect(resolver).toBe(readFileSync(join(bundles, 'invoke.appsync.js'), 'utf8'));
    expect(notEnabled).toBe(readFileSync(join(bundles, 'not-enabled.appsync.js'), 'utf8'));
  });

  test('names the file and the line of what cannot be bundled', async () => {
    const path = folder();
    writeFileSync(join(path, 'entry.ts'), "\nimport './missing.ts';");
    const bundle = bundleLambdas([{ entry: join(path, 'entry.ts'), folder: join(path, 'out') }]);
    await expect(bundle).rejects.toThrow(/The code cannot be bundled:\n {2}.*entry\.ts:2: Could not resolve/);
  });
});

const services = ['COGNITO_IDENTITY_PROVIDER', 'DYNAMODB', 'SECRETS_MANAGER'];

/** The value of an expression about a bundle's `handler`, in a separate Node process. */
function inNode(
  name: (typeof functionNames)[number],
  endpoint: string,
  expression: string,
): Promise<ReturnType<typeof JSON.parse>> {
  // As in Lambda: no package.json above it, and no node_modules.
  const alone = folder();
  cpSync(join(bundles, name), alone, { recursive: true });
  const script = `
    const { handler } = require(${JSON.stringify(join(alone, 'index.js'))});
    Promise.resolve(${expression}).then((value) => require('node:fs').writeSync(3, JSON.stringify(value)));`;
  const env = {
    ...settingsFor(name),
    PATH: process.env['PATH'],
    ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, endpoint])),
  };
  const child = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let answer = '';
  let complaint = '';
  child.stdio[3]?.on('data', (chunk) => {
    answer += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (status) => (status === 0 && answer ? resolve(JSON.parse(answer)) : reject(new Error(complaint))));
  });
}
