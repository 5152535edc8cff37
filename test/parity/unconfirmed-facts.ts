import { globSync, readFileSync } from 'node:fs';

/** The ids of the facts in docs/aws-behaviour that nobody has confirmed. */
export function unconfirmedFacts(): string[] {
  return globSync('docs/aws-behaviour/*.md').flatMap((page) => {
    const [, ...sections] = readFileSync(page, 'utf8').split(/^(?=### )/m);
    const unconfirmed = sections.filter((section) => /^- Unconfirmed/m.test(section));
    return unconfirmed.flatMap((section) => /^### <a id="([^"]+)">/.exec(section)?.[1] ?? []);
  });
}
