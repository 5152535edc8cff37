import type { SessionDescriptionType } from '@aws-sdk/client-cognito-identity-provider';
import type { Plain } from '../aws/json-protocol.ts';
import type { Session } from '../generated/schema.ts';
import { toDateTime } from './date-time.ts';

export function toSession(session: Plain<SessionDescriptionType>): Session {
  return {
    sessionId: session.SessionId ?? '',
    isCurrent: session.IsCurrentSession ?? false,
    createdAt: toDateTime(session.CreateDate),
    lastActiveAt: toDateTime(session.LastActiveDate),
    device: session.DeviceType ?? null,
    ipAddress: session.LastIPAddress ?? null,
  };
}
