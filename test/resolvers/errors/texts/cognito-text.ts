import type { Field } from '../../../../resolvers/call/operation.ts';

/** A text of Cognito, and what the API makes of it. */
export type CognitoText = readonly [field: Field, exception: string, text: string, code: string, input: string | null];
