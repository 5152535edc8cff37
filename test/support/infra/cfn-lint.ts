import { spawnSync } from 'node:child_process';

/** What cfn-lint says of templates; `clean` where it says nothing. Throws where it is not installed: nobody is to take that for a finding of nothing. */
export function cfnLint(...templates: readonly string[]): { readonly stdout: string; readonly status: number | null } {
  // W3005: the CDK writes DependsOn out where a reference already says it.
  const { stdout, stderr, status } = spawnSync('cfn-lint', ['-i', 'W3005', '-r', 'us-east-1', '-t', ...templates], {
    encoding: 'utf8',
  });
  // A shell's code for a command that is not there, which the shim of a version manager gives too.
  if (status === null || status === 127)
    throw new Error(`cfn-lint is not on the PATH, or does not run: pip install cfn-lint. ${stderr ?? ''}`);
  return { stdout, status };
}

export const clean = { stdout: '', status: 0 };
