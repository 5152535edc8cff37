import type { DatabaseSync } from 'node:sqlite';

const everyMs = 200;
const rowsPerTable = 200;

/**
 * Removes what has expired, in passing: at most once in 200 ms and 200 rows of a table each time, so that no request waits long
 * and the store still keeps up with a thousand sign-ins a second.
 */
export function purger(sql: DatabaseSync): (now: number) => void {
  const statements = [
    `DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE purge_at < ? LIMIT ${rowsPerTable})`,
    `DELETE FROM sign_in WHERE event_id IN (SELECT event_id FROM sign_in WHERE purge_at < ? LIMIT ${rowsPerTable})`,
    `DELETE FROM passkey_challenge WHERE hash IN (SELECT hash FROM passkey_challenge WHERE expires_at < ? LIMIT ${rowsPerTable})`,
    `DELETE FROM device WHERE device_key IN (SELECT device_key FROM device WHERE purge_at < ? LIMIT ${rowsPerTable})`,
    `DELETE FROM sign_in_device WHERE event_id IN (SELECT event_id FROM sign_in_device WHERE purge_at < ? LIMIT ${rowsPerTable})`,
    `DELETE FROM refresh_token WHERE hash IN (SELECT hash FROM refresh_token WHERE purge_at < ? LIMIT ${rowsPerTable})`,
    ...['code', 'counter'].map((table) => {
      const key = table === 'code' ? 'pool_id, subject, purpose' : 'pool_id, subject, kind';
      return `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE expires_at < ? LIMIT ${rowsPerTable})`;
    }),
  ].map((statement) => sql.prepare(statement));
  let last = Number.NEGATIVE_INFINITY;
  return (now) => {
    // A clock that was put back is past nothing.
    if (now >= last && now < last + everyMs) return;
    last = now;
    for (const statement of statements) statement.run(now);
  };
}
