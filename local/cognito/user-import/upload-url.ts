import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Services } from '../services.ts';
import type { ImportJob } from '../store/import-store.ts';
import { poolOf } from '../users/accounts.ts';

const validSeconds = 900;

/**
 * The URL that the file is uploaded to, with the parameters of a URL that S3 has signed. Whoever has it may upload.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.upload
 */
export function uploadUrl(services: Pick<Services, 'pools' | 'endpoint'>, job: ImportJob): string {
  const url = new URL(`${services.endpoint}/${job.poolId}/user-import/${job.id}`);
  url.searchParams.set('X-Amz-Date', new Date(job.createdAt).toISOString().replaceAll(/[-:]|\.\d+/g, ''));
  url.searchParams.set('X-Amz-Expires', String(validSeconds));
  url.searchParams.set('X-Amz-SignedHeaders', 'host;x-amz-server-side-encryption');
  url.searchParams.set('X-Amz-Signature', signature(services, job));
  return url.href;
}

/** The job that an upload's URL names; undefined for any other URL. */
export function jobIdOf(url: string): { readonly poolId: string; readonly jobId: string } | undefined {
  const [, poolId, jobId] = /^\/([^/?]+)\/user-import\/([^/?]+)(?:\?|$)/.exec(url) ?? [];
  return poolId !== undefined && jobId !== undefined ? { poolId, jobId } : undefined;
}

/** Why a URL does not allow an upload, in S3's words; undefined if it does. */
export function refusalOf(
  services: Pick<Services, 'pools' | 'endpoint' | 'world'>,
  job: ImportJob,
  url: string,
): string | undefined {
  const given = Buffer.from(new URL(url, services.endpoint).searchParams.get('X-Amz-Signature') ?? '');
  const right = Buffer.from(signature(services, job));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'Access Denied';
  return services.world.now() - job.createdAt > validSeconds * 1_000 ? 'Request has expired' : undefined;
}

function signature(services: Pick<Services, 'pools'>, job: ImportJob): string {
  const { secret } = poolOf(services, job.poolId);
  return createHmac('sha256', secret)
    .update(JSON.stringify(['user-import', job.id, job.createdAt]))
    .digest('hex');
}
