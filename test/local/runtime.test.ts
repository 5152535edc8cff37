import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TemplateResource } from '../../local/assembly/assembly.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../local/runtime.ts';
import { type AssemblyChanges, makeAssembly, resources, writeAssembly } from '../support/local/assemblies.ts';
import { makeFolder } from '../support/local/folders.ts';

async function start(options: Partial<RuntimeOptions> = {}): Promise<Runtime> {
  const runtime = await startRuntime({ assembly: makeAssembly(), dataDir: ':memory:', port: 0, cognitoPort: 0, ...options });
  onTestFinished(() => runtime.close());
  return runtime;
}

async function hello({ outputs }: Runtime): Promise<unknown> {
  const response = await fetch(outputs.GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': outputs.ApiKey },
    body: '{"query":"{ hello }"}',
  });
  return response.json();
}

/** Status of a request that names this host. */
function statusFor(url: string, host: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { method, headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('startRuntime', () => {
  test('answers a query through the resolver, the function and its environment', async () => {
    const runtime = await start();
    expect(await hello(runtime)).toEqual({ data: { hello: `hello, ${runtime.outputs.UserPoolId}` } });
  });

  test('writes the outputs of the stack, and keeps the API key and the pool over a restart', async () => {
    const dataDir = join(makeFolder(), 'data');
    const assembly = makeAssembly();
    const first = await start({ dataDir, assembly });
    const { GraphQLUrl, CognitoEndpoint, ...kept } = first.outputs;
    expect(GraphQLUrl).toMatch(/^http:\/\/localhost:\d+\/graphql$/);
    expect(CognitoEndpoint).toMatch(/^http:\/\/localhost:\d+$/);
    expect(JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'))).toEqual(first.outputs);
    await first.close();
    expect((await start({ dataDir, assembly })).outputs).toMatchObject(kept);
  });

  test('a given API key is used, and not kept', async () => {
    const dataDir = makeFolder();
    const apiKey = `da2-${'a'.repeat(26)}`;
    expect((await start({ dataDir, apiKey })).outputs.ApiKey).toBe(apiKey);
    expect(existsSync(join(dataDir, 'api-key'))).toBe(false);
  });

  test('the issuer of the tokens is the Cognito port', async () => {
    const { outputs } = await start();
    const url = `${outputs.CognitoEndpoint}/${outputs.UserPoolId}/.well-known/openid-configuration`;
    expect(await (await fetch(url)).json()).toMatchObject({ issuer: `${outputs.CognitoEndpoint}/${outputs.UserPoolId}` });
  });

  test('a function reads the declared secret from the address in its environment', async () => {
    const code = `exports.handler = async () => {
      const { AWS_ENDPOINT_URL_SECRETS_MANAGER: url, AWS_ACCESS_KEY_ID: id } = process.env;
      const headers = { 'x-amz-target': 'secretsmanager.GetSecretValue', authorization: 'AWS4-HMAC-SHA256 Credential=' + id + '/x' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ SecretId: 'openai' }) });
      return (await answer.json()).SecretString;
    };`;
    const runtime = await start({ assembly: makeAssembly({ code }), environment: { OPENAI_API_KEY: 'sk-1' } });
    expect(await hello(runtime)).toEqual({ data: { hello: '{"apiKey":"sk-1"}' } });
  });

  test('serves the page of a folder, with the outputs as they are', async () => {
    const appDir = makeFolder();
    writeFileSync(join(appDir, 'index.html'), '<!doctype html><title>Sign in</title>');
    const { outputs } = await start({ appDir });
    const page = await fetch(new URL('/app', outputs.GraphQLUrl));
    expect(page.url).toBe(new URL('/app/', outputs.GraphQLUrl).href);
    expect(await page.text()).toContain('Sign in');
    expect(await (await fetch(new URL('/app/outputs.json', outputs.GraphQLUrl))).json()).toEqual(outputs);
  });

  test('every endpoint refuses a foreign Host', async () => {
    const { outputs } = await start();
    for (const path of ['/', '/graphql', '/dev', '/dev/inbox', '/dev/users', '/app', '/app/', '/app/outputs.json']) {
      expect(await statusFor(new URL(path, outputs.GraphQLUrl).href, 'evil.example')).toBe(403);
    }
    expect(await statusFor(outputs.CognitoEndpoint, 'evil.example', 'POST')).toBe(403);
    expect(await statusFor(new URL('/dev/clock', outputs.GraphQLUrl).href, 'evil.example', 'POST')).toBe(403);
    expect(await statusFor(new URL('/dev/inbox', outputs.GraphQLUrl).href, '127.0.0.1')).toBe(200);
  });

  test.each<[string, AssemblyChanges, unknown]>([
    ['the new code runs', { code: 'exports.handler = async () => "new";' }, { data: { hello: 'new' } }],
    [
      'the new schema answers',
      {
        resources: {
          Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { Definition: 'type Query { hello: String }' } },
        },
      },
      expect.objectContaining({ errors: [expect.objectContaining({ errorType: 'Unauthorized' })] }),
    ],
  ])('after a new synthesis %s', async (_, changes, expected) => {
    const assembly = makeAssembly();
    const reloaded = Promise.withResolvers<void>();
    const runtime = await start({ assembly, log: (line) => line === 'The new synthesis is running.' && reloaded.resolve() });
    await hello(runtime);
    // The CDK names an asset by its content; here a folder keeps its name, so another limit tells that the function
    // changed.
    writeAssembly(assembly, { resources: { Fn: withOtherLimit() }, ...changes });
    touch(assembly);
    await reloaded.promise;
    expect(await hello(runtime)).toEqual(expected);
  });

  test('a broken synthesis is told, and the one before goes on', async () => {
    const assembly = makeAssembly();
    const told = Promise.withResolvers<string>();
    const runtime = await start({ assembly, log: (line) => line.startsWith('The new synthesis') && told.resolve(line) });
    writeAssembly(assembly, { resources: { Api: null } });
    touch(assembly);
    expect(await told.promise).toBe(`The new synthesis is not taken over: ${assembly} declares no AWS::AppSync::GraphQLApi.`);
    expect(await hello(runtime)).toEqual({ data: { hello: `hello, ${runtime.outputs.UserPoolId}` } });
  });

  test('a synthesis of another stack is told, and not taken over', async () => {
    const assembly = makeAssembly();
    const told = Promise.withResolvers<string>();
    const runtime = await start({ assembly, log: (line) => line.startsWith('The new synthesis') && told.resolve(line) });
    const Schema = { Type: 'AWS::AppSync::GraphQLSchema', Properties: { Definition: 'type Query { other: String }' } };
    writeAssembly(assembly, { stackName: 'Other', resources: { Schema } });
    touch(assembly);
    expect(await told.promise).toBe(
      'The new synthesis is not taken over: it is of stack Other, and Auth is running. Synthesise that one again, or restart to run the other.',
    );
    expect(await hello(runtime)).toEqual({ data: { hello: `hello, ${runtime.outputs.UserPoolId}` } });
  });

  test('a port in use is named with its variable, and nothing stays open', async () => {
    const dataDir = makeFolder();
    const { outputs } = await start();
    const port = Number(new URL(outputs.GraphQLUrl).port);
    const cognitoPort = Number(new URL(outputs.CognitoEndpoint).port);
    await expect(start({ dataDir, port, cognitoPort })).rejects.toMatchObject({
      name: 'PortError',
      message: `Port ${port} is already in use. Set PORT to another port.`,
    });
    await expect(start({ dataDir, cognitoPort })).rejects.toThrow(
      `Port ${cognitoPort} is already in use. Set COGNITO_PORT to another port.`,
    );
    await start({ dataDir });
  });

  test('a data directory in use is refused', async () => {
    const dataDir = makeFolder();
    await start({ dataDir });
    await expect(start({ dataDir })).rejects.toMatchObject({ name: 'DataError' });
  });

  test('a missing assembly is refused before anything is made', async () => {
    const dataDir = join(makeFolder(), 'data');
    await expect(start({ dataDir, assembly: makeFolder() })).rejects.toMatchObject({ name: 'AssemblyError' });
    expect(existsSync(dataDir)).toBe(false);
  });
});

function withOtherLimit(): TemplateResource {
  return { Type: 'AWS::Lambda::Function', Properties: { ...resources['Fn']?.Properties, MemorySize: 512 } };
}

/** File systems may count time in steps coarser than a test takes. */
function touch(assembly: string): void {
  const later = new Date(Date.now() + 5000);
  utimesSync(join(assembly, 'manifest.json'), later, later);
}
