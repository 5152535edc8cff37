import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../errors/command-error.ts';
import { digestOf, filesUnder } from './inputs.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface SynthOptions {
  /** A stage of infra/config.ts. Default `dev`. */
  readonly stage?: string;
  /** Where the assembly goes. Default `cdk.out`. */
  readonly outdir?: string;
  /** Receives one line when a new assembly was written. Default: nothing is logged. */
  readonly log?: (line: string) => void;
  /** Writes the assembly of a stage into an empty folder. Default: infra/commands/app.ts, in a process of its own. */
  readonly synthesise?: (stage: string, outdir: string) => void;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that an assembly is made from. The folder triggers/ is optional; the lock file stands for all packages. */
const inputs = ['infra', 'resolvers', 'triggers', 'examples/triggers', 'schema.graphql', 'cdk.json', 'package-lock.json'];

/**
 * Brings the laptop's assembly up to date. It only synthesises if the inputs have changed or something else (`cdk
 * synth`) has written to the folder since. It does not import the CDK, so it is fast if there is nothing to do. Throws
 * an error with the output of the synth.
 *
 * A runtime that watches `manifest.json` sees it change last, when all files that it names are in place. The assets of
 * the previous assembly stay.
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
  // `npm start` and `npm test` may run at the same time; the second one finds the work done.
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

/** Runs the app as the CDK's command line would, for the laptop. */
function runApp(stage: string, outdir: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'infra', 'commands', 'app.ts')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ stage, local: 'true' }),
      // Skipped, since it takes longer than everything else; `cdk synth` and the tests validate.
      CDK_VALIDATION: 'false',
    },
  });
  if (status !== 0) throw new CommandError(`${stdout}${stderr}`.trimEnd() || 'The synth failed without saying why.');
}

/**
 * Copies assets first, since they are named by their content; then the files that name them; and last the manifest,
 * which makes it the current assembly.
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

/** The content of `inputs.json` if the assembly is complete and was made from these inputs. */
function stamp(wanted: string, outdir: string): string {
  const files = listing(outdir).filter((name) => name === 'manifest.json' || isStackFile(name));
  const missing = assetsOf(outdir).some((name) => !existsSync(join(outdir, name)));
  const assembly = missing ? 'incomplete' : digestOf(files.map((name) => join(outdir, name)));
  return JSON.stringify({ inputs: wanted, assembly });
}

function listing(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
