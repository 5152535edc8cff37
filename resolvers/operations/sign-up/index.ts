export { signUp } from './signUp.ts';
