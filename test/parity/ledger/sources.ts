import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

interface Source {
  readonly file: string;
  readonly text: string;
}

const read = (pattern: string): Source[] =>
  globSync(pattern)
    .toSorted()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/**
 * The GraphQL fields by the operation of Cognito that their resolvers call: a resolver's file has the name of its
 * field.
 */
export function fieldsByOperation(): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { file, text } of read('resolvers/operations/**/*.ts')) {
    for (const [, operation = ''] of text.matchAll(/\bsend\(\s*'(\w+)'/g)) {
      const known = fields.get(operation) ?? [];
      if (!known.includes(basename(file, '.ts'))) fields.set(operation, [...known, basename(file, '.ts')]);
    }
  }
  return fields;
}

const poolTests = [...read('test/local/cognito/**/*.test.ts'), ...read('test/clients/**/*.test.ts')];

/** The test of the embedded pool that has a pattern most often; undefined where none has it. */
export function proofOf(pattern: RegExp): string | undefined {
  const counted = poolTests.map(({ file, text }) => ({ file, count: [...text.matchAll(pattern)].length }));
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.file;
}

export interface OpenFact {
  readonly id: string;
  readonly page: string;
  readonly text: string;
}

/** The unconfirmed facts of docs/aws-behaviour. */
export function openFacts(): OpenFact[] {
  return read('docs/aws-behaviour/*.md').flatMap(({ file, text }) => {
    const [, ...sections] = text.split(/^(?=### )/m);
    const unconfirmed = sections.filter((section) => /^- Unconfirmed/m.test(section));
    return unconfirmed.flatMap((section) => {
      const id = /^### <a id="([^"]+)">/.exec(section)?.[1];
      return id === undefined ? [] : [{ id, page: basename(file), text: section }];
    });
  });
}
