import type { UserPools } from '../cognito/server/user-pools.ts';
import { AwsError, notImplemented, type Operation } from './protocol/service.ts';

const mostEvents = 10_000;

/**
 * The logs of user import jobs; there are no others
 * (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html).
 */
export function filterLogEvents({ importLog }: Pick<UserPools, 'importLog'>): Operation {
  return (input) => {
    const { logGroupName, logStreamNames, nextToken = '', limit = mostEvents, ...others } = input;
    const [other] = Object.keys(others);
    if (other !== undefined) throw notImplemented(other);
    const [stream, ...more] = Array.isArray(logStreamNames) ? logStreamNames : [];
    if (typeof stream !== 'string' || more.length > 0) throw notImplemented('A search in any but one log stream');
    if (typeof logGroupName !== 'string' || typeof nextToken !== 'string' || !isLimit(limit)) {
      throw new AwsError('InvalidParameterException', 'logGroupName, nextToken or limit is invalid.');
    }
    const page = importLog({ logGroup: logGroupName, stream, after: nextToken, limit });
    if (page === undefined) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
    const events = page.events.map(({ id, at, message }) => ({
      logStreamName: stream,
      timestamp: at,
      ingestionTime: at,
      message,
      eventId: id,
    }));
    return { events, searchedLogStreams: [], ...(page.next !== undefined && { nextToken: page.next }) };
  };
}

function isLimit(limit: unknown): limit is number {
  return typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= mostEvents;
}
