import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../../errors/command-error.ts';

/**
 * Uploads a file to the URL of a job, as fast as it is taken. The URL is a secret, and no error has it.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.upload
 */
export async function uploadFile(url: string, bytes: number, lines: AsyncIterable<string>): Promise<void> {
  const { protocol } = new URL(url);
  const { request } = process.getBuiltinModule(protocol === 'http:' ? 'node:http' : 'node:https');
  const headers = { 'content-length': bytes, 'content-type': 'text/csv', 'x-amz-server-side-encryption': 'aws:kms' };
  const call = request(url, { method: 'PUT', headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => call.once('response', resolve).once('error', reject));
  let text = '';
  let status: number | undefined;
  try {
    const [response] = await Promise.all([answered, pipeline(Readable.from(lines), call)]);
    status = response.statusCode;
    for await (const chunk of response) text += String(chunk);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(`The file could not be uploaded (${code}). Run the command again.`);
  }
  if (status === 200) return;
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? 'no reason';
  throw new CommandError(`The upload of the file was refused with HTTP ${status} (${code}). Run the command again.`);
}
