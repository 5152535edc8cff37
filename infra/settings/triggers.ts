import { z } from 'zod';

/** A Lambda function of the deployment's own that Cognito calls, by its entry file. */
const trigger = z.strictObject({
  entry: z
    .stringFormat(
      'path of a .ts, .mts, .js or .mjs file under triggers/ or examples/triggers/, from the root of the project',
      /^(examples\/)?triggers\/(?!.*\.\.)[\w./-]+\.m?[jt]s$/,
    )
    .describe('File that exports `handler`; it is bundled like our own functions, with all that it imports.'),
  environment: z
    .record(z.stringFormat('name of a variable, not one of AWS', /^(?!AWS_|LAMBDA_|_)[A-Za-z]\w+$/), z.string())
    .default({})
    .describe(
      'Environment variables. Neither the pool nor its client: their ids are in every event (`userPoolId`, `callerContext.clientId`).',
    ),
  rights: z
    .array(
      z.strictObject({
        actions: z.array(action()).min(1),
        resources: z.array(z.stringFormat('ARN of less than everything', /^arn:[^*\s]+:[^\s]+$/)).min(1),
      }),
    )
    .default([])
    .describe('All that it may do in AWS, besides writing its own log and its own traces.'),
  poolActions: z
    .array(z.stringFormat('action of Cognito, without a wildcard', /^cognito-idp:[A-Za-z]+$/))
    .default([])
    .describe('What it may do in this user pool.'),
});

function action() {
  return z.stringFormat('action such as ses:SendEmail, without a wildcard', /^[a-z0-9-]+:[A-Za-z0-9]+$/);
}

const optionalTrigger = (description: string) => trigger.nullable().default(null).describe(description);

/**
 * The Lambda triggers of the user pool, by the names of Cognito's LambdaConfig. Each may answer within five seconds; one that fails stops what
 * the user was doing, and his client gets TRIGGER_REFUSED with the function's own words.
 */
export const triggers = z.strictObject({
  preSignUp: optionalTrigger('Called before a user is made; may refuse him, confirm him or take his addresses for verified.'),
  postConfirmation: optionalTrigger('Called after a user was confirmed or has reset the password.'),
  preAuthentication: optionalTrigger('Called before a password is looked at; may refuse the sign-in.'),
  postAuthentication: optionalTrigger('Called after a sign-in, before the tokens are made.'),
  defineAuthChallenge: optionalTrigger('Called in CUSTOM_AUTH to say what comes next: a challenge, the tokens or the end.'),
  createAuthChallenge: optionalTrigger('Called in CUSTOM_AUTH to make the challenge.'),
  verifyAuthChallengeResponse: optionalTrigger('Called in CUSTOM_AUTH to judge the answer.'),
  preTokenGeneration: trigger
    .extend({
      version: z
        .enum(['V1_0', 'V2_0'])
        .default('V1_0')
        .describe('V1_0 changes the ID token; V2_0 the access token and its scopes too.'),
    })
    .nullable()
    .default(null)
    .describe('Called before tokens are made, by a refresh too; may add, change and take away claims.'),
  userMigration: optionalTrigger(
    'Called when an unknown user signs in with a password or has forgotten it; may bring him along.',
  ),
  customMessage: optionalTrigger(
    'Called before a message is sent; may give its words. Cognito takes words for an e-mail only where the pool sends by SES.',
  ),
});

export type TriggerSettings = z.output<typeof triggers>;
export type TriggerInputs = z.input<typeof triggers>;

/** What the settings call a trigger. */
export type TriggerKey = keyof TriggerSettings;
export const triggerKeys: readonly TriggerKey[] = triggers.keyof().options;
