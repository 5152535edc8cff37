// The supported operations: the export's name is the operation's.
export { AdminCreateUser } from './AdminCreateUser.ts';
export { ConfirmSignUp } from './ConfirmSignUp.ts';
export { InitiateAuth } from './InitiateAuth.ts';
export { RespondToAuthChallenge } from './RespondToAuthChallenge.ts';
export { SignUp } from './SignUp.ts';
