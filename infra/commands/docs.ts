import { readFileSync, writeFileSync } from 'node:fs';
import { configurationDocument } from '../docs/configuration.ts';
import { withRights } from '../docs/rights.ts';

/** `npm run docs`: the pages that are made of the code. The tests hold them to it. */
const page = (name: string): URL => new URL(`../../docs/${name}`, import.meta.url);
writeFileSync(page('configuration.md'), configurationDocument());
writeFileSync(page('security.md'), await withRights(readFileSync(page('security.md'), 'utf8')));
