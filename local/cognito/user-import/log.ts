import type { Services } from '../services.ts';

/** Where events are read: a log group of CloudWatch Logs, a stream of it, and where the last page ended. */
export interface LogPlace {
  readonly logGroup: string;
  readonly stream: string;
  readonly after: string;
  readonly limit: number;
}

export interface LogPage {
  readonly events: readonly { readonly id: string; readonly at: number; readonly message: string }[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/**
 * Cognito writes a line for each row to the log group `/aws/cognito/userpools/<pool id>/<pool name>`, stream
 * `<job id>/<job name>`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-cloudwatch.html
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.log
 */
export function importLog({ pools, imports }: Services, { logGroup, stream, after, limit }: LogPlace): LogPage | undefined {
  const [, poolId = '', name = ''] = /^\/aws\/cognito\/userpools\/([^/]+)\/(.+)$/.exec(logGroup) ?? [];
  const pool = pools.pool(poolId);
  if (pool?.settings.Name !== name) return undefined;
  const [jobId = '', jobName] = stream.split('/');
  const job = imports.find(poolId, jobId);
  if (job === undefined || job.name !== jobName) return { events: [], next: undefined };
  // An entry has many events: the place is that of an entry and of an event in it.
  const [, from = '0', at = '0'] = /^(\d{1,15})\.(\d{1,9})$/.exec(after) ?? [];
  let place = { entry: Number(from), event: Number(at) };
  const events: { id: string; at: number; message: string }[] = [];
  for (;;) {
    const [entry] = imports.logAfter(job.id, place.entry - 1, 1);
    if (entry === undefined) return { events, next: undefined };
    const begin = entry.id === place.entry ? place.event : 0;
    for (let number = begin; number < entry.lines.length; number += 1) {
      if (events.length === limit) return { events, next: `${entry.id}.${number}` };
      events.push({ id: `${entry.id}.${number}`, at: entry.at, message: entry.lines[number] ?? '' });
    }
    place = { entry: entry.id + 1, event: 0 };
  }
}
