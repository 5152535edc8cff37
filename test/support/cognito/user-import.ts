import type { PasswordHashingAlgorithmType, UserImportJobType } from '@aws-sdk/client-cognito-identity-provider';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import type { TestPool } from './pool.ts';

export const importRole = 'arn:aws:iam::123456789012:role/import';

const columns = [
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture', 'website'],
  ...['email', 'email_verified', 'gender', 'birthdate', 'zoneinfo', 'locale', 'phone_number', 'phone_number_verified'],
  ...['address', 'updated_at', 'cognito:mfa_enabled', 'cognito:username'],
];

/** A file of users. What a row does not say is empty, except that it has a verified address and no second factor. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[], more: readonly string[] = []): string {
  const names = [...columns, ...more];
  const lines = rows.map((row) => {
    const email = `${row['cognito:username']}@example.com`;
    const whole: Record<string, string> = { email, email_verified: 'TRUE', 'cognito:mfa_enabled': 'FALSE', ...row };
    return names.map((name) => whole[name] ?? '').join(',');
  });
  return `${[names.join(','), ...lines].join('\n')}\n`;
}

/** Uploads a file as S3 takes it, in chunks of a few bytes if wanted. */
export function uploadTo(
  { pools }: Pick<TestPool, 'pools'>,
  { PreSignedUrl = '' }: UserImportJobType,
  file: string | Iterable<Uint8Array>,
  headers: Readonly<Record<string, string>> = { 'x-amz-server-side-encryption': 'aws:kms' },
): Promise<HttpResponse> {
  const { pathname, search } = new URL(PreSignedUrl);
  async function* chunks() {
    yield* typeof file === 'string' ? [Buffer.from(file)] : file;
  }
  const request = { method: 'PUT', url: pathname + search, headers, body: '', upload: chunks(), remoteAddress: '127.0.0.1' };
  return pools.handle(request);
}

export async function createdJob(world: TestPool, algorithm?: PasswordHashingAlgorithmType): Promise<UserImportJobType> {
  const { UserImportJob = {} } = await world.cognito.createUserImportJob({
    UserPoolId: world.userPoolId,
    JobName: 'From the old system',
    CloudWatchLogsRoleArn: importRole,
    ...(algorithm !== undefined && { PasswordHashingAlgorithm: algorithm }),
  });
  return UserImportJob;
}

/** Waits until a job that was started has ended. */
export async function ended({ cognito, userPoolId }: TestPool, { JobId }: UserImportJobType): Promise<UserImportJobType> {
  for (;;) {
    const { UserImportJob = {} } = await cognito.describeUserImportJob({ UserPoolId: userPoolId, JobId });
    if (UserImportJob.Status !== 'Pending' && UserImportJob.Status !== 'InProgress') return UserImportJob;
    await new Promise(setImmediate);
  }
}

export interface Imported extends UserImportJobType {
  /** The lines of its log. */
  readonly log: readonly string[];
}

/** Imports a file and returns the ended job with its log. */
export async function imported(world: TestPool, file: string, algorithm?: PasswordHashingAlgorithmType): Promise<Imported> {
  const job = await createdJob(world, algorithm);
  await uploadTo(world, job, file);
  await world.cognito.startUserImportJob({ UserPoolId: world.userPoolId, JobId: job.JobId });
  return { ...(await ended(world, job)), log: await logOf(world, job) };
}

export async function logOf({ cognito, pools, userPoolId }: TestPool, job: UserImportJobType, limit = 10_000): Promise<string[]> {
  const { UserPool } = await cognito.describeUserPool({ UserPoolId: userPoolId });
  const place = { logGroup: `/aws/cognito/userpools/${userPoolId}/${UserPool?.Name}`, stream: `${job.JobId}/${job.JobName}` };
  const lines: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: ReturnType<typeof pools.importLog> = pools.importLog({ ...place, after, limit });
    lines.push(...(page?.events ?? []).map(({ message }) => message));
    after = page?.next;
  }
  return lines;
}
