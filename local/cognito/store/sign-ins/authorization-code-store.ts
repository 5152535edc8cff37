import type { Database } from '../../../data/database.ts';
import { one } from '../rows.ts';
import type { Grant } from './sign-in-store.ts';

/** What the tokens for a code are made of, and what whoever redeems it must match. */
export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  /** The S256 challenge (RFC 7636); null for a request without PKCE. */
  readonly codeChallenge: string | null;
  readonly nonce: string | null;
  readonly amr: readonly string[];
  /** Seconds since the epoch. */
  readonly authTime: number;
  /** Of the user, when the code was issued: a new password or a global sign-out makes the code useless. */
  readonly credential: number;
  readonly generation: number;
  /** What PreTokenGeneration changes in the tokens. */
  readonly changes: object;
}

interface AuthorizationCode {
  readonly clientId: string;
  readonly userId: number;
  readonly grant: CodeGrant;
  readonly used: boolean;
  /** The sign-in that it was redeemed for. */
  readonly eventId: string | null;
  readonly expiresAt: number;
}

export interface AuthorizationCodeStore {
  insert(hash: Uint8Array, code: Pick<AuthorizationCode, 'clientId' | 'userId' | 'grant' | 'expiresAt'>): void;
  find(hash: Uint8Array): AuthorizationCode | undefined;
  /** False if it was used before: of two concurrent requests only one wins. */
  use(hash: Uint8Array): boolean;
  redeemed(hash: Uint8Array, eventId: string): void;
}

/** How long a code is remembered after its end, so that a second use is recognized as one. */
const rememberedMs = 3_600_000;

interface Row {
  client_id: string;
  user_id: number;
  sealed_grant: Uint8Array;
  used: number;
  event_id: string | null;
  expires_at: number;
}

export function authorizationCodeStore({ sql, seal, open }: Pick<Database, 'sql' | 'seal' | 'open'>): AuthorizationCodeStore {
  const insert = sql.prepare(`INSERT INTO authorization_code (hash, client_id, user_id, sealed_grant, used, expires_at, purge_at)
    VALUES (?, ?, ?, ?, 0, ?, ?)`);
  const find = sql.prepare('SELECT * FROM authorization_code WHERE hash = ?');
  const use = sql.prepare('UPDATE authorization_code SET used = 1 WHERE hash = ? AND used = 0');
  const redeemed = sql.prepare('UPDATE authorization_code SET event_id = ? WHERE hash = ?');
  return {
    insert(hash, { clientId, userId, grant, expiresAt }) {
      insert.run(hash, clientId, userId, seal(JSON.stringify(grant)), expiresAt, expiresAt + rememberedMs);
    },
    find(hash) {
      const row = one<Row>(find, hash);
      return (
        row && {
          clientId: row.client_id,
          userId: row.user_id,
          // Only `insert` writes this.
          grant: JSON.parse(open(row.sealed_grant)) as CodeGrant,
          used: row.used === 1,
          eventId: row.event_id,
          expiresAt: row.expires_at,
        }
      );
    },
    use: (hash) => use.run(hash).changes === 1,
    redeemed: (hash, eventId) => void redeemed.run(eventId, hash),
  };
}
