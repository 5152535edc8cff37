const rounds = 16;
const subkeys = rounds + 2;
const boxWords = 256;
const wordBits = 32;

/** The state of a Blowfish cipher: 18 subkeys, then four boxes of 256 words. */
export type State = Uint32Array;

/** A state that no key has changed yet: the first bits of the fraction of π (https://www.schneier.com/academic/blowfish/). */
export function initialState(): State {
  return Uint32Array.from(piWords());
}

/** Enciphers the two words at `at` and `at + 1` of `data` in place. */
export function encipher(state: State, data: Uint32Array, at: number): void {
  let left = data[at] ?? 0;
  let right = data[at + 1] ?? 0;
  for (let round = 0; round < rounds; round += 1) {
    left ^= state[round] ?? 0;
    right ^= mixed(state, left);
    [left, right] = [right, left];
  }
  data[at] = right ^ (state[rounds + 1] ?? 0);
  data[at + 1] = left ^ (state[rounds] ?? 0);
}

/** Changes the state by a key, and by a salt of four words (Provos and Mazières, "A Future-Adaptable Password Scheme"). */
export function expandKey(state: State, key: Uint32Array, salt: Uint32Array): void {
  for (let at = 0; at < subkeys; at += 1) state[at] = (state[at] ?? 0) ^ (key[at % key.length] ?? 0);
  const block = new Uint32Array(2);
  for (let at = 0; at < state.length; at += 2) {
    block[0] = (block[0] ?? 0) ^ (salt[at % salt.length] ?? 0);
    block[1] = (block[1] ?? 0) ^ (salt[(at + 1) % salt.length] ?? 0);
    encipher(state, block, 0);
    state[at] = block[0];
    state[at + 1] = block[1];
  }
}

function mixed(state: State, word: number): number {
  const box = (number: number, byte: number): number => state[subkeys + number * boxWords + (byte & 0xff)] ?? 0;
  return (((box(0, word >>> 24) + box(1, word >>> 16)) ^ box(2, word >>> 8)) + box(3, word)) | 0;
}

let kept: readonly number[] | undefined;

/** Computed once, with Machin's formula, in some 30 ms: π = 16 arccot 5 − 4 arccot 239. */
function piWords(): readonly number[] {
  if (kept) return kept;
  const words = subkeys + 4 * boxWords;
  const guardBits = 64;
  const one = 1n << BigInt(words * wordBits + guardBits);
  const pi = 16n * arccot(5n, one) - 4n * arccot(239n, one);
  const hex = ((pi % one) >> BigInt(guardBits)).toString(16).padStart(words * 8, '0');
  kept = Array.from({ length: words }, (_, at) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16));
  return kept;
}

function arccot(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let divisor = 3n, sign = -1n; power > 0n; divisor += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / divisor;
  }
  return sum;
}
