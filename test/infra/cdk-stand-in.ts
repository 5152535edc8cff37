import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * In place of the CDK's command line where nothing is to be deployed: says what it was told, synthesises as it does, and ends as it is told to.
 * `STAND_IN_REPORT` is the file for its arguments, `STAND_IN_STATUS` its exit code; with `STAND_IN_RECORD` it synthesises nothing but that.
 */
const args = process.argv.slice(2);
const after = (option: string): string => args.find((argument) => argument.startsWith(option))?.slice(option.length) ?? '';
writeFileSync(process.env['STAND_IN_REPORT'] ?? '', JSON.stringify(args));
const recordOnly = process.env['STAND_IN_RECORD'];
const synthesise = () =>
  spawnSync(process.execPath, [fileURLToPath(new URL('../../infra/app.ts', import.meta.url))], {
    stdio: 'inherit',
    env: {
      ...process.env,
      CDK_OUTDIR: after('--output='),
      CDK_CONTEXT_JSON: JSON.stringify({ stage: after('--context=stage=') }),
      CDK_DEFAULT_ACCOUNT: '123456789012',
      CDK_DEFAULT_REGION: 'eu-central-1',
      CDK_VALIDATION: 'false',
    },
  }).status;
const writeRecord = (record: string): number => {
  mkdirSync(after('--output='), { recursive: true });
  writeFileSync(join(after('--output='), 'deployment.json'), record);
  return 0;
};
const status = recordOnly === undefined ? synthesise() : writeRecord(recordOnly);
if (process.env['STAND_IN_STATUS'] === 'SIGTERM') process.kill(process.pid, 'SIGTERM');
process.exitCode = status || Number(process.env['STAND_IN_STATUS'] ?? 0);
