import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../data/database.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http/http-message.ts';
import type { World } from '../world.ts';

export interface KmsOptions {
  /** Keeps the data keys: what `Decrypt` is given back is sealed under the data directory's key, and stands for whatever key it names. */
  readonly database: Pick<Database, 'seal' | 'open'>;
  readonly world: World;
  /** Who may decrypt: the access key id that the functions, and nobody else, are started with. */
  readonly accessKeyId: string;
}

type Context = Readonly<Record<string, string>>;

export interface Kms {
  /** As KMS's operation of that name: 32 bytes, and the blob that gives them back to `Decrypt`. Any key that is named exists. */
  generateDataKey(keyArn: string, context: Context): { plaintext: Uint8Array; ciphertext: Uint8Array };
  /** `Decrypt`; refuses everything else by name. */
  readonly handle: HttpHandler;
}

/** Whether a request to the Cognito port is meant for KMS. */
export function isForKms({ headers }: HttpRequest): boolean {
  return headers['x-amz-target']?.startsWith('TrentService.') ?? false;
}

/** As much of AWS KMS as a custom sender's function needs to read its codes (https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html). */
export function createKms({ database, world, accessKeyId }: KmsOptions): Kms {
  return {
    generateDataKey(keyArn, context) {
      const plaintext = world.randomBytes(32);
      const sealed = database.seal(JSON.stringify({ keyArn, context, key: plaintext.toString('base64') }));
      return { plaintext, ciphertext: sealed };
    },
    async handle({ headers, body }) {
      const action = headers['x-amz-target']?.split('.')[1] ?? '';
      if (!headers['authorization']?.includes(`Credential=${accessKeyId}/`)) {
        return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
      }
      if (action !== 'Decrypt')
        return refuse('NotImplementedException', `${action} is not implemented by the local runtime.`, 501);
      const { CiphertextBlob, EncryptionContext = {}, KeyId } = JSON.parse(body);
      const dataKey = unsealed(database, String(CiphertextBlob));
      if (!dataKey || !isDeepStrictEqual(dataKey.context, EncryptionContext)) return refuse('InvalidCiphertextException', '');
      if (KeyId !== undefined && KeyId !== dataKey.keyArn) {
        return refuse(
          'IncorrectKeyException',
          'The key ID in the request does not identify a CMK that can perform this operation.',
        );
      }
      return answer(200, { KeyId: dataKey.keyArn, Plaintext: dataKey.key, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    },
  };
}

function unsealed({ open }: Pick<Database, 'open'>, blob: string): { keyArn: string; context: Context; key: string } | undefined {
  try {
    // What is sealed under the data directory's key, `generateDataKey` has sealed, or another store of ours: those have no `keyArn`.
    const opened = JSON.parse(open(Buffer.from(blob, 'base64')));
    return typeof opened?.keyArn === 'string' ? opened : undefined;
  } catch {
    return undefined;
  }
}

function refuse(type: string, message: string, status = 400): HttpResponse {
  return answer(status, { __type: type, message });
}

function answer(status: number, body: Record<string, unknown>): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
