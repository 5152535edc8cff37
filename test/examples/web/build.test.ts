import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bringPageUpToDate } from '../../../examples/web/build.ts';

test('builds the page once, and says how large it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outdir = join(folder, 'dist');
  const lines: string[] = [];
  await bringPageUpToDate({ outdir, log: (line) => lines.push(line) });
  expect(lines).toEqual([
    expect.stringMatching(/^Built .* in \d+ ms: [\d.]+ kB of script and [\d.]+ kB of style to sign in, [\d.]+ kB more/),
  ]);
  const built = statSync(join(outdir, 'index.html')).mtimeMs;
  await bringPageUpToDate({ outdir, log: (line) => lines.push(line) });
  expect(lines).toHaveLength(1);
  expect(statSync(join(outdir, 'index.html')).mtimeMs).toBe(built);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('has nothing inline, nothing from elsewhere and no AWS library', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await bringPageUpToDate({ outdir: folder });
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]* src="\.\/)|<style|style=|https?:/);
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const code = scripts.map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('\n');
  expect(code).not.toMatch(/aws-sdk|aws-amplify|aws-amz-user-agent/);
  // React says so in its development build only.
  expect(code).not.toContain('act(...) is not supported');
});
