import { randomInt } from 'node:crypto';
import type { MessageLimits } from '../limits/messages.ts';
import type { Mail } from '../notices/notices.ts';
import { type Output, traceOf } from '../serve/log.ts';
import type { ChallengeEvent, Round } from './challenge-event.ts';

export type CreateEvent = ChallengeEvent<
  { readonly session: readonly Round[] },
  {
    publicChallengeParameters: Record<string, string>;
    privateChallengeParameters: Record<string, string>;
    challengeMetadata: string;
  }
>;

export interface CodeChallengeOptions {
  /** Null where the stage has no limits. */
  readonly messages: Pick<MessageLimits, 'maySend'> | null;
  readonly sendMail: (mail: Mail) => Promise<unknown>;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly output: Output;
}

/**
 * The first round takes at least this long, whether or not a mail is sent. Otherwise the time that SES takes, mostly
 * some 100 ms, would reveal to strangers who has an account.
 */
const FIRST_ROUND_MS = 700;

/** In place of a code if none was sent. Then no answer is right. */
const NONE = 'none';

/**
 * Sends a code to the user's verified address in the first round; in later ones the same code is asked for again. It
 * counts each mail, since Cognito calls this trigger for anybody who knows the client id, not only for the API.
 */
export function codeChallenge({ messages, sendMail, pause, output }: CodeChallengeOptions) {
  /**
   * Users without an address get no code, and no error, since an error would reveal who exists. Neither do users who
   * have reached a limit.
   */
  async function send(event: CreateEvent): Promise<string> {
    const { email, email_verified: isVerified } = event.request.userAttributes;
    const address = isVerified === 'true' && email ? email : null;
    // Users without one are counted too. Otherwise an error of the table would reveal who has one.
    if (messages !== null && !(await messages.maySend({ to: address ?? event.userName, isAddress: address !== null }))) {
      output.warn({ text: 'not sent', code: 'TOO_MANY_REQUESTS' });
      return NONE;
    }
    if (address === null) return NONE;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await sendMail({
      to: address,
      subject: `${code} is your code`,
      text: `Your code to sign in is ${code}. If you did not ask for it, do nothing.`,
    });
    return code;
  }

  async function begin(event: CreateEvent): Promise<string> {
    const [sent] = await Promise.allSettled([send(event), pause(FIRST_ROUND_MS)]);
    if (sent.status === 'fulfilled') return sent.value;
    // In the form that the alarm on failed deliveries counts. SES's texts contain addresses and ARNs.
    output.error({ text: 'not sent', code: 'CODE_DELIVERY_FAILED', cause: traceOf(sent.reason).name });
    // Cognito passes this text to the caller. The API translates it to CODE_DELIVERY_FAILED.
    throw new Error('The code could not be sent.');
  }

  return async (event: CreateEvent): Promise<CreateEvent> => {
    const code = event.request.session.at(-1)?.challengeMetadata ?? (await begin(event));
    event.response = {
      publicChallengeParameters: { medium: 'EMAIL' },
      // Without any, Cognito would end the sign-in, which would reveal that nothing was sent.
      // @see docs/aws-behaviour/cognito-sign-in.md#cognito.custom.empty-private-parameters
      privateChallengeParameters: code === NONE ? { sent: 'false' } : { code },
      challengeMetadata: code,
    };
    return event;
  };
}
