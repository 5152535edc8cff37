import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { betweenFolders, circles, importsOf, ownFiles, roomsOf, upward } from './support/imports.ts';

// A build of the page has a folder of its own until it is complete.
const exclude = ['**/node_modules', '**/dist', '**/dist.*'];
const sources = globSync('{bench,examples,infra,lint,local,resolvers,start,test}/**/*.{ts,tsx,js}', { exclude });
const imports = importsOf(new Map(sources.map((path) => [path, readFileSync(path, 'utf8')])));

/** The table of docs/architecture.md: by folder, its rooms from top to bottom. */
const layers = readFileSync('docs/architecture.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, folder, rooms] = /^\| `([\w/-]+)\/` +\| (.* → .*?) *\|$/.exec(line) ?? [];
    if (folder === undefined || rooms === undefined) return [];
    return [{ folder, layers: rooms.split(' → ').map((layer) => layer.split(', ').map((room) => room.replaceAll('`', ''))) }];
  });

/** What each folder must not know, and the one exception. */
const walls = [
  { folder: 'resolvers', from: ['infra', 'local', 'start', 'examples', 'bench', 'test'] },
  {
    folder: 'infra',
    from: ['resolvers', 'local', 'start', 'examples', 'bench', 'test'],
    except: 'resolvers/config/environment.ts',
  },
  { folder: 'local', from: ['resolvers', 'infra', 'start', 'examples', 'bench', 'test'] },
  { folder: 'start', from: ['resolvers', 'local', 'bench', 'test'] },
  { folder: 'local/appsync', from: ['local/cognito'] },
  { folder: 'local/cognito', from: ['local/appsync', 'local/lambda', 'local/dev'] },
  { folder: 'examples', from: ['resolvers', 'infra', 'local', 'start', 'bench', 'test'] },
];

test('the imports of every folder are read', () => {
  expect(imports.size).toBeGreaterThan(900);
  expect(imports.get('local/main.ts')).toContain('local/runtime.ts');
  expect(imports.get('local/cognito/services.ts')).toContain('local/cognito/invoke-trigger.ts');
});

test('no file imports itself by way of others, types included', () => {
  expect(circles(imports)).toEqual([]);
});

test('no folder imports itself by way of others', () => {
  expect(circles(betweenFolders(imports))).toEqual([]);
});

describe.each(layers)('inside $folder', ({ folder, layers }) => {
  test('every room has its place', () => {
    expect(layers.flat().toSorted()).toEqual(roomsOf(imports, folder));
  });

  test('no room imports one above it', () => {
    expect(upward(imports, folder, layers)).toEqual([]);
  });
});

test.each(walls)('$folder imports nothing of $from', ({ folder, from, except }) => {
  const across = [...imports]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([file, imported]) => imported.map((other) => ({ file, other })))
    .filter(({ other }) => other !== except && from.some((wall) => other.startsWith(`${wall}/`)));
  expect(across).toEqual([]);
});

test('no folder has more than fifteen files of its own', () => {
  // Pictures are looked up by name; nobody reads them side by side.
  const files = globSync('{.ci,.github,bench,docs,examples,infra,lint,local,resolvers,start,test}/**/*', {
    exclude: [...exclude, 'docs/images'],
  }).filter((path) => statSync(path).isFile());
  const counts = Map.groupBy(files, (path) => dirname(path));
  expect([...counts].filter(([, own]) => own.length > 15).map(([folder, own]) => `${folder}: ${own.length}`)).toEqual([]);
});

describe('what is planted is found:', () => {
  const planted = (files: Readonly<Record<string, string>>) => importsOf(new Map(Object.entries(files)));

  test.each([
    ['a type', "import type { B } from './b.ts';"],
    ['one type among values', "import { b, type B } from './b.ts';"],
    ['the type of a module', "type B = import('./b.ts').B;"],
    ['a late import', "const b = await import('./b.ts');"],
    ['an export', "export { b } from './b.ts';"],
    ['an export of everything', "export * from './b.ts';"],
    ['an effect', "import './b.ts';"],
  ])('a circle of files by %s', (_, text) => {
    expect(
      circles(planted({ 'x/a.ts': text, 'x/b.ts': "import { c } from '../y/c.ts';", 'y/c.ts': "import '../x/a.ts';" })),
    ).toEqual(['x/a.ts → x/b.ts → y/c.ts → x/a.ts']);
  });

  test('a circle of folders without one of files', () => {
    const imports = planted({ 'x/a.ts': "import '../y/c.ts';", 'x/b.ts': '', 'y/c.ts': '', 'y/d.ts': "import '../x/b.ts';" });
    expect(circles(imports)).toEqual([]);
    expect(circles(betweenFolders(imports))).toEqual(['x → y → x']);
  });

  test('an import of a room above', () => {
    const imports = planted({ 'x/door.ts': "import './low/a.ts';", 'x/low/a.ts': "import '../high/b.ts';", 'x/high/b.ts': '' });
    expect(upward(imports, 'x', [[ownFiles], ['high'], ['low']])).toEqual(['x/low/a.ts → x/high/b.ts']);
  });

  test('neither in a comment nor in a text', () => {
    expect(planted({ 'x/a.ts': "// import './b.ts';\nconst text = `import './b.ts'`;", 'x/b.ts': '' }).get('x/a.ts')).toEqual([]);
  });
});
