import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundledFiles, bundleLambdas } from '../../../infra/code/bundle.ts';
import { bundleCode } from '../../../infra/code/code.ts';
import { functionNames } from '../../../infra/schema/operations.ts';
import { resources } from '../../../infra/template/template.ts';
import { startRuntime } from '../../../local/runtime.ts';
import { devWith } from '../../support/infra/everything.ts';
import { stackOf, templateOf } from '../../support/infra/stack.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const resolvers = join(project, 'resolvers');
const exampleTriggers = globSync('examples/triggers/**/*.lambda.ts', { cwd: project });
const identityArn = 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example';
const settings = (sourceMaps: boolean) =>
  devWith({
    functions: { sourceMaps },
    mfa: { mode: 'OFF', types: [] },
    signIn: { passwordless: { sender: 'login@acme.example', identityArn } },
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is in the zip of each function of a synthesised stage. */
async function assetsOf(sourceMaps: boolean): Promise<{ readonly folders: string[]; readonly outdir: string }> {
  const outdir = join(folder, String(sourceMaps));
  const stage = settings(sourceMaps);
  const code = await bundleCode(resolvers, outdir, stage);
  const { app } = stackOf(stage, new Date(), code);
  const { directory } = app.synth();
  const folders = readdirSync(directory).filter((name) => name.startsWith('asset.'));
  cpSync(directory, join(outdir, 'assembly'), { recursive: true });
  return { folders: folders.map((name) => join(outdir, 'assembly', name)), outdir: join(outdir, 'assembly') };
}

describe('the zip of a function', () => {
  test('contains only index.js', async () => {
    const { folders } = await assetsOf(false);
    expect(folders).toHaveLength(9);
    for (const asset of folders) {
      expect(readdirSync(asset)).toEqual(['index.js']);
      expect(readFileSync(join(asset, 'index.js'), 'utf8')).not.toContain('sourceMappingURL');
    }
  });

  test('holds its source map too where the stage asks for it, with our sources and no path of this machine', {
    tags: ['exhaustive'],
  }, async () => {
    const { folders, outdir } = await assetsOf(true);
    expect(folders).toHaveLength(9);
    for (const asset of folders) {
      expect(readdirSync(asset).toSorted()).toEqual(['index.js', 'index.js.map']);
      expect(readFileSync(join(asset, 'index.js'), 'utf8')).toMatch(/\n\/\/# sourceMappingURL=index\.js\.map\n$/);
      const map = readFileSync(join(asset, 'index.js.map'), 'utf8');
      const { sources, sourcesContent } = JSON.parse(map);
      // A constant that the bundler inserts has a name but no file.
      const isConstant = (name: string) => name === '<define:NOTICE_TEXTS>';
      expect(sources.some((name: string) => /^(resolvers|examples)\//.test(name))).toBe(true);
      const files = sources.filter((name: string) => !isConstant(name));
      expect(files.every((name: string) => /^(resolvers|examples|infra|node_modules)\//.test(name))).toBe(true);
      expect(sourcesContent.map((text: string | null) => text !== null)).toEqual(
        sources.map((name: string) => !name.startsWith('node_modules/')),
      );
      expect(map).not.toContain(project);
      expect(map).not.toContain(folder);
    }
    // The stage runs as it is, worker threads included.
    const runtime = await startRuntime({ assembly: outdir, dataDir: ':memory:', port: 0, cognitoPort: 0 });
    try {
      const { GraphQLUrl, ApiKey } = runtime.outputs;
      const headers = { 'content-type': 'application/json', 'x-api-key': ApiKey };
      const body = JSON.stringify({ query: '{ authConfig { mfaMode } }' });
      const answer = await fetch(GraphQLUrl, { method: 'POST', headers, body });
      expect(await answer.json()).toEqual({ data: { authConfig: { mfaMode: 'OFF' } } });
    } finally {
      await runtime.close();
    }
  });
});

describe('source maps', () => {
  test('are read by every function if they are deployed, and otherwise by none', () => {
    const options = (sourceMaps: boolean) =>
      resources(templateOf(devWith({ functions: { sourceMaps } })), 'AWS::Lambda::Function').map(
        ([, { Properties }]) => Properties['Environment'].Variables.NODE_OPTIONS,
      );
    expect(options(true)).toEqual(Array(6).fill('--enable-source-maps'));
    expect(options(false)).toEqual(Array(6).fill(undefined));
  });

  test('make a stack trace name the line of the source', async () => {
    const entry = join(folder, 'fails.lambda.ts');
    writeFileSync(entry, "interface Unused {}\n\nexport const handler = async () => {\n  throw new Error('x');\n};\n");
    const out = join(folder, 'fails');
    await bundleLambdas([{ entry, folder: out, sourceMaps: true }]);
    const script = "require('./index.js').handler().catch(({ stack }) => process.stdout.write(stack))";
    const env = { PATH: process.env['PATH'], NODE_OPTIONS: '--enable-source-maps' };
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: out, encoding: 'utf8', env });
    expect(stdout).toMatch(/fails\.lambda\.ts:4:9/);
  });
});

describe('what a bundle is made of', { tags: ['exhaustive'] }, () => {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

  /** These packages and all packages that they need, as npm finds them. */
  function closure(names: readonly string[]): Set<string> {
    const all = new Set<string>();
    const add = (name: string, from: string): void => {
      // Some have the name of a built-in module of Node, which is never looked up.
      const file = createRequire(from)
        .resolve.paths(`${name}/package.json`)
        ?.map((path) => join(path, name, 'package.json'))
        .find(existsSync);
      if (file === undefined || all.has(file)) return;
      all.add(file);
      const { dependencies: own = {} } = JSON.parse(readFileSync(file, 'utf8'));
      for (const needed of Object.keys(own)) add(needed, file);
    };
    for (const name of names) add(name, join(project, 'package.json'));
    return all;
  }

  /** The package that a file belongs to, which may be nested in another. */
  const packageOf = (file: string): string[] => {
    const [, path] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
    return path === undefined ? [] : [join(project, path, 'package.json')];
  };

  const strangers = (files: BundledFiles, allowed: ReadonlySet<string>): string[] =>
    files.flatMap(packageOf).filter((file) => !allowed.has(file));

  test.each(functionNames)('%s: of our own code and of packages that are no devDependencies', async (name) => {
    const [files = []] = await bundleLambdas([
      {
        entry: join(resolvers, `${name}.lambda.ts`),
        folder: join(folder, 'closure', name),
      },
    ]);
    expect(files.length).toBeGreaterThan(20);
    expect(strangers(files, closure(Object.keys(dependencies)))).toEqual([]);
    const own = files.filter((file) => !file.startsWith('node_modules/'));
    expect(own.filter((file) => !/^resolvers\//.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([]);
  });

  test.each(exampleTriggers)('the example %s: the same', async (entry) => {
    const name = basename(entry, '.lambda.ts');
    const [files = []] = await bundleLambdas([{ entry: join(project, entry), folder: join(folder, 'closure', name) }]);
    expect(strangers(files, closure(Object.keys(dependencies)))).toEqual([]);
  });

  test('a devDependency would be seen', async () => {
    const entry = join(folder, 'dev.lambda.ts');
    const acorn = createRequire(import.meta.url).resolve('acorn');
    writeFileSync(entry, `import { parse } from ${JSON.stringify(acorn)};\nexport const handler = async () => parse('x', {});\n`);
    const [files = []] = await bundleLambdas([{ entry, folder: join(folder, 'closure', 'dev') }]);
    expect(strangers(files, closure(Object.keys(dependencies)))).toContainEqual(
      expect.stringMatching(/node_modules\/acorn\/package\.json$/),
    );
  });
});
