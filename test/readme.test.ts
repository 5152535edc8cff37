import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AuthErrorCode } from '../resolvers/generated/schema.ts';

const readme = readFileSync('README.md', 'utf8');
const errors = readFileSync('docs/errors.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('docs/errors.md', () => {
  test.each(Object.values(AuthErrorCode))('says what to do about %s', (code) => {
    expect(errors).toContain(`\`${code}\``);
  });

  test('names no error code that the schema lacks', () => {
    const codes = [...errors.matchAll(/^\| (`[A-Z_]+`(?: · `[A-Z_]+`)*) +\|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[A-Z_]{4,}/g) ?? [],
    );
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !Object.hasOwn(byName, code))).toEqual([]);
  });
});

describe('README.md', () => {
  test('shows the first query and both commands within the first screen', () => {
    const screen = readme.split('\n').slice(0, 30).join('\n');
    for (const text of ['npm ci && npm start', 'npm ci && npm test', '```graphql']) expect(screen).toContain(text);
  });

  test('fits into 150 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });

  test('links to every page of docs', () => {
    expect(globSync('docs/*.md').filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });
});

const pages = [...globSync('*.md'), 'examples/web/README.md', ...globSync('docs/**/*.md')];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(dirname(page), path)))).toEqual([]);
  });

  test('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:bench|docs|examples|infra|local|resolvers|test)\/[\w./-]+\.(?:graphql|md|sh|tsx?))`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });

  test('links only to headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const missing = links.filter(
      ([, path = '', anchor = '']) => !anchorsOf(path === '' ? page : join(dirname(page), path)).has(anchor),
    );
    expect(missing.map(([link]) => link)).toEqual([]);
  });
});

/** Written by hand: that page is generated from the code, and its prose is that of the settings. */
const written = pages.filter((page) => page !== 'docs/configuration.md');

test.each(written)('%s has no line of prose over 120 characters', (page) => {
  expect(proseOf(readFileSync(page, 'utf8')).filter((line) => line.length > 120)).toEqual([]);
});

const byName = Object.fromEntries(Object.values(AuthErrorCode).map((code) => [code, true]));

/** The lines of a page that are neither code nor a row of a table, without the addresses of links: nothing can break those. */
function proseOf(text: string): string[] {
  const withoutCode = text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/\]\([^)\s]*\)/g, ']');
  return withoutCode.split('\n').filter((line) => !line.startsWith('|') && !line.startsWith('    '));
}

/** The headings and the anchors of a page as its links name them. */
function anchorsOf(file: string): Set<string> {
  const text = readFileSync(file, 'utf8');
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, anchor = '']) => anchor)]);
}
