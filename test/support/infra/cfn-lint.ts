import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutRepetition } from './repetition.ts';

interface Verdict {
  readonly stdout: string;
  readonly status: number | null;
}

/**
 * What cfn-lint reports about the templates in these files; `clean` if nothing. What is the same in several of them it
 * checks once: it takes a quarter of the time for the variants of a stage. Throws if cfn-lint is not installed, which
 * must not count as clean.
 */
export function cfnLint(...files: readonly string[]): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'cfn-lint-'));
  try {
    const templates = withoutRepetition(files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
    return judge(
      templates.map((template, index) => {
        const file = join(folder, `${index}.template.json`);
        writeFileSync(file, JSON.stringify(template));
        return file;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(files: readonly string[]): Verdict {
  // W3005: the CDK writes DependsOn even if a reference already implies it.
  const options = ['-f', 'json', '-i', 'W3005', '-r', 'us-east-1', '-t', ...files];
  const { stdout, stderr, status } = spawnSync('cfn-lint', options, { encoding: 'utf8' });
  // A shell's exit code for a command that does not exist, which the shim of a version manager returns too.
  if (status === null || status === 127)
    throw new Error(`cfn-lint is not on the PATH, or does not run: pip install cfn-lint. ${stderr ?? ''}`);
  if (!stdout.startsWith('[')) return { stdout, status };
  const findings: Finding[] = JSON.parse(stdout);
  const said = findings
    .map(({ Rule, Message }) => `${Rule.Id} ${Message}`)
    .filter((finding) => !unknown.some((text) => finding.startsWith(text)));
  return { stdout: said.join('\n'), status: said.length === 0 ? 0 : status };
}

/**
 * Things that are too new for cfn-lint's lists: a resource type, and actions that the SDK's model of the service has.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.unknown-type
 */
const unknown = [
  "E3006 Resource type 'AWS::Cognito::UserPoolSessionConfigurationAttachment' does not exist",
  "W3037 'admindeletesoftwaretoken' is not one of",
  "W3037 'admingetuserauthfactors' is not one of",
  "W3037 'adminlistusersessions' is not one of",
  "W3037 'adminrevokeusersession' is not one of",
];

interface Finding {
  readonly Rule: { readonly Id: string };
  readonly Message: string;
}

export const clean = { stdout: '', status: 0 };
