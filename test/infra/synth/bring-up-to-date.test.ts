import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bringAssemblyUpToDate } from '../../../infra/synth/bring-up-to-date.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const asset = (digit: number): string => `asset.${String(digit).repeat(64)}`;

/** A folder, and a synth that writes an assembly of one asset, a new one each time that `next` is raised. */
function workshop() {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  const lines: string[] = [];
  const made = { next: 1, fails: false };
  const synthesise = (stage: string, folder: string): void => {
    writeFileSync(join(folder, `${stage}.template.json`), JSON.stringify(made));
    if (made.fails) throw new Error('No.');
    writeFileSync(join(folder, `${stage}.assets.json`), JSON.stringify({ path: asset(made.next) }));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stage, ...made }));
    for (const name of [asset(made.next), 'bundles']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'index.js'), String(made.next));
    }
  };
  const run = (stage = 'dev'): void => bringAssemblyUpToDate({ stage, outdir, synthesise, log: (line) => lines.push(line) });
  const entries = (): string[] =>
    readdirSync(outdir)
      .filter((name) => name !== 'inputs.lock')
      .toSorted();
  return { outdir, lines, made, run, entries };
}

describe('bringAssemblyUpToDate', () => {
  test('writes an assembly, says so in one line, and leaves no temporary files', () => {
    const { run, lines, entries } = workshop();
    run();
    expect(lines).toEqual([expect.stringMatching(/^Synthesised stage dev into .+ in \d+ ms\.$/)]);
    expect(entries()).toEqual([asset(1), 'bundles', 'dev.assets.json', 'dev.template.json', 'inputs.json', 'manifest.json']);
  });

  test('does nothing, and says nothing, while nothing has changed', () => {
    const { run, lines, outdir } = workshop();
    run();
    const before = statSync(join(outdir, 'manifest.json'));
    run();
    expect(lines).toHaveLength(1);
    expect(statSync(join(outdir, 'manifest.json'))).toEqual(before);
  });

  test.each(['manifest.json', 'dev.template.json', 'dev.assets.json', 'inputs.json'])(
    'makes a new one when somebody else wrote %s',
    (name) => {
      const { run, lines, outdir } = workshop();
      run();
      writeFileSync(join(outdir, name), '{}');
      run();
      expect(lines).toHaveLength(2);
      expect(readFileSync(join(outdir, name), 'utf8')).not.toBe('{}');
    },
  );

  test('creates a new one when an asset is missing', () => {
    const { run, outdir } = workshop();
    run();
    rmSync(join(outdir, asset(1)), { recursive: true });
    run();
    expect(existsSync(join(outdir, asset(1), 'index.js'))).toBe(true);
  });

  test('follows the stage, and leaves nothing of the previous one', () => {
    const { run, entries } = workshop();
    run('dev');
    run('prod');
    expect(entries()).toEqual([asset(1), 'bundles', 'inputs.json', 'manifest.json', 'prod.assets.json', 'prod.template.json']);
  });

  test('keeps the assets of the assembly before, for a runtime that still has it loaded, and no older ones', () => {
    const { run, made, entries } = workshop();
    for (const [next, stage] of [
      [1, 'dev'],
      [2, 'prod'],
      [3, 'dev'],
    ] as const) {
      made.next = next;
      run(stage);
    }
    expect(entries().filter((name) => name.startsWith('asset.'))).toEqual([asset(2), asset(3)]);
  });

  test('reports the output of a failed synth, and leaves the assembly unchanged', () => {
    const { run, made, outdir, entries } = workshop();
    run();
    const before = [entries(), readFileSync(join(outdir, 'dev.template.json'), 'utf8')];
    made.fails = true;
    expect(() => run('prod')).toThrow('No.');
    expect([entries(), readFileSync(join(outdir, 'dev.template.json'), 'utf8')]).toEqual(before);
  });

  test('refuses a stage that does not exist, in the words of the configuration', () => {
    const { outdir } = workshop();
    expect(() => bringAssemblyUpToDate({ stage: 'nowhere', outdir })).toThrow(
      /^There is no stage "nowhere" in infra\/config\.ts; it has dev, prod, social\.$/,
    );
  });
});

describe('the assembly in cdk.out', () => {
  test('is that of the laptop', () => {
    expect(readFileSync(join(project, 'cdk.out', 'CognitoGraphqlDev.template.json'), 'utf8')).toMatch(
      /"WebAuthnRelyingPartyID": ?"localhost"/,
    );
  });
});

describe('node infra/synth/bring-up-to-date.ts', () => {
  test('ends at once and silently if nothing has changed', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'infra', 'commands', 'synth.ts')], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('loads no package, so that it costs little when there is nothing to do', () => {
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type ).*?from '([^']+)'/gm)) {
        if (from.startsWith('.')) load(join(dirname(file), from));
        else if (!from.startsWith('node:')) packages.add(from);
      }
    };
    load(join(project, 'infra', 'commands', 'synth.ts'));
    expect([...packages]).toEqual([]);
    expect(loaded.size).toBeGreaterThan(3);
  });
});
