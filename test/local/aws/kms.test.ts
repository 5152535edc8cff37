import { expect, test } from 'vitest';
import { createKms } from '../../../local/aws/kms.ts';
import { kmsProtocol } from '../../../local/aws/protocol/protocols.ts';
import { openDatabase } from '../../../local/data/database.ts';
import { realWorld } from '../../../local/world/world.ts';
import { behindDoor, functionsKeyId } from '../../support/local/aws.ts';
import { request } from '../../support/local/requests.ts';

const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/1';
const context = { 'userpool-id': 'us-east-1_x' };
const database = openDatabase(':memory:');
const kms = createKms({ database, world: realWorld });
const handle = behindDoor({ ...kmsProtocol, operations: { Decrypt: kms.decrypt } });

async function call(body: object, action = 'Decrypt', accessKeyId = functionsKeyId) {
  const headers = { 'x-amz-target': `TrentService.${action}`, authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/x` };
  const { status, body: answer } = await handle(request('/', headers, { method: 'POST', body: JSON.stringify(body) }));
  return { status, ...JSON.parse(String(answer)) };
}

test('Decrypt gives a data key back, under its key and in its context', async () => {
  const { plaintext, ciphertext } = kms.generateDataKey(keyArn, context);
  const CiphertextBlob = Buffer.from(ciphertext).toString('base64');
  const decrypted = { status: 200, KeyId: keyArn, Plaintext: Buffer.from(plaintext).toString('base64') };
  expect(await call({ CiphertextBlob, EncryptionContext: context })).toMatchObject(decrypted);
  expect(await call({ CiphertextBlob, EncryptionContext: context, KeyId: keyArn })).toMatchObject(decrypted);
  const invalid = { status: 400, __type: 'InvalidCiphertextException' };
  expect(await call({ CiphertextBlob })).toMatchObject(invalid);
  expect(await call({ CiphertextBlob, EncryptionContext: { 'userpool-id': 'another' } })).toMatchObject(invalid);
  expect(await call({ CiphertextBlob: CiphertextBlob.slice(4), EncryptionContext: context })).toMatchObject(invalid);
  const another = { CiphertextBlob, EncryptionContext: context, KeyId: `${keyArn}2` };
  expect(await call(another)).toMatchObject({ status: 400, __type: 'IncorrectKeyException' });
});

test('what other stores have encrypted is not accepted as a data key', async () => {
  const CiphertextBlob = Buffer.from(database.seal('"a secret"')).toString('base64');
  expect(await call({ CiphertextBlob })).toMatchObject({ __type: 'InvalidCiphertextException' });
});

test('is for functions alone, and refuses other operations by name', async () => {
  expect(await call({}, 'Decrypt', 'AKIASOMEBODY')).toMatchObject({ __type: 'UnrecognizedClientException' });
  expect(await call({}, 'Encrypt')).toMatchObject({ status: 501, message: 'Encrypt is not implemented by the local runtime.' });
});
