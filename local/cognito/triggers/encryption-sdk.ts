import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DataKey } from '../invoke-trigger.ts';

const version = 1;
const customerAuthenticatedEncryptedData = 0x80;
/** AES-256-GCM with an IV of 12 bytes and a tag of 16, HKDF with SHA-256, unsigned. */
const algorithm = uint(0x0178, 2);
const notFramed = 1;
const iv = Buffer.from('000000000000000000000001', 'hex');
const headerIv = Buffer.alloc(12);

/**
 * Encrypts a text like the AWS Encryption SDK, in message format 1. The function of a custom sender decrypts it with
 * that SDK.
 * https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export function encryptMessage(
  text: string,
  dataKey: DataKey,
  keyArn: string,
  context: Readonly<Record<string, string>>,
): Buffer {
  const messageId = randomBytes(16);
  const key = Buffer.from(hkdfSync('sha256', dataKey.plaintext, Buffer.alloc(0), Buffer.concat([algorithm, messageId]), 32));
  const header = Buffer.concat([
    Buffer.of(version, customerAuthenticatedEncryptedData),
    algorithm,
    messageId,
    counted(serialized(context)),
    uint(1, 2),
    counted(Buffer.from('aws-kms')),
    counted(Buffer.from(keyArn)),
    counted(Buffer.from(dataKey.ciphertext)),
    Buffer.of(notFramed),
    uint(0, 4),
    Buffer.of(iv.length),
    uint(0, 4),
  ]);
  const plain = Buffer.from(text, 'utf8');
  const length = Buffer.concat([uint(0, 4), uint(plain.length, 4)]);
  const bodyContext = Buffer.concat([messageId, Buffer.from('AWSKMSEncryptionClient Single Block'), uint(1, 4), length]);
  const seal = sealed(key, headerIv, Buffer.alloc(0), header);
  return Buffer.concat([header, headerIv, seal.tag, iv, length, ...Object.values(sealed(key, iv, plain, bodyContext))]);
}

function sealed(key: Buffer, nonce: Buffer, plain: Buffer, context: Buffer): { ciphertext: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}

/** The pairs, sorted by name. */
function serialized(context: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(context).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat([uint(pairs.length, 2), ...pairs.flat().map((part) => counted(Buffer.from(part, 'utf8')))]);
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([uint(bytes.length, 2), bytes]);
}

function uint(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}
