import { encipher, expandKey, initialState } from './blowfish.ts';

const noSalt = new Uint32Array(4);
/** Passwords that are longer count up to here. */
const keyBytes = 72;
const digestBytes = 23;

/**
 * bcrypt as in OpenBSD, which Node does not have. A cost of 10 takes about 100 ms.
 * https://www.usenix.org/legacy/publications/library/proceedings/usenix99/provos/provos_html/node5.html
 */
export function bcrypt(password: string, salt: Buffer, cost: number): Buffer {
  const key = keyWords(Buffer.from(`${password}\0`, 'utf8').subarray(0, keyBytes));
  const saltWords = wordsOf(salt);
  const state = initialState();
  expandKey(state, key, saltWords);
  for (let round = 2 ** cost; round > 0; round -= 1) {
    expandKey(state, key, noSalt);
    expandKey(state, saltWords, noSalt);
  }
  const text = wordsOf(Buffer.from('OrpheanBeholderScryDoubt', 'latin1'));
  for (let at = 0; at < text.length; at += 2) for (let time = 0; time < 64; time += 1) encipher(state, text, at);
  const digest = Buffer.alloc(text.length * 4);
  for (const [at, word] of text.entries()) digest.writeUInt32BE(word, at * 4);
  return digest.subarray(0, digestBytes);
}

const ownAlphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with the alphabet of bcrypt. */
export function fromBcrypt64(text: string): Buffer {
  const usual = [...text].map((letter) => base64Alphabet.charAt(ownAlphabet.indexOf(letter))).join('');
  return Buffer.from(usual, 'base64');
}

function wordsOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4));
}

/** The key is repeated byte by byte until it fills the 18 subkeys. */
function keyWords(bytes: Buffer): Uint32Array {
  return wordsOf(Buffer.alloc(keyBytes, bytes));
}
