export { authConfig } from './authConfig.ts';
export { forgotPassword } from './forgotPassword.ts';
export { login } from './login.ts';
export { refreshTokens } from './refreshTokens.ts';
export { resendConfirmationCode } from './resendConfirmationCode.ts';
export { respondToChallenge } from './respondToChallenge.ts';
export { revokeToken } from './revokeToken.ts';
