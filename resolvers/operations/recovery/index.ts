export { confirmForgotPassword } from './confirmForgotPassword.ts';
export { confirmSignUp } from './confirmSignUp.ts';
export { recoverAccess } from './recoverAccess.ts';
