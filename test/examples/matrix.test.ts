import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clients, markdownTable, testOf } from './matrix.ts';

const page = readFileSync('docs/clients.md', 'utf8');
const examples = clients.flatMap(({ example, command }) => (example && command ? [{ example, command }] : []));

test('README.md leads to the table of clients and stories', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('](docs/clients.md#who-walks-which-story)');
});

describe('docs/clients.md', () => {
  test('shows the table of clients and stories as the tests have it', () => {
    expect(page).toContain(markdownTable());
  });

  test.each(examples)('says how to run $example', ({ example, command }) => {
    expect(page).toContain(`${command} ${example} sign-up`);
  });
});

describe('the table of clients', () => {
  test('has every program in examples', () => {
    const shared = ['challenges.ts', 'terminal.ts'];
    const programs = readdirSync('examples').filter((name) => /\.(ts|py|sh)$/.test(name) && !shared.includes(name));
    expect(examples.map(({ example }) => example).sort()).toEqual(programs.map((name) => `examples/${name}`).sort());
  });

  test.each(examples)('is walked with $example', ({ example }) => {
    expect(readFileSync(testOf(example), 'utf8')).toContain(`provesStories('${example}'`);
  });

  test.each(clients.filter(({ proofs }) => Object.keys(proofs).length > 0))('names tests of $name that exist', ({ proofs }) => {
    for (const [file, title] of Object.values(proofs)) expect(titlesIn(file)).toContain(title);
  });
});

/** The titles of the tests in a file: those that are skipped do not count. */
function titlesIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\btest(?:\.each\([\s\S]*?\))?\(\s*(['"])(.*?)\1,/g)].map(([, , title = '']) => title);
}
