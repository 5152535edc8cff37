import { spawnSync } from 'node:child_process';

/** Whether cfn-lint is here: neither npm nor Debian has it. A shim on the PATH is no proof that it runs. */
export const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

if (!hasCfnLint)
  process.stderr.write(
    'cfn-lint is not on the PATH or does not run: THE TEMPLATES ARE NOT CHECKED BY IT (pip install cfn-lint).\n',
  );

/** What it says of templates; `clean` where it says nothing. */
export function cfnLint(...templates: readonly string[]): { readonly stdout: string; readonly status: number | null } {
  // W3005: the CDK writes DependsOn out where a reference already says it.
  const { stdout, status } = spawnSync('cfn-lint', ['-i', 'W3005', '-r', 'us-east-1', '-t', ...templates], { encoding: 'utf8' });
  return { stdout, status };
}

export const clean = { stdout: '', status: 0 };
