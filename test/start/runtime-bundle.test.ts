import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CommandError } from '../../infra/errors/command-error.ts';
import { bringRuntimeUpToDate } from '../../start/runtime-bundle.ts';

const sources = {
  'local/main.ts': `import { worker } from './lambda/environment.ts';
    import { read } from './pages/page.ts';
    console.log(JSON.stringify({ page: read(), late: (await import('./late.ts')).late, worker: await worker() }));`,
  'local/late.ts': "export const late: string = '→ late';",
  'local/pages/page.ts': `import { readFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    // a dash — in a comment
    export const read = (): unknown => [readFileSync(new URL('page.css', import.meta.url), 'utf8'), import.meta.url, typeof createRequire];`,
  'local/pages/page.css': 'body { color: red }',
  'local/lambda/environment.ts': `import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    export const worker = async (): Promise<unknown> => (await once(new Worker(new URL('./worker.ts', import.meta.url)), 'message'))[0];`,
  'local/lambda/worker.ts': `import { createRequire } from 'node:module';
    import { parentPort } from 'node:worker_threads';
    parentPort?.postMessage(typeof createRequire);`,
};

/** A project with a small runtime. */
function project() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'runtime-bundle-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  };
  for (const [name, content] of Object.entries(sources)) write(name, content);
  return { root, write, bundle: () => bringRuntimeUpToDate(root) };
}

const run = (main: string): unknown => JSON.parse(execFileSync(process.execPath, [main], { encoding: 'utf8' }));

describe('the bundle of the local runtime', () => {
  test('runs without the sources of its parts and of its worker, and finds other files where they are', async () => {
    const { root, bundle } = project();
    const main = await bundle();
    for (const name of ['local/late.ts', 'local/lambda/worker.ts', 'local/pages/page.ts']) rmSync(join(root, name));
    expect(run(main)).toEqual({
      page: ['body { color: red }', pathToFileURL(join(root, 'local/pages/page.ts')).href, 'function'],
      late: '→ late',
      worker: 'function',
    });
  });

  test('is made once, and another one beside it after a change of a source', async () => {
    const { write, bundle } = project();
    const first = await bundle();
    const { mtimeMs } = statSync(first);
    expect(await bundle()).toBe(first);
    expect(statSync(first).mtimeMs).toBe(mtimeMs);
    write('local/late.ts', "export const late: string = 'later';");
    const second = await bundle();
    expect(run(second)).toMatchObject({ late: 'later' });
    expect(run(first)).toMatchObject({ late: '→ late' });
  });

  test('is made by several processes at once, and each can run it', async () => {
    const { root, bundle } = project();
    const [main = '', ...others] = await Promise.all([bundle(), bundle(), bundle()]);
    expect(others).toEqual([main, main]);
    expect(run(main)).toMatchObject({ worker: 'function' });
    expect(readdirSync(join(root, 'node_modules/.cache/runtime'))).toHaveLength(1);
  });

  test('leaves nothing behind if a source cannot be bundled, and says where the fault is', async () => {
    const { root, write, bundle } = project();
    write('local/late.ts', 'export const late: string = ;');
    const fault = bundle();
    await expect(fault).rejects.toThrow(CommandError);
    await expect(fault).rejects.toThrow(/^The local runtime cannot be bundled:\n[\s\S]*local\/late\.ts:1:/);
    const cache = join(root, 'node_modules/.cache/runtime');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });

  test('is removed when another one is made, if nobody has started it for a week', async () => {
    const { write, bundle } = project();
    const change = async (late: string): Promise<string> => {
      write('local/late.ts', `export const late: string = '${late}';`);
      return dirname(await bundle());
    };
    const [forgotten, used] = [await change('forgotten'), await change('used')];
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
    for (const folder of [forgotten, used]) utimesSync(folder, eightDaysAgo, eightDaysAgo);
    await change('used');
    await change('new');
    expect(existsSync(forgotten)).toBe(false);
    expect(existsSync(used)).toBe(true);
  });
});
