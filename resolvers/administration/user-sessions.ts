import { toSession } from '../account/session.ts';
import { drained } from '../aws/many.ts';
import type { Session } from '../generated/schema.ts';
import type { AdminContext } from './contexts.ts';

export async function sessionsOf(
  { cognito, userPoolId: UserPoolId }: Pick<AdminContext, 'cognito' | 'userPoolId'>,
  { username: Username }: { readonly username: string },
): Promise<Session[]> {
  const sessions = await drained(async (NextToken) => {
    const { Sessions = [], NextToken: next } = await cognito.send('AdminListUserSessions', {
      UserPoolId,
      Username,
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Sessions, next };
  });
  return sessions.map(toSession);
}
