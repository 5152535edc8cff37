import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/** A Lambda function of the deployment that Cognito calls, given as the path of its entry file. */
const trigger = z.strictObject({
  entry: setting(
    z.stringFormat(
      'path of a .ts, .mts, .js or .mjs file under triggers/ or examples/triggers/, relative to the root of the project',
      /^(examples\/)?triggers\/(?!.*\.\.)[\w./-]+\.m?[jt]s$/,
    ),
    {
      is: 'File that exports `handler`. It is bundled with everything that it imports.',
      becomes: '`AWS::Lambda::Function.Code`',
    },
  ),
  environment: setting(
    z
      .record(z.stringFormat('name of a variable that is not reserved by AWS', /^(?!AWS_|LAMBDA_|_)[A-Za-z]\w+$/), z.string())
      .default({}),
    {
      is:
        'Environment variables. The ids of the pool and its client are not needed, since they are in every event ' +
        '(`userPoolId`, `callerContext.clientId`).',
      becomes: '`AWS::Lambda::Function.Environment`',
    },
  ),
  rights: setting(
    z
      .array(
        z.strictObject({
          actions: z.array(action()).min(1),
          resources: z
            .array(z.stringFormat('ARN that does not match everything', /^(?!(?:[^:]*:){5}\*+$)arn:[^*\s]+:[^\s]+$/))
            .min(1),
        }),
      )
      .default([]),
    {
      is: 'What the function may do in AWS in addition to writing its own log and traces: `{ actions, resources }`.',
      becomes: '`AWS::IAM::Policy`',
      laptop: 'A laptop has no IAM: a function can call everything that the local runtime serves.',
    },
  ),
  poolActions: setting(z.array(z.stringFormat('action of Cognito, without a wildcard', /^cognito-idp:[A-Za-z]+$/)).default([]), {
    is: 'What the function may do in this user pool.',
    becomes: '`AWS::IAM::Policy`',
    laptop: 'A laptop has no IAM: a function can call everything that the local runtime serves.',
  }),
});

function action() {
  return z.stringFormat('action such as ses:SendEmail, without a wildcard', /^[a-z0-9-]+:[A-Za-z0-9]+$/);
}

const lambdaConfig = (name: string) => `\`AWS::Cognito::UserPool.LambdaConfig.${name}\``;

const optionalTrigger = (name: string, is: string) =>
  setting(trigger.nullable().default(null), { is, becomes: lambdaConfig(name) });

/**
 * The Lambda triggers of the user pool, with the names of Cognito's LambdaConfig. Each has five seconds to answer. A
 * trigger that fails stops the user's operation, and the client gets TRIGGER_REFUSED with the function's own words, or
 * INTERNAL if those words look like a fault.
 */
export const triggers = z.strictObject({
  preSignUp: optionalTrigger(
    'PreSignUp',
    'Called before a user is created. It may refuse or confirm the user, or mark their addresses as verified.',
  ),
  postConfirmation: optionalTrigger('PostConfirmation', 'Called after a user was confirmed or has reset the password.'),
  preAuthentication: optionalTrigger('PreAuthentication', 'Called before the password is checked. It may refuse the sign-in.'),
  postAuthentication: optionalTrigger('PostAuthentication', 'Called after a sign-in, before the tokens are issued.'),
  defineAuthChallenge: optionalTrigger(
    'DefineAuthChallenge',
    'Called in CUSTOM_AUTH to decide what comes next: a challenge, the tokens or the end of the sign-in.',
  ),
  createAuthChallenge: optionalTrigger('CreateAuthChallenge', 'Called in CUSTOM_AUTH to create the challenge.'),
  verifyAuthChallengeResponse: optionalTrigger('VerifyAuthChallengeResponse', 'Called in CUSTOM_AUTH to check the answer.'),
  preTokenGeneration: setting(
    trigger
      .extend({
        version: setting(z.enum(['V1_0', 'V2_0']).default('V1_0'), {
          is:
            'V1_0 changes the ID token; V2_0 also changes the access token and its scopes. V2_0 requires plan ' +
            'ESSENTIALS or PLUS.',
          becomes: '`AWS::Cognito::UserPool.LambdaConfig.PreTokenGenerationConfig.LambdaVersion`',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'Called before tokens are issued, also for a refresh. It may add, change and remove claims.',
      becomes: lambdaConfig('PreTokenGenerationConfig'),
    },
  ),
  userMigration: optionalTrigger(
    'UserMigration',
    'Called if an unknown user signs in with a password or has forgotten it. It may create the user from another directory.',
  ),
  customEmailSender: optionalTrigger(
    'CustomEmailSender',
    'Called instead of sending a mail. It gets the code encrypted by the AWS Encryption SDK under ' +
      '`messages.senderKeyArn`, which is its variable `KEY_ARN`.',
  ),
  customSmsSender: optionalTrigger('CustomSMSSender', 'The same for text messages.'),
  customMessage: optionalTrigger(
    'CustomMessage',
    'Called before a message is sent. It may supply the text. Cognito uses that text for an e-mail only if the ' +
      'pool sends through SES.',
  ),
  inboundFederation: optionalTrigger(
    'InboundFederation',
    'Called when a user comes from another provider, before their claims become attributes. It may replace them. Requires `federation`.',
  ),
});

export type TriggerSettings = z.output<typeof triggers>;
export type TriggerInputs = z.input<typeof triggers>;

/** The name of a trigger in the settings. */
export type TriggerKey = keyof TriggerSettings;
export const triggerKeys: readonly TriggerKey[] = triggers.keyof().options;
