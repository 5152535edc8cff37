import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../local/database.ts';

describe('openDatabase', () => {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'database-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  test('makes a directory and files that are the owner’s alone', () => {
    const directory = join(parent, 'a', 'b');
    openDatabase(directory).close();
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(directory), mode(join(directory, 'key')), mode(join(directory, 'local.sqlite'))]).toEqual(['700', '600', '600']);
  });

  test('opens after a restart what it sealed before', () => {
    const first = openDatabase(parent);
    const sealed = first.seal('a secret ✓');
    first.close();
    const second = openDatabase(parent);
    expect(second.open(sealed)).toBe('a secret ✓');
    second.close();
  });

  test('seals the same text differently each time and refuses what was changed', () => {
    const { seal, open, close } = openDatabase(':memory:');
    const sealed = seal('secret');
    expect(Buffer.from(seal('secret')).equals(sealed)).toBe(false);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => open(changed)).toThrow();
    }
    expect(() => openDatabase(':memory:').open(sealed)).toThrow();
    close();
  });

  test('refuses a damaged key by the name of its file', () => {
    writeFileSync(join(parent, 'key'), 'short');
    expect(() => openDatabase(parent)).toThrow(`${join(parent, 'key')} is damaged: it must hold 32 bytes.`);
  });
});
