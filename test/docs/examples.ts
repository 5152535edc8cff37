import { readFileSync } from 'node:fs';
import type { SettingsInput } from '../../infra/settings/stage.ts';

export interface Example {
  /** `docs/recipes.md: The smallest stage` */
  readonly name: string;
  readonly stage: string;
  readonly settings: SettingsInput;
}

/** The stages that a page shows: each block of `ts` that begins with the name of a stage. */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```ts\n(\w+: \{[\s\S]*?)^```$/gm)].flatMap(({ 1: block = '', index }) => {
    const heading = [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';
    return Object.entries(evaluate(block)).map(([stage, settings]) => ({ name: `${page}: ${heading}`, stage, settings }));
  });
}

/** The blocks are pieces of infra/config.ts. */
function evaluate(block: string): Record<string, SettingsInput> {
  return new Function(`return ({ ${block} })`)();
}
