import type { DatabaseSync } from 'node:sqlite';

const rowsPerTable = 1_000;

/**
 * Removes what has expired, at most 1,000 rows per table and call, so that no request waits long. Called every second,
 * it keeps up with a thousand sign-ins per second.
 */
export function purger(sql: DatabaseSync): (now: number) => void {
  const statements = [
    ['session', 'hash', 'purge_at'],
    ['sign_in', 'event_id', 'purge_at'],
    ['passkey_challenge', 'hash', 'expires_at'],
    ['device', 'device_key', 'purge_at'],
    ['sign_in_device', 'event_id', 'purge_at'],
    ['token_session', 'id', 'purge_at'],
    ['refresh_token', 'hash', 'purge_at'],
    ['authorization_code', 'hash', 'purge_at'],
    ['sso_session', 'hash', 'expires_at'],
    ['provider_sign_in', 'hash', 'expires_at'],
    ['user_import_part', 'id', 'purge_at'],
    ['user_import_log', 'id', 'purge_at'],
    ['code', 'pool_id, subject, purpose', 'expires_at'],
    ['counter', 'pool_id, subject, kind', 'expires_at'],
  ].map(([table, key, expiry]) =>
    sql.prepare(`DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${expiry} < ? LIMIT ${rowsPerTable})`),
  );
  return (now) => {
    for (const statement of statements) statement.run(now);
  };
}
