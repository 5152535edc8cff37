import { writeFileSync } from 'node:fs';
import { parityDocument } from './page.ts';

writeFileSync(new URL('../../../docs/parity.md', import.meta.url), parityDocument());
