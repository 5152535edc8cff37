import type { DatabaseSync } from 'node:sqlite';
import { all, one } from '../rows.ts';

export interface Group {
  readonly poolId: string;
  readonly name: string;
  readonly description: string | null;
  readonly roleArn: string | null;
  /** 0 comes first; null comes last. */
  readonly precedence: number | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface GroupStore {
  find(poolId: string, name: string): Group | undefined;
  /** Stores a group, replacing one with the same name. */
  put(group: Group): void;
  /** Also removes its memberships. */
  remove(poolId: string, name: string): void;
  /** Sorted by name. */
  after(poolId: string, name: string, limit: number): Group[];
  count(poolId: string): number;
  /** Sorted by precedence, then by name. */
  ofUser(userId: number): Group[];
  /** Sorted by name. */
  ofUserAfter(userId: number, name: string, limit: number): Group[];
  /** The ids of its members, in the order in which they were added to the pool. */
  membersAfter(poolId: string, name: string, userId: number, limit: number): number[];
  /** Joining again changes nothing. */
  join(userId: number, poolId: string, name: string): void;
  leave(userId: number, name: string): void;
  /** Removes a user from all their groups. */
  removeUser(userId: number): void;
  deleteAll(poolId: string): void;
  /** The group that was created for a template's resource. */
  nameOf(logicalId: string): { readonly poolId: string; readonly name: string } | undefined;
  nameResource(logicalId: string, poolId: string, name: string): void;
}

interface Row {
  pool_id: string;
  name: string;
  description: string | null;
  role_arn: string | null;
  precedence: number | null;
  created_at: number;
  modified_at: number;
}

export function groupStore(sql: DatabaseSync): GroupStore {
  const joined =
    'SELECT g.* FROM group_member m JOIN user_group g ON g.pool_id = m.pool_id AND g.name = m.name WHERE m.user_id = ?';
  const find = sql.prepare('SELECT * FROM user_group WHERE pool_id = ? AND name = ?');
  const put = sql.prepare(`INSERT INTO user_group (pool_id, name, description, role_arn, precedence, created_at, modified_at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pool_id, name) DO UPDATE SET description = excluded.description,
    role_arn = excluded.role_arn, precedence = excluded.precedence, modified_at = excluded.modified_at`);
  const remove = sql.prepare('DELETE FROM user_group WHERE pool_id = ? AND name = ?');
  const removeMembers = sql.prepare('DELETE FROM group_member WHERE pool_id = ? AND name = ?');
  const after = sql.prepare('SELECT * FROM user_group WHERE pool_id = ? AND name > ? ORDER BY name LIMIT ?');
  const count = sql.prepare('SELECT count(*) AS groups FROM user_group WHERE pool_id = ?');
  const ofUser = sql.prepare(`${joined} ORDER BY g.precedence IS NULL, g.precedence, g.name`);
  const ofUserAfter = sql.prepare(`${joined} AND m.name > ? ORDER BY m.name LIMIT ?`);
  const members = sql.prepare(
    'SELECT user_id AS id FROM group_member WHERE pool_id = ? AND name = ? AND user_id > ? ORDER BY user_id LIMIT ?',
  );
  const join = sql.prepare('INSERT OR IGNORE INTO group_member (user_id, pool_id, name) VALUES (?, ?, ?)');
  const leave = sql.prepare('DELETE FROM group_member WHERE user_id = ? AND name = ?');
  const removeUser = sql.prepare('DELETE FROM group_member WHERE user_id = ?');
  const deletions = ['group_member', 'user_group'].map((table) => sql.prepare(`DELETE FROM ${table} WHERE pool_id = ?`));
  const nameOf = sql.prepare('SELECT pool_id AS poolId, name FROM group_resource WHERE logical_id = ?');
  const nameResource = sql.prepare('INSERT OR REPLACE INTO group_resource (logical_id, pool_id, name) VALUES (?, ?, ?)');
  return {
    find(poolId, name) {
      const row = one<Row>(find, poolId, name);
      return row && toGroup(row);
    },
    put: (g) => void put.run(g.poolId, g.name, g.description, g.roleArn, g.precedence, g.createdAt, g.modifiedAt),
    remove(poolId, name) {
      removeMembers.run(poolId, name);
      remove.run(poolId, name);
    },
    after: (poolId, name, limit) => all<Row>(after, poolId, name, limit).map(toGroup),
    count: (poolId) => one<{ groups: number }>(count, poolId)?.groups ?? 0,
    ofUser: (userId) => all<Row>(ofUser, userId).map(toGroup),
    ofUserAfter: (userId, name, limit) => all<Row>(ofUserAfter, userId, name, limit).map(toGroup),
    membersAfter: (poolId, name, userId, limit) => all<{ id: number }>(members, poolId, name, userId, limit).map(({ id }) => id),
    join: (userId, poolId, name) => void join.run(userId, poolId, name),
    leave: (userId, name) => void leave.run(userId, name),
    removeUser: (userId) => void removeUser.run(userId),
    deleteAll(poolId) {
      for (const deletion of deletions) deletion.run(poolId);
    },
    nameOf: (logicalId) => one<{ poolId: string; name: string }>(nameOf, logicalId),
    nameResource: (logicalId, poolId, name) => void nameResource.run(logicalId, poolId, name),
  };
}

function toGroup(row: Row): Group {
  return {
    poolId: row.pool_id,
    name: row.name,
    description: row.description,
    roleArn: row.role_arn,
    precedence: row.precedence,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
