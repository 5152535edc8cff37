import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Database } from '../../data/database.ts';
import type { KeyPair, World } from '../../world/world.ts';
import { all } from './rows.ts';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: JsonWebKey;
}

/**
 * A pool signs its two kinds of tokens with different keys.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.two-keys
 */
export interface PoolKeys {
  readonly access: SigningKey;
  readonly id: SigningKey;
}

export interface SigningKeys {
  /** Generates the pool's keys off the main thread the first time. */
  of(poolId: string): Promise<PoolKeys>;
  /** As `of`, but waits for missing keys on the spot: some 0.1 s, once in a pool's life. */
  now(poolId: string): PoolKeys;
  delete(poolId: string): void;
}

interface Row {
  token_use: 'access' | 'id';
  kid: string;
  public_jwk: string;
  sealed_private_key: Uint8Array;
}

const rsa = { modulusLength: 2048 };
const generate = promisify(generateKeyPair);

export function signingKeys({ sql, seal, open, transaction }: Database, world: World): SigningKeys {
  const select = sql.prepare('SELECT token_use, kid, public_jwk, sealed_private_key FROM signing_key WHERE pool_id = ?');
  const insert = sql.prepare(
    'INSERT OR IGNORE INTO signing_key (pool_id, token_use, kid, public_jwk, sealed_private_key) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = sql.prepare('DELETE FROM signing_key WHERE pool_id = ?');
  const kept = new Map<string, PoolKeys>();
  const pending = new Map<string, Promise<PoolKeys>>();

  function load(poolId: string): PoolKeys | undefined {
    const known = kept.get(poolId);
    if (known) return known;
    const rows = new Map(all<Row>(select, poolId).map((row) => [row.token_use, row]));
    const [access, id] = [rows.get('access'), rows.get('id')];
    if (!access || !id) return undefined;
    const keys = { access: toKey(access, open), id: toKey(id, open) };
    kept.set(poolId, keys);
    return keys;
  }

  /** The first caller who stores keys wins; both callers then use these keys. */
  function store(poolId: string, access: KeyPair, id: KeyPair): PoolKeys {
    transaction(() => {
      for (const [use, { publicKey, privateKey }] of [['access', access] as const, ['id', id] as const]) {
        const kid = world.randomBytes(32).toString('base64');
        const { n, e } = publicKey.export({ format: 'jwk' });
        const jwk = JSON.stringify({ alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' });
        insert.run(poolId, use, kid, jwk, seal(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()));
      }
    });
    const keys = load(poolId);
    if (!keys) throw new Error(`The signing keys of ${poolId} were not stored.`);
    return keys;
  }

  async function make(poolId: string): Promise<PoolKeys> {
    const newPair = async (): Promise<KeyPair> => world.rsaKeyPair?.() ?? generate('rsa', rsa);
    const [access, id] = await Promise.all([newPair(), newPair()]);
    return load(poolId) ?? store(poolId, access, id);
  }

  const newPairNow = (): KeyPair => world.rsaKeyPair?.() ?? generateKeyPairSync('rsa', rsa);

  return {
    async of(poolId) {
      const keys = load(poolId);
      if (keys) return keys;
      const made = pending.get(poolId) ?? make(poolId).finally(() => pending.delete(poolId));
      pending.set(poolId, made);
      return made;
    },
    now: (poolId) => load(poolId) ?? store(poolId, newPairNow(), newPairNow()),
    delete(poolId) {
      remove.run(poolId);
      kept.delete(poolId);
    },
  };
}

function toKey(row: Row, open: Database['open']): SigningKey {
  // Only `store` writes this.
  const jwk = JSON.parse(row.public_jwk) as JsonWebKey;
  return {
    kid: row.kid,
    privateKey: createPrivateKey(open(row.sealed_private_key)),
    publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
    jwk,
  };
}
