import { ownerOfName } from '../account-table/account-table.ts';
import type { UserField } from '../call/fields.ts';
import type { AccountEvent, Happenings } from './events.ts';
import { refusal } from './refusals.ts';
import { one } from './signed-in.ts';

/** What the calls of `user.lambda.ts` mean for an account. */
export const userHappenings: Happenings<UserField> = {
  login: {
    done: ({ data }) => signedIn(data),
    refused: ({ args, code }) => refusal('SIGN_IN_REFUSED', args.input.username, code),
  },
  respondToChallenge: {
    done: ({ data }) => signedIn(data),
    refused: ({ args, code }) => refusal('SIGN_IN_REFUSED', args.input.username, code),
  },
  exchangeAuthorizationCode: { done: ({ data }) => signedIn({ __typename: 'Tokens', accessToken: data.accessToken }) },
  revokeToken: { done: ({ request }) => one('SIGNED_OUT', request) },
  forgotPassword: { done: ({ args }) => [{ kind: 'PASSWORD_RESET_REQUESTED', owner: ownerOfName(args.input.username) }] },
};

function signedIn(result: { readonly __typename?: string; readonly accessToken?: string }): AccountEvent[] {
  const sub = result.__typename === 'Tokens' ? subOf(result.accessToken ?? '') : null;
  return sub === null ? [] : [{ kind: 'SIGNED_IN', owner: sub }];
}

/** Reads the token without verifying it, since Cognito has just issued it. Null for anything but a token of Cognito. */
function subOf(token: string): string | null {
  try {
    const claims: { readonly sub?: unknown } | null = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims?.sub === 'string' ? claims.sub : null;
  } catch {
    return null;
  }
}
