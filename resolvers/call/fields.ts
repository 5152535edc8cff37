import type { Field } from './operation.ts';

// The IAM rights that a field needs decide which function serves it. Signing in needs none and has a function of its
// own, which starts faster because it is small.
export type SignUpField = 'signUp';
export type GptField = 'gpt';
export type RecoveryField = 'confirmForgotPassword' | 'confirmSignUp' | 'recoverAccess';
export type UserField =
  | 'authConfig'
  | 'exchangeAuthorizationCode'
  | 'forgotPassword'
  | 'login'
  | 'refreshTokens'
  | 'resendConfirmationCode'
  | 'respondToChallenge'
  | 'revokeToken'
  | 'signOutUrl';
/** Behind the check of `administration/for-administrators.ts`. */
export type AdminField =
  | 'users'
  | 'user'
  | 'groups'
  | 'groupMembers'
  | 'createGroup'
  | 'updateGroup'
  | 'deleteGroup'
  | Extract<Field, `admin${string}`>;
export type AccountField = Exclude<Field, UserField | RecoveryField | SignUpField | GptField | AdminField>;
