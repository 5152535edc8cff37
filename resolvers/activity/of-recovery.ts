import { ownerOfName } from '../account-table/account-table.ts';
import type { RecoveryField } from '../call/fields.ts';
import type { Happenings } from './events.ts';
import { refusal } from './refusals.ts';

/** What the calls of `recovery.lambda.ts` mean for an account. */
export const recoveryHappenings: Happenings<RecoveryField> = {
  confirmForgotPassword: {
    done: ({ args }) => [{ kind: 'PASSWORD_RESET', owner: ownerOfName(args.input.username) }],
    refused: ({ args, code }) => refusal('PASSWORD_RESET_REFUSED', args.input.username, code),
  },
  confirmSignUp: { done: ({ args }) => [{ kind: 'ACCOUNT_CONFIRMED', owner: ownerOfName(args.input.username) }] },
  recoverAccess: {
    done: ({ args }) => [{ kind: 'ACCESS_RECOVERED', owner: ownerOfName(args.input.username) }],
    refused: ({ args, code }) => refusal('RECOVERY_REFUSED', args.input.username, code),
  },
};
