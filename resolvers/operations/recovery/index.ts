export { confirmForgotPassword } from './confirmForgotPassword.ts';
