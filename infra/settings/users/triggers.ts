import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/** A Lambda function of the deployment that Cognito calls, given by its entry file. */
const trigger = z.strictObject({
  entry: setting(
    z.stringFormat(
      'path of a .ts, .mts, .js or .mjs file under triggers/ or examples/triggers/, from the root of the project',
      /^(examples\/)?triggers\/(?!.*\.\.)[\w./-]+\.m?[jt]s$/,
    ),
    {
      is: 'File that exports `handler`. It is bundled with all that it imports.',
      becomes: '`AWS::Lambda::Function.Code`',
    },
  ),
  environment: setting(
    z.record(z.stringFormat('name of a variable, not one of AWS', /^(?!AWS_|LAMBDA_|_)[A-Za-z]\w+$/), z.string()).default({}),
    {
      is: 'Environment variables. The ids of the pool and of its client are not needed here: they are in every event (`userPoolId`, `callerContext.clientId`).',
      becomes: '`AWS::Lambda::Function.Environment`',
    },
  ),
  rights: setting(
    z
      .array(
        z.strictObject({
          actions: z.array(action()).min(1),
          resources: z.array(z.stringFormat('ARN of less than everything', /^(?!(?:[^:]*:){5}\*+$)arn:[^*\s]+:[^\s]+$/)).min(1),
        }),
      )
      .default([]),
    {
      is: 'All that the function may do in AWS beside writing its own log and traces: `{ actions, resources }`.',
      becomes: '`AWS::IAM::Policy`',
      laptop: 'IAM has no part on a laptop: a function reaches whatever the local runtime serves.',
    },
  ),
  poolActions: setting(z.array(z.stringFormat('action of Cognito, without a wildcard', /^cognito-idp:[A-Za-z]+$/)).default([]), {
    is: 'What it may do in this user pool.',
    becomes: '`AWS::IAM::Policy`',
    laptop: 'IAM has no part on a laptop: a function reaches whatever the local runtime serves.',
  }),
});

function action() {
  return z.stringFormat('action such as ses:SendEmail, without a wildcard', /^[a-z0-9-]+:[A-Za-z0-9]+$/);
}

const lambdaConfig = (name: string) => `\`AWS::Cognito::UserPool.LambdaConfig.${name}\``;

const optionalTrigger = (name: string, is: string) =>
  setting(trigger.nullable().default(null), { is, becomes: lambdaConfig(name) });

/**
 * The Lambda triggers of the user pool, by the names of Cognito's LambdaConfig. Each may answer within five seconds;
 * one that fails stops what the user was doing, and their client gets TRIGGER_REFUSED with the function's own words, or
 * INTERNAL where they read as a fault.
 */
export const triggers = z.strictObject({
  preSignUp: optionalTrigger(
    'PreSignUp',
    'Called before a user is made; may refuse or confirm the user, or mark their addresses as verified.',
  ),
  postConfirmation: optionalTrigger('PostConfirmation', 'Called after a user was confirmed or has reset the password.'),
  preAuthentication: optionalTrigger('PreAuthentication', 'Called before a password is looked at; may refuse the sign-in.'),
  postAuthentication: optionalTrigger('PostAuthentication', 'Called after a sign-in, before the tokens are made.'),
  defineAuthChallenge: optionalTrigger(
    'DefineAuthChallenge',
    'Called in CUSTOM_AUTH to say what comes next: a challenge, the tokens or the end.',
  ),
  createAuthChallenge: optionalTrigger('CreateAuthChallenge', 'Called in CUSTOM_AUTH to make the challenge.'),
  verifyAuthChallengeResponse: optionalTrigger('VerifyAuthChallengeResponse', 'Called in CUSTOM_AUTH to judge the answer.'),
  preTokenGeneration: setting(
    trigger
      .extend({
        version: setting(z.enum(['V1_0', 'V2_0']).default('V1_0'), {
          is: 'V1_0 changes the ID token; V2_0 the access token and its scopes too. V2_0 requires plan ESSENTIALS or PLUS.',
          becomes: '`AWS::Cognito::UserPool.LambdaConfig.PreTokenGenerationConfig.LambdaVersion`',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'Called before tokens are issued, also at a refresh; may add, change and remove claims.',
      becomes: lambdaConfig('PreTokenGenerationConfig'),
    },
  ),
  userMigration: optionalTrigger(
    'UserMigration',
    'Called when an unknown user signs in with a password or has forgotten it; may create the user from another directory.',
  ),
  customEmailSender: optionalTrigger(
    'CustomEmailSender',
    'Called in place of sending a mail; gets the code encrypted by the AWS Encryption SDK under `messages.senderKeyArn`, which is its variable `KEY_ARN`.',
  ),
  customSmsSender: optionalTrigger('CustomSMSSender', 'The same for text messages.'),
  customMessage: optionalTrigger(
    'CustomMessage',
    'Called before a message is sent; may give its words. Cognito takes words for an e-mail only where the pool sends by SES.',
  ),
});

export type TriggerSettings = z.output<typeof triggers>;
export type TriggerInputs = z.input<typeof triggers>;

/** What the settings call a trigger. */
export type TriggerKey = keyof TriggerSettings;
export const triggerKeys: readonly TriggerKey[] = triggers.keyof().options;
