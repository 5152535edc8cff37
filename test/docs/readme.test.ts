import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfirmSignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { type System, startSystem } from '../support/system.ts';

/** The blocks of a language, in the order of the page. */
function blocks(page: string, language: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

const programs = [
  ['README.md', 'sign-in.ts'],
  ['docs/clients.md', 'sign-in-apollo.ts'],
] as const;

describe('the first minutes in README.md, each block as pasted', () => {
  let folder: string;
  let system: System;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, '.local'));
    system = await startSystem({ dataDir: join(folder, '.local') });
  });

  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true });
  });

  const [signUp = ''] = blocks('README.md', 'graphql');

  test('the program of README.md has at most ten lines of code', () => {
    const [program = ''] = blocks('README.md', 'ts');
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10);
  });

  test.each(programs)('the program of %s compiles under strict', (page, file) => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, file), blocks(page, 'ts')[0] ?? '');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--resolveJsonModule', '--module', 'nodenext', '--types', 'node'];
    const { stdout, status } = spawnSync(resolve('node_modules/.bin/tsc'), [...options, file], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test('the first user signs up, confirms, and may sign in', async () => {
    const { GraphQLUrl, ApiKey } = system.runtime.outputs;
    const headers = { 'content-type': 'application/json', 'x-api-key': ApiKey };
    const answer = await fetch(GraphQLUrl, { method: 'POST', headers, body: JSON.stringify({ query: signUp }) });
    expect(await answer.json()).toMatchObject({ data: { signUp: { userStatus: 'UNCONFIRMED' } } });
    const { code } = await system.message('ada@example.com');
    succeeded(
      await system.send(ConfirmSignUpDocument, { input: { username: 'ada', password: 'Correct-horse-1', code: code ?? '' } }),
    );
  });

  test.each(programs)('the program of %s then signs that user in', async (_page, file) => {
    expect(await run(file)).toEqual({ stdout: 'Tokens\n', status: 0 });
  });

  /** In a process of its own while this one serves. */
  function run(file: string): Promise<{ stdout: string; status: number | null }> {
    const { promise, resolve: done, reject } = Promise.withResolvers<{ stdout: string; status: number | null }>();
    const child = spawn(process.execPath, [file], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.once('error', reject);
    child.once('close', (status) => done({ stdout, status }));
    return promise;
  }
});
