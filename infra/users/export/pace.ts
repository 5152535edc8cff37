import type { Target } from '../target.ts';

/** Makes a request when it is its turn. */
export type Pace = <T>(request: () => Promise<T>) => Promise<T>;

/**
 * Two thirds of the 30 requests per second that Cognito allows for ListUsers and ListUsersInGroup in an account, so that
 * others can list too (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html). The laptop has no quota.
 */
const perSecond = 20;

export function paceOf({ isLaptop }: Pick<Target, 'isLaptop'>): Pace {
  if (isLaptop) return (request) => request();
  let next = 0;
  return async (request) => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + 1_000 / perSecond;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return request();
  };
}
