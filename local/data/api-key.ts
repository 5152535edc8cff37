import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world/world.ts';

const pattern = /^da2-[a-z0-9]{26}$/;
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The API key of a data directory, created at its first start. `:memory:` gets a new one each time. */
export function keepApiKey(dataDir: string | ':memory:', world: World): string {
  if (dataDir === ':memory:') return makeApiKey(world);
  const path = join(dataDir, 'api-key');
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (pattern.test(kept)) return kept;
  const made = makeApiKey(world);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}

/** In AppSync's form: `da2-` and 26 lower-case letters or digits. */
function makeApiKey(world: World): string {
  // 252 is the largest multiple of 36 in a byte. Larger values would make the first characters more likely.
  let key = '';
  while (key.length < 26) {
    for (const byte of world.randomBytes(32)) if (byte < 252 && key.length < 26) key += alphabet[byte % 36];
  }
  return `da2-${key}`;
}
