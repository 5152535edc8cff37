import type { World } from './world.ts';

/**
 * A string of `length` characters, each equally likely: bytes that would favour the first letters of the alphabet are
 * discarded.
 */
export function randomString(world: World, alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length);
  let result = '';
  while (result.length < length) {
    for (const byte of world.randomBytes(length)) {
      if (byte < fair && result.length < length) result += alphabet.charAt(byte % alphabet.length);
    }
  }
  return result;
}

export const digits = '0123456789';
export const lowercaseAlphanumerics = `abcdefghijklmnopqrstuvwxyz${digits}`;
export const alphanumerics = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${lowercaseAlphanumerics}`;

/** RFC 9562 version 4. */
export function uuid(world: World): string {
  return uuidText(world.randomBytes(16), 4);
}

/** RFC 9562 version 7: later ids are greater, so that rows with such a key are stored in order. */
export function timeOrderedUuid(world: World): string {
  const bytes = world.randomBytes(16);
  bytes.writeUIntBE(world.now(), 0, 6);
  return uuidText(bytes, 7);
}

function uuidText(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
