import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'docs/aws-behaviour';

interface Fact {
  readonly page: string;
  readonly id: string;
  readonly text: string;
  /** The files that rely on it. */
  readonly files: readonly string[];
}

/** A fact is a heading with an anchor, sentences, and two lines: how far it is confirmed, and the files that use it. */
function factsOf(page: string): Fact[] {
  const [, ...sections] = readFileSync(page, 'utf8').split(/^(?=### )/m);
  return sections.map((section) => {
    const id = /^### <a id="([^"]+)"><\/a>\1\n/.exec(section)?.[1] ?? '';
    const used = /^- Used by ([\s\S]*?)\.\n/m.exec(section)?.[1] ?? '';
    return { page, id, text: section, files: [...used.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) };
  });
}

const index = readFileSync(`${folder}/README.md`, 'utf8');
const pages = globSync(`${folder}/*.md`).filter((page) => !page.endsWith('/README.md'));
const facts = pages.flatMap(factsOf);

/** What the comments of a file point to. */
const pointers = globSync('{bench,examples,infra,lint,local,resolvers,test}/**/*.{ts,tsx,js}', {
  exclude: ['**/node_modules/**', 'test/docs/aws-behaviour.test.ts'],
}).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(docs\/aws-behaviour[\w./-]*)#([\w.-]*\w)/g)].map(([, page, id]) => ({
    file,
    page,
    id,
  })),
);

test('there are facts, and pointers to them', () => {
  expect(facts.length).toBeGreaterThan(150);
  expect(pointers.length).toBeGreaterThan(facts.length);
});

test('the index lists every page', () => {
  expect(pages.filter((page) => !index.includes(`](${page.slice(folder.length + 1)})`))).toEqual([]);
});

test('each fact has an id of its own and of its service, a status, a date and a source', () => {
  const ids = facts.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const incomplete = facts.filter(
    ({ page, id, text }) =>
      !/^[a-z]+(\.[a-z0-9-]+)+$/.test(id) ||
      !new RegExp(`^${folder}/${id.split('.')[0]}[-.]`).test(page) ||
      !/^- (Confirmed|Unconfirmed) 20\d\d-\d\d(-\d\d)?:\s[\s\S]*?\]\(https:\/\//m.test(text),
  );
  expect(incomplete.map(({ text }) => text)).toEqual([]);
});

test('each fact names files that exist and point to it', () => {
  expect(facts.filter(({ files }) => files.length === 0).map(({ id }) => id)).toEqual([]);
  const named = facts.flatMap(({ page, id, files }) => files.map((file) => ({ file, page, id })));
  expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  const pointing = new Set(pointers.map(key));
  expect(named.filter((each) => !pointing.has(key(each)))).toEqual([]);
});

test('every pointer leads to a fact that names its file', () => {
  const named = new Set(facts.flatMap(({ page, id, files }) => files.map((file) => key({ file, page, id }))));
  expect(pointers.filter((pointer) => !named.has(key(pointer)))).toEqual([]);
});

function key({ file, page, id }: { file: string; page: string | undefined; id: string | undefined }): string {
  return `${file} → ${page}#${id}`;
}
