import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Replaces the CDK's command line where nothing needs to be synthesised. It appends its arguments to the file
 * `STAND_IN_REPORT`, answers `synth` with a copy of the assembly `whole` or `unprotected` in the folder
 * `STAND_IN_ASSEMBLIES`, and `deploy` by writing outputs. With `STAND_IN_DEPLOYS` the CDK itself deploys.
 * `STAND_IN_STATUS` contains the exit codes of its calls, in order.
 */
const args = process.argv.slice(2);
const variable = (name: string): string => process.env[name] ?? '';
const after = (option: string): string => args.find((argument) => argument.startsWith(option))?.slice(option.length) ?? '';
appendFileSync(variable('STAND_IN_REPORT'), `${JSON.stringify(args)}\n`);
const calls = readFileSync(variable('STAND_IN_REPORT'), 'utf8').trim().split('\n').length;
const status = variable('STAND_IN_STATUS').split(',')[calls - 1] ?? '0';
if (status === 'SIGTERM') process.kill(process.pid, 'SIGTERM');

function synthesise(): void {
  const folder = after('--output=');
  const name = args.includes('--context=unprotected=true') ? 'unprotected' : 'whole';
  cpSync(join(variable('STAND_IN_ASSEMBLIES'), name), folder, { recursive: true });
  const record = join(folder, 'deployment.json');
  const written = { ...JSON.parse(readFileSync(record, 'utf8')), stage: after('--context=stage=') };
  writeFileSync(record, JSON.stringify(written));
}

function deploy(): number {
  if (variable('STAND_IN_DEPLOYS') !== '') {
    const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
    return spawnSync(process.execPath, [cdk, ...args], { stdio: 'inherit' }).status ?? 1;
  }
  const outputs = after('--outputs-file=');
  if (outputs !== '') writeFileSync(outputs, JSON.stringify({ Stack: { deployed: after('--app=') } }));
  return 0;
}

if (args[0] === 'synth') synthesise();
process.exitCode = Number(status) || (args[0] === 'deploy' ? deploy() : 0);
