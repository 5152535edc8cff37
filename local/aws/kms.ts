import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../data/database.ts';
import type { World } from '../world/world.ts';
import { AwsError, type Operation } from './protocol/service.ts';

export interface KmsOptions {
  /** Data keys are encrypted with the data directory's key, which stands for every KMS key in a request. */
  readonly database: Pick<Database, 'seal' | 'open'>;
  readonly world: World;
}

type Context = Readonly<Record<string, string>>;

export interface Kms {
  /** Like the KMS operation: 32 bytes, and the blob that `Decrypt` restores them from. Every key exists. */
  generateDataKey(keyArn: string, context: Context): { plaintext: Uint8Array; ciphertext: Uint8Array };
  /** https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html */
  readonly decrypt: Operation;
}

/** The part of AWS KMS that the function of a custom sender needs to read its codes. */
export function createKms({ database, world }: KmsOptions): Kms {
  return {
    generateDataKey(keyArn, context) {
      const plaintext = world.randomBytes(32);
      const sealed = database.seal(JSON.stringify({ keyArn, context, key: plaintext.toString('base64') }));
      return { plaintext, ciphertext: sealed };
    },
    decrypt({ CiphertextBlob, EncryptionContext = {}, KeyId }) {
      const dataKey = unsealed(database, String(CiphertextBlob));
      if (dataKey === undefined || !isDeepStrictEqual(dataKey.context, EncryptionContext)) {
        throw new AwsError('InvalidCiphertextException', '');
      }
      if (KeyId !== undefined && KeyId !== dataKey.keyArn) {
        const text = 'The key ID in the request does not identify a CMK that can perform this operation.';
        throw new AwsError('IncorrectKeyException', text);
      }
      return { KeyId: dataKey.keyArn, Plaintext: dataKey.key, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
  };
}

interface DataKey {
  readonly keyArn: string;
  readonly context: Context;
  readonly key: string;
}

function unsealed({ open }: Pick<Database, 'open'>, blob: string): DataKey | undefined {
  try {
    // Other parts of the local runtime encrypt with the same key; their values have no `keyArn`.
    const opened = JSON.parse(open(Buffer.from(blob, 'base64')));
    return typeof opened?.keyArn === 'string' ? opened : undefined;
  } catch {
    return undefined;
  }
}
