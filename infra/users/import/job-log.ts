import { SignatureV4 } from '@smithy/signature-v4';
import { CommandError } from '../../errors/command-error.ts';
import type { Pool } from '../pool.ts';
import type { Target } from '../target.ts';

export interface LogLine {
  readonly result: 'SUCCEEDED' | 'SKIPPED' | 'FAILED';
  /** As Cognito counts the lines of the job's file. */
  readonly line: number;
  readonly text: string;
}

interface Job {
  readonly id: string;
  readonly name: string;
}

/**
 * What the log of a job has so far, in CloudWatch Logs. Throws CommandError if it may not be read.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.log
 */
export async function* logOf(target: Target, pool: Pool, job: Job): AsyncGenerator<LogLine> {
  const place = {
    logGroupName: `/aws/cognito/userpools/${target.userPoolId}/${pool.name}`,
    logStreamNames: [`${job.id}/${job.name}`],
  };
  let nextToken: string | undefined;
  do {
    const page = await filterLogEvents(target, { ...place, ...(nextToken !== undefined && { nextToken }) });
    for (const { message = '' } of page.events ?? []) {
      const [, result, line, text = ''] = /^\[(SUCCEEDED|SKIPPED|FAILED)\] Line Number (\d+) - (.*)$/s.exec(message) ?? [];
      if (result !== undefined) yield { result: result as LogLine['result'], line: Number(line), text: text.trim() };
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
}

interface Page {
  readonly events?: readonly { readonly message?: string }[];
  readonly nextToken?: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
async function filterLogEvents({ cognito, region, logsEndpoint }: Target, input: object): Promise<Page> {
  const { credentials, sha256 } = cognito.config;
  const { hostname, port, protocol } = new URL(logsEndpoint);
  const body = JSON.stringify(input);
  const signed = await new SignatureV4({ service: 'logs', region, credentials, sha256 }).sign({
    method: 'POST',
    protocol,
    hostname,
    path: '/',
    headers: {
      host: port === '' ? hostname : `${hostname}:${port}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.FilterLogEvents',
    },
    body,
  });
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(logsEndpoint, { method: 'POST', headers: signed.headers, body });
    const output = JSON.parse(await answer.text());
    if (answer.ok) return output;
    const name =
      String(output.__type ?? '')
        .split('#')
        .at(-1) ?? '';
    // Nothing was written yet.
    if (name === 'ResourceNotFoundException') return {};
    const isThrottled = name === 'ThrottlingException' || answer.status >= 500;
    if (!isThrottled || attempt === 8) {
      throw new CommandError(
        `The log of the import cannot be read: CloudWatch Logs answered ${name || answer.status} to FilterLogEvents.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
}
