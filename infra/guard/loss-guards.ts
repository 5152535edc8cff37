import { accountTableGuard } from './account-table-guard.ts';
import { deletionPolicy } from './deployed.ts';
import { changed, fixed, type Guard, kept, ofType, onceGiven, vanishing, type Words } from './guard.ts';

const pool = 'AWS::Cognito::UserPool';

const administrators: Words = {
  setting: 'administration',
  loses: 'The group of the administrators is deleted, and with it who they are: a later one is empty.',
  instead: 'Note its members (`aws cognito-idp list-users-in-group`), and put them into the new group afterwards.',
};

/**
 * Changes that deploy without an error, but take something from the users or operators of a deployed stack that no
 * later deployment can give back.
 */
export const lossGuards: readonly Guard[] = [
  accountTableGuard,
  changed(
    pool,
    deletionPolicy,
    {
      setting: 'retention.keepData',
      loses: 'From then on, anybody who deletes the stack deletes the pool with all its users, the logs and the secret.',
      instead: 'Keep it on, and deploy a stage for tests under another name.',
    },
    (was, becomes) => was !== undefined && was !== 'Delete' && becomes === 'Delete',
  ),
  kept(pool, 'SmsConfiguration', {
    setting: 'messages.sms',
    loses:
      'Cognito would send no more text messages. Users whose second factor, recovery or name is a phone number ' +
      'get no code, and those who have nothing else cannot sign in.',
    instead: 'Let these users set up another factor and a verified e-mail address first.',
  }),
  kept(pool, 'EmailConfiguration.EmailSendingAccount', {
    setting: 'messages.ses',
    loses: "Mail would come from Cognito's own address, at most 50 a day for the whole account; more users get no code.",
    instead: 'Replace the sender with another one; Cognito switches to another identity at once.',
  }),
  ...(['CustomEmailSender', 'CustomSMSSender'] as const).map((trigger) =>
    kept(pool, `LambdaConfig.${trigger}`, {
      setting: trigger === 'CustomEmailSender' ? 'triggers.customEmailSender' : 'triggers.customSmsSender',
      loses:
        'Cognito would send by itself again, through messages.ses or messages.sms and with the texts of ' +
        'messages.texts. Codes that were passed to the function under its key may not arrive.',
      instead: "Configure Cognito's sender and texts first, and try them in another stage.",
    }),
  ),
  kept(pool, 'LambdaConfig.UserMigration', {
    setting: 'triggers.userMigration',
    loses:
      'Users of the old pool who have not signed in since then could no longer be migrated: their passwords are ' +
      'unknown here.',
    instead: 'Keep it until all of them have signed in, or tell the others to sign up again.',
  }),
  // No setting controls it.
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.issuer
  fixed(
    pool,
    'IssuerConfiguration',
    {
      setting: 'constructs',
      loses: 'Every new token would have another issuer (`iss`): whatever verifies tokens outside AppSync would refuse them.',
      instead: 'Decide on it before the first deployment. Later, first let everything that verifies tokens accept both issuers.',
    },
    { Type: 'ORIGINAL' },
  ),
  onceGiven('AWS::Lambda::Function', 'Environment.Variables.TOTP_ISSUER', {
    setting: 'mfa.issuer',
    loses:
      'Authenticator apps keep the name that an entry was created with: users would be asked for a code of the ' +
      'new name and find only the old one.',
    instead: 'Keep the name. If mfa.issuer is null, the name is naming.stackName; you can set it explicitly.',
  }),
  vanishing(
    'AWS::SecretsManager::Secret',
    {
      setting: 'gpt',
      loses:
        "The secret with the provider's key would leave the stack, and would be deleted if retention.keepData is " +
        'false. Enabled again, gpt gets a new and empty secret.',
      instead:
        'Note the ARN of the secret (`aws cloudformation describe-stack-resources --stack-name …`), and set it ' +
        'as gpt.secretArn when you enable gpt again.',
    },
    // A stage that names its own secret instead still has the key.
    (after) => !ofType('AWS::AppSync::DataSource', after.resources).some(([, { properties }]) => properties['Name'] === 'gpt'),
  ),
  vanishing('AWS::Cognito::UserPoolGroup', administrators),
  changed('AWS::Cognito::UserPoolGroup', 'GroupName', administrators, (was, becomes) => was !== becomes),
  vanishing('AWS::AppSync::DomainName', {
    setting: 'domain',
    loses: 'The host name would stop at once, and with it every page that calls it.',
    instead: "Switch the pages to AppSync's own URL first; it already works.",
  }),
  vanishing('AWS::Cognito::UserPoolSessionConfigurationAttachment', {
    setting: 'tokens.sessions',
    loses:
      'Cognito would forget which sessions exist: nobody could see or end one of them any more, even if tracking ' +
      'is enabled again.',
    instead: 'Keep it on. Without it, a user can still end all sessions at once.',
  }),
  changed(
    'AWS::Cognito::UserPoolSessionConfigurationAttachment',
    'TokenSession.MaxPerUser',
    {
      setting: 'tokens.sessions.maxPerUser',
      loses: 'Users with more sessions than that lose the least recently used ones at their next sign-in.',
      instead: 'Keep the limit, or inform users first.',
    },
    (was, becomes) => Number(becomes) < Number(was),
  ),
];
