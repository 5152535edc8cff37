import { stages } from '../config.ts';
import { rightsOfStage } from '../rights/of-stage.ts';
import { rightsTable } from '../rights/rights-of.ts';

const block = /<!-- rights -->[\s\S]*<!-- \/rights -->/;

/** `docs/security.md` with the rights of each stage between its two marks. Throws when it has no such marks. */
export async function withRights(document: string): Promise<string> {
  if (!block.test(document))
    throw new Error('docs/security.md has no place for the rights: <!-- rights --> and <!-- /rights -->.');
  const tables: string[] = [];
  for (const stage of Object.keys(stages)) tables.push(`### Stage ${stage}\n\n${rightsTable(await rightsOfStage(stage))}`);
  return document.replace(block, () => `<!-- rights -->\n\n${tables.join('\n\n')}\n\n<!-- /rights -->`);
}
