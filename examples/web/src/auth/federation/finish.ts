import { ExchangeAuthorizationCodeDocument } from '../../generated/federation.ts';
import { ApiError } from '../api-error.ts';
import { type Endpoint, request } from '../request.ts';
import { nonceOf, type Tokens } from '../session.ts';
import { type Departure, depart, type Federation, takeKept } from './authorization.ts';
import type { Callback } from './callback.ts';

/** How a call-back ended: with tokens, or with an address where the sign-in begins once more. */
export type Finished =
  | { readonly tokens: Tokens; readonly departure: Departure }
  | { readonly again: string; readonly departure: Departure };

/** A sign-in elsewhere that gave no tokens. `departure` is null if it was not begun in this tab. */
export class NotFinished extends Error {
  override readonly name = 'NotFinished';
  readonly refusal: ApiError;
  readonly departure: Departure | null;

  constructor(refusal: ApiError, departure: Departure | null) {
    super(refusal.message, { cause: refusal });
    this.refusal = refusal;
    this.departure = departure;
  }
}

/**
 * Exchanges the code of a call-back for tokens. Throws `NotFinished` with one of these codes:
 * - `STATE_MISMATCH`: this tab did not begin the sign-in, or has finished it already. No other part of the call-back is
 *   looked at, since anybody may have written it.
 * - `NONCE_MISMATCH`: the ID token belongs to another sign-in.
 * - `ACCOUNT_EXISTS_WITH_OTHER_METHOD`, `IDENTITY_LINKED`: from the PreSignUp trigger.
 * - `TRIGGER`: another refusal of a trigger; the message is the trigger's.
 * - an error code of OAuth in lower case, such as `access_denied`; the message is the description that came with it.
 * - a code of `exchangeAuthorizationCode`.
 */
export async function finish(endpoint: Endpoint, federation: Federation, callback: Callback): Promise<Finished> {
  const kept = takeKept(federation.clientId);
  if (kept === null || callback.state !== kept.state) throw new NotFinished(new ApiError('STATE_MISMATCH', ''), null);
  const refusal = refusalIn(callback);
  if (refusal?.code === 'IDENTITY_LINKED' && !kept.isSecond) {
    return { departure: kept, again: await depart(federation, { ...kept, isSecond: true }) };
  }
  if (refusal !== null) throw new NotFinished(refusal, kept);
  const { verifier: codeVerifier, redirectUri } = kept;
  const input = { code: callback.code ?? '', codeVerifier, redirectUri };
  const { exchangeAuthorizationCode: tokens } = await request(endpoint, ExchangeAuthorizationCodeDocument, { input }).catch(
    (error: ApiError) => {
      throw new NotFinished(error, kept);
    },
  );
  if (nonceOf(tokens) !== kept.nonce) throw new NotFinished(new ApiError('NONCE_MISMATCH', ''), kept);
  return { tokens, departure: kept };
}

/**
 * A trigger's refusal is `PreSignUp failed with error <its text>.` After an identity was linked, Cognito ends the
 * sign-in that linked it with "Already found an entry for username …", whatever the trigger said.
 */
function refusalIn({ error, description }: Callback): ApiError | null {
  if (error === null) return null;
  const text = (description ?? '').trim();
  if (/\bIDENTITY_LINKED\b|Already found an entry for username/i.test(text)) return new ApiError('IDENTITY_LINKED', text);
  if (/\bACCOUNT_EXISTS_WITH_OTHER_METHOD\b/.test(text)) return new ApiError('ACCOUNT_EXISTS_WITH_OTHER_METHOD', text);
  const [, ofTrigger] = /^\w+ failed with error (.+?)\.?$/s.exec(text) ?? [];
  return ofTrigger === undefined ? new ApiError(error, text) : new ApiError('TRIGGER', `${ofTrigger}.`);
}
