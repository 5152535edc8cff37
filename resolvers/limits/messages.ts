import type { AccountTable } from '../account-table/account-table.ts';
import type { Request } from '../call/request.ts';
import type { MessageLimitsConfig } from '../config/limits.ts';
import { AuthError } from '../errors/auth-error.ts';
import { countOf } from './allowance.ts';
import { type Count, countOne, takeBack } from './count.ts';
import { networkOf, normalised, ownerOf } from './owners.ts';

/**
 * Counts mails and text messages before they are asked for. Whether anybody has the address makes no difference, to
 * the answer and to its time.
 */
export interface MessageLimits {
  /**
   * Counts a message for its caller, for each of those that it is asked for, and for the stage, in this order: who is
   * refused uses up nothing of what all have together.
   * @param to The addresses and numbers that are known, or the name that was given in their place.
   * @returns What takes it back, once no message was sent.
   * @throws AuthError `TOO_MANY_REQUESTS`, `UNAVAILABLE`, `INTERNAL`.
   */
  readonly count: (to: readonly string[], request: Pick<Request, 'sourceIp'>) => Promise<() => Promise<void>>;
  /**
   * The same for the code of a second factor, which goes out only once the password was right. It is counted apart, so
   * that strangers who ask for messages to a user do not keep them from signing in.
   */
  readonly countSecondFactor: (name: string) => Promise<() => Promise<void>>;
  /**
   * Counts a mail that a trigger of the user pool is about to send, which may have been asked for at Cognito itself.
   * Whoever asks here was counted by `count`, under the name that they gave, so these counts are apart from those.
   * @param mail.to An address, or a name that has none, for which no mail goes out.
   * @returns Whether it may be sent.
   * @throws AuthError `UNAVAILABLE`, `INTERNAL`.
   */
  readonly maySend: (mail: { readonly to: string; readonly isAddress: boolean }) => Promise<boolean>;
}

export interface MessageLimitsOptions extends AccountTable {
  readonly limits: MessageLimitsConfig;
  /** Told that something could not be taken back. */
  readonly lost: (error: unknown) => void;
  /** For each count. Default: three seconds. */
  readonly timeoutMs?: number;
}

const what = 'The message';

export function createMessageLimits({ limits, lost, timeoutMs = 3_000, ...accounts }: MessageLimitsOptions): MessageLimits {
  const { table, now } = accounts;
  const perAddress = { perHour: limits.perAddressPerHour, perDay: limits.perAddressPerDay };
  const perCaller = { perHour: limits.perCallerPerHour, perDay: limits.perCallerPerDay };
  const counts = (kind: string, owner: string, allowance: typeof perCaller): readonly Count[] =>
    [countOf({ owner: ownerOf(table, kind, owner), kind: 'messages', what }, allowance, now())].flatMap((count) => count ?? []);
  const perStage = { perHour: null, perDay: limits.perDay };
  const ofStage = (): readonly Count[] => counts('stage', '', perStage);

  async function areBelow(wanted: readonly Count[]): Promise<boolean> {
    for (const count of wanted) if ((await countOne(accounts, count, timeoutMs)) === null) return false;
    return true;
  }

  async function all(wanted: readonly Count[]): Promise<() => Promise<void>> {
    if (!(await areBelow(wanted))) throw tooMany();
    return async () => {
      await Promise.all(wanted.map((count) => takeBack(accounts, count, timeoutMs))).catch(lost);
    };
  }

  return {
    count: (to, { sourceIp }) =>
      all([
        ...(sourceIp === null ? [] : counts('caller', networkOf(sourceIp), perCaller)),
        ...[...new Set(to.map(normalised))].flatMap((address) => counts('address', address, perAddress)),
        ...ofStage(),
      ]),
    maySend: ({ to, isAddress }) =>
      areBelow([
        ...counts('mailed', normalised(to), perAddress),
        // What sends nothing uses up nothing of what all have together.
        ...(isAddress ? counts('mailed-by-stage', '', perStage) : []),
      ]),
    countSecondFactor: (name) => all([...counts('second-factor', normalised(name), perAddress), ...ofStage()]),
  };
}

/** Not retryable: what tries again by itself does so within seconds. The same whichever limit it was. */
function tooMany(): AuthError {
  return new AuthError('TOO_MANY_REQUESTS', 'Too many messages were asked for. Try again later.');
}
