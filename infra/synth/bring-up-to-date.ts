import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../errors/command-error.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface SynthOptions {
  /** A stage of infra/config.ts. Default `dev`. */
  readonly stage?: string;
  /** Where the assembly goes. Default `cdk.out`. */
  readonly outdir?: string;
  /** Told one line when a new assembly was made. Default: nobody. */
  readonly log?: (line: string) => void;
  /** Writes the assembly of a stage into an empty folder. Default: infra/commands/app.ts, in a process of its own. */
  readonly synthesise?: (stage: string, outdir: string) => void;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** All that the assembly is made of. The lock file stands for every package. */
const inputs = ['infra', 'resolvers', 'triggers', 'examples/triggers', 'schema.graphql', 'cdk.json', 'package-lock.json'];

/**
 * Brings the laptop's assembly up to date: makes a new one only when its inputs have changed, or somebody else (`cdk
 * synth`) wrote the folder since. Imports no CDK, so that it costs little when there is nothing to do. Throws an error
 * that holds what the synth said.
 *
 * A runtime that watches `manifest.json` sees it change last, when all that it names is in place; the assets of the
 * assembly before stay.
 */
export function bringAssemblyUpToDate({
  stage = 'dev',
  outdir = join(project, 'cdk.out'),
  log = () => {},
  synthesise = runApp,
}: SynthOptions = {}): void {
  const wanted = digestOf(
    inputs.flatMap((name) => filesUnder(join(project, name))),
    `${stage} ${process.version}`,
  );
  const stampFile = join(outdir, 'inputs.json');
  const isUpToDate = (): boolean => readText(stampFile) === stamp(wanted, outdir);
  if (isUpToDate()) return;

  const started = performance.now();
  mkdirSync(outdir, { recursive: true });
  // `npm start` and `npm test` may begin at once; the second finds the work done.
  const synthesiseAndPublish = (): void => {
    if (isUpToDate()) return;
    const next = join(outdir, 'next');
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next);
    try {
      synthesise(stage, next);
      publish(next, outdir);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
    writeFileSync(stampFile, stamp(wanted, outdir));
    log(
      `Synthesised stage ${stage} into ${relative(process.cwd(), outdir) || '.'} in ${Math.round(performance.now() - started)} ms.`,
    );
  };
  oneAtATime(join(outdir, 'inputs.lock'), synthesiseAndPublish, () => log('Another synth is running; waiting for it.'));
}

/** The app as the CDK's command line would run it, for the laptop. */
function runApp(stage: string, outdir: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'infra', 'commands', 'app.ts')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ stage, local: 'true' }),
      // Takes longer than all the rest; `cdk synth` and the tests do it.
      CDK_VALIDATION: 'false',
    },
  });
  if (status !== 0) throw new CommandError(`${stdout}${stderr}`.trimEnd() || 'The synth has failed, and has not said why.');
}

/**
 * Assets first, as they are named by their content; then the files that name them; last the manifest, which makes it
 * the assembly.
 */
function publish(next: string, outdir: string): void {
  const before = assetsOf(outdir);
  const entries = readdirSync(next);
  for (const name of entries.filter(isAsset)) {
    if (!existsSync(join(outdir, name))) renameSync(join(next, name), join(outdir, name));
  }
  for (const name of entries.filter((entry) => !isAsset(entry) && entry !== 'manifest.json')) {
    if (name === 'bundles') rmSync(join(outdir, name), { recursive: true, force: true });
    renameSync(join(next, name), join(outdir, name));
  }
  renameSync(join(next, 'manifest.json'), join(outdir, 'manifest.json'));
  for (const name of readdirSync(outdir).filter((entry) => isStackFile(entry) && !entries.includes(entry)))
    rmSync(join(outdir, name));
  const kept = new Set([...before, ...assetsOf(outdir)]);
  for (const name of readdirSync(outdir).filter((entry) => isAsset(entry) && !kept.has(entry))) {
    rmSync(join(outdir, name), { recursive: true, force: true });
  }
}

const isAsset = (name: string): boolean => name.startsWith('asset.');
const isStackFile = (name: string): boolean => /\.(template|assets|metadata)\.json$/.test(name);

/** The assets that an assembly names. */
function assetsOf(outdir: string): string[] {
  return listing(outdir)
    .filter((name) => name.endsWith('.assets.json'))
    .flatMap((name) => readText(join(outdir, name)).match(/asset\.[0-9a-f]{64}/g) ?? []);
}

/** What `inputs.json` holds when an assembly is whole and was made of these inputs. */
function stamp(wanted: string, outdir: string): string {
  const files = listing(outdir).filter((name) => name === 'manifest.json' || isStackFile(name));
  const missing = assetsOf(outdir).some((name) => !existsSync(join(outdir, name)));
  const assembly = missing ? 'incomplete' : digestOf(files.map((name) => join(outdir, name)));
  return JSON.stringify({ inputs: wanted, assembly });
}

function digestOf(files: readonly string[], salt = ''): string {
  const hash = createHash('sha256').update(salt);
  for (const file of [...files].sort()) hash.update(`\n${relative(project, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  // Not everybody has triggers of their own.
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function listing(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
