export { confirmForgotPassword } from './confirmForgotPassword.ts';
export { recoverAccess } from './recoverAccess.ts';
