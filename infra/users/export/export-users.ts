import type { ListUsersCommandOutput, UserType } from '@aws-sdk/client-cognito-identity-provider';
import { lineOf } from '../csv.ts';
import { linesOf } from '../lines.ts';
import { describePool, type Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import type { Target } from '../target.ts';
import { type Files, openFiles, type State } from './files.ts';
import { exportGroups } from './groups.ts';
import { type Pace, paceOf } from './pace.ts';
import { losesLineBreaks, rowOf, subOf, userLine } from './rows.ts';
import { isStaleToken } from './stale-token.ts';

export interface ExportOptions {
  readonly target: Target;
  readonly path: string;
  /** Whether to ask for the second factors of each user, which costs a request each. */
  readonly asksFactors: boolean;
  readonly progress: Progress;
  readonly print: (line: string) => void;
}

interface Work extends ExportOptions {
  readonly pool: Pool;
  readonly files: Files;
  readonly pace: Pace;
}

const perPage = 60;

/**
 * Writes all users of a pool to a file that can be imported, and everything else to another one. An export that was
 * ended goes on where it was. A user who exists from the beginning to the end is in it once.
 */
export async function exportUsers(options: ExportOptions): Promise<number> {
  const { target, path, progress, print } = options;
  const pool = await describePool(target);
  const files = await openFiles(path, target.userPoolId, pool.header);
  try {
    const work: Work = { ...options, pool, files, pace: paceOf(target) };
    if (files.resumed !== undefined) print(`Going on after ${files.resumed.users.toLocaleString('en')} users.`);
    const { state, broken } = await exportAllUsers(work, files.resumed ?? (await begin(work)));
    const { groups, members } = await exportGroups(work, state);
    await files.finish();
    progress.end();
    const number = (value: number): string => value.toLocaleString('en');
    print(
      `${number(state.users)} users in ${path}; their states, ${number(groups)} groups and ${number(members)} memberships in ${files.morePath}.`,
    );
    if (broken > 0) print(`In the values of ${number(broken)} users, a line break became a space: the format has none.`);
    return 0;
  } finally {
    await files.close();
  }
}

function begin({ target, pool, files }: Work): Promise<State> {
  return files.write(lineOf(pool.header), '', (lengths) => ({
    userPoolId: target.userPoolId,
    header: pool.header,
    users: 0,
    usersToken: undefined,
    lastGroup: undefined,
    group: undefined,
    ...lengths,
  }));
}

async function exportAllUsers(work: Work, from: State): Promise<{ state: State; broken: number }> {
  const { pool, files, progress, print } = work;
  let state = from;
  let broken = 0;
  // If the list had to be begun anew: who is exported already.
  let known: ReadonlySet<string> | undefined;
  for (let isFirst = true; state.usersToken !== null; isFirst = false) {
    let page: ListUsersCommandOutput;
    try {
      page = await listUsers(work, state.usersToken);
    } catch (error) {
      if (!isFirst || state.usersToken === undefined || !isStaleToken(error)) throw error;
      progress.end();
      print('The place in the list of users has expired; the list is read again from its beginning.');
      known = await exportedSubs(files.morePath);
      page = await listUsers(work, undefined);
    }
    const users = (page.Users ?? []).filter((user) => !known?.has(subOf(user)));
    const factors = await factorsOf(work, users);
    // A user of another identity provider has no password here, and no import makes one.
    const rows = users.map((user, at) => (user.UserStatus === 'EXTERNAL_PROVIDER' ? '' : rowOf(pool, user, factors[at])));
    const more = users.map((user, at) => userLine(pool, user, factors[at]));
    broken += users.filter(losesLineBreaks).length;
    const { PaginationToken: usersToken = null } = page;
    const before = state;
    state = await files.write(rows.join(''), more.join(''), (lengths) => ({
      ...before,
      ...lengths,
      users: before.users + users.length,
      usersToken,
    }));
    progress.at(state.users, Math.max(pool.users, state.users));
  }
  return { state, broken };
}

function listUsers({ target, pace }: Work, token: string | undefined): Promise<ListUsersCommandOutput> {
  const { cognito, userPoolId: UserPoolId } = target;
  return pace(() => cognito.listUsers({ UserPoolId, Limit: perPage, ...(token !== undefined && { PaginationToken: token }) }));
}

/** For each user, or undefined if the factors are not asked for. Users who are gone meanwhile have none. */
async function factorsOf({ target, asksFactors, pace }: Work, users: readonly UserType[]) {
  const { cognito, userPoolId: UserPoolId } = target;
  const factors: (readonly string[] | undefined)[] = [];
  if (!asksFactors) return factors;
  for (const { Username } of users) {
    try {
      const { UserMFASettingList = [] } = await pace(() => cognito.adminGetUser({ UserPoolId, Username }));
      factors.push(UserMFASettingList);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'UserNotFoundException') throw error;
      factors.push([]);
    }
  }
  return factors;
}

async function exportedSubs(morePath: string): Promise<ReadonlySet<string>> {
  const subs = new Set<string>();
  for await (const { text = '' } of linesOf(morePath)) {
    const { user } = JSON.parse(text);
    if (typeof user?.sub === 'string') subs.add(user.sub);
  }
  return subs;
}
