import type { GroupType, ListUsersInGroupCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { linesOf } from '../lines.ts';
import type { Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import type { Target } from '../target.ts';
import type { Files, State } from './files.ts';
import type { Pace } from './pace.ts';
import { groupLine, memberLine } from './rows.ts';
import { isStaleToken } from './stale-token.ts';

interface Work {
  readonly target: Target;
  readonly pool: Pool;
  readonly files: Files;
  readonly pace: Pace;
  readonly progress: Progress;
}

/** Groups with their members, in the order of their names, so that an export that was ended knows where it was. */
export async function exportGroups(work: Work, from: State): Promise<{ groups: number; members: number }> {
  let state = from;
  for (const group of await listGroups(work)) {
    if (from.lastGroup !== undefined && (group.GroupName ?? '') <= from.lastGroup) continue;
    state = await exportGroup(work, state, group);
  }
  return counted(work.files.morePath);
}

async function exportGroup({ target, pool, files, pace, progress }: Work, from: State, group: GroupType): Promise<State> {
  const { cognito, userPoolId: UserPoolId } = target;
  const name = group.GroupName ?? '';
  const list = (token: string | undefined): Promise<ListUsersInGroupCommandOutput> =>
    pace(() =>
      cognito.listUsersInGroup({ UserPoolId, GroupName: name, Limit: 60, ...(token !== undefined && { NextToken: token }) }),
    );
  const isResumed = from.group?.name === name;
  const startBytes = isResumed ? (from.group?.startBytes ?? 0) : from.moreBytes;
  let state = from;
  let token = isResumed ? from.group?.token : undefined;
  let isNew = token === undefined;
  do {
    let page: ListUsersInGroupCommandOutput;
    try {
      page = await list(token);
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return state;
      if (token === undefined || !isStaleToken(error)) throw error;
      state = files.cut({ ...state, moreBytes: startBytes });
      isNew = true;
      page = await list(undefined);
    }
    token = page.NextToken;
    const members = (page.Users ?? []).map((user) => memberLine(pool, name, user)).join('');
    const before = state;
    state = await files.write('', (isNew ? groupLine(group) : '') + members, (lengths) => ({
      ...before,
      ...lengths,
      ...(token === undefined ? { lastGroup: name, group: undefined } : { group: { name, token, startBytes } }),
    }));
    isNew = false;
    progress.at(state.users, Math.max(pool.users, state.users));
  } while (token !== undefined);
  return state;
}

/** A pool has at most 10,000 groups. */
async function listGroups({ target: { cognito, userPoolId: UserPoolId } }: Work): Promise<GroupType[]> {
  const groups: GroupType[] = [];
  let NextToken: string | undefined;
  do {
    const page = await cognito.listGroups({ UserPoolId, Limit: 60, ...(NextToken !== undefined && { NextToken }) });
    groups.push(...(page.Groups ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return groups.toSorted((one, other) => ((one.GroupName ?? '') < (other.GroupName ?? '') ? -1 : 1));
}

async function counted(morePath: string): Promise<{ groups: number; members: number }> {
  const counts = { groups: 0, members: 0 };
  for await (const { text = '' } of linesOf(morePath)) {
    if (text.startsWith('{"group"')) counts.groups += 1;
    if (text.startsWith('{"member"')) counts.members += 1;
  }
  return counts;
}
