import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import type { Services } from '../services.ts';
import type { ImportJob } from '../store/import-store.ts';
import { jobIdOf, refusalOf } from './upload-url.ts';

const mostBytes = 100 * 2 ** 20;
const partBytes = 64 * 2 ** 10;
const keptMs = 48 * 3_600_000;
const newline = 0x0a;

export function isForUpload({ method, url }: HttpRequest): boolean {
  return method === 'PUT' && jobIdOf(url) !== undefined;
}

/**
 * Stores the file of a job, which may have hashes of passwords: encrypted, part by part, and never as a whole in
 * memory. A later upload replaces an earlier one, until the job starts.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.upload
 */
export async function upload(services: Services, request: HttpRequest): Promise<HttpResponse> {
  const { imports, world } = services;
  const { poolId = '', jobId = '' } = jobIdOf(request.url) ?? {};
  const job = imports.find(poolId, jobId);
  const refusal = job === undefined ? 'Access Denied' : refusalOf(services, job, request.url);
  if (job === undefined || refusal !== undefined) return refuse(403, 'AccessDenied', refusal ?? 'Access Denied');
  if (request.headers['x-amz-server-side-encryption'] !== 'aws:kms') {
    const text =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    return refuse(403, 'SignatureDoesNotMatch', text);
  }
  if (job.status !== 'Created') return refuse(403, 'AccessDenied', 'Access Denied');
  const name = world.randomBytes(16).toString('hex');
  try {
    const rows = await storeParts(services, name, request.upload ?? [Buffer.from(request.body)]);
    if (rows === undefined) {
      imports.removeParts(name);
      return refuse(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    }
    if (!replaceUpload(services, job, name, rows)) return refuse(403, 'AccessDenied', 'Access Denied');
    return { status: 200, headers, body: '' };
  } catch (error) {
    // The caller hung up, or the disk is full.
    imports.removeParts(name);
    throw error;
  }
}

/** Returns how many lines follow the header; undefined for a file that is too large. */
async function storeParts({ imports, world }: Services, name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const purgeAt = world.now() + keptMs;
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let line = 1;
  const store = (part: Buffer): void => {
    // A byte order mark is kept, so that the header with it is refused.
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part).replace(/\n$/, '');
    imports.addPart(name, { firstLine: line, lines }, purgeAt);
    line += lines.split('\n').length;
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    rest = Buffer.concat([rest, chunk]);
    if (rest.length < partBytes) continue;
    const end = rest.lastIndexOf(newline) + 1;
    // Of a line without an end, only the beginning is kept; it is too long for a row in any case.
    if (end === 0) rest = rest.subarray(0, partBytes);
    else {
      store(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) store(rest);
  return Math.max(0, line - 2);
}

/** False if the job was started meanwhile. */
function replaceUpload({ imports, transaction }: Services, { poolId, id }: ImportJob, name: string, rows: number): boolean {
  return transaction(() => {
    const job = imports.find(poolId, id);
    if (job?.status !== 'Created') {
      imports.removeParts(name);
      return false;
    }
    if (job.upload !== null) imports.removeParts(job.upload);
    imports.update({ ...job, upload: name, rows });
    return true;
  });
}

const headers = { 'content-type': 'application/xml', 'cache-control': 'no-store' };

function refuse(status: number, code: string, message: string): HttpResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>\n`;
  return { status, headers, body };
}
