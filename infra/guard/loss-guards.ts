import { accountTableGuard } from './account-table-guard.ts';
import { deletionPolicy } from './deployed.ts';
import { changed, fixed, type Guard, kept, ofType, onceGiven, vanishing } from './guard.ts';

const pool = 'AWS::Cognito::UserPool';

/**
 * What deploys well, and takes something from the users or the operators of a living stack that no later deployment
 * gives back.
 */
export const lossGuards: readonly Guard[] = [
  accountTableGuard,
  changed(
    pool,
    deletionPolicy,
    {
      setting: 'retention.keepData',
      loses: 'From then on whoever deletes the stack deletes the pool with all its users, the logs and the secret.',
      instead: 'Keep it on, and deploy a stage for tests under another name.',
    },
    (was, becomes) => was !== undefined && was !== 'Delete' && becomes === 'Delete',
  ),
  kept(pool, 'SmsConfiguration', {
    setting: 'messages.sms',
    loses:
      'Cognito sends no text messages any more: users whose second factor, recovery or name is a phone number get no code, and those who have nothing else cannot sign in.',
    instead: 'Let these users set up another factor and a verified e-mail address first.',
  }),
  kept(pool, 'EmailConfiguration.EmailSendingAccount', {
    setting: 'messages.ses',
    loses: 'Mail would come from the address that Cognito lends, 50 a day for the whole account; further users get no code.',
    instead: 'Change the sender in place; Cognito takes another identity at once.',
  }),
  ...(['CustomEmailSender', 'CustomSMSSender'] as const).map((trigger) =>
    kept(pool, `LambdaConfig.${trigger}`, {
      setting: trigger === 'CustomEmailSender' ? 'triggers.customEmailSender' : 'triggers.customSmsSender',
      loses:
        'Cognito would send by itself again, by messages.ses or messages.sms, in the words of messages.texts; codes that were handed to the function under its key may not arrive.',
      instead: 'Set up how Cognito sends and with which words first, and try it in another stage.',
    }),
  ),
  kept(pool, 'LambdaConfig.UserMigration', {
    setting: 'triggers.userMigration',
    loses:
      'Users of the former pool who have not signed in since cannot be brought over any more: their passwords are unknown here.',
    instead: 'Keep it until all of them have come, or tell the others to sign up again.',
  }),
  // No setting writes it.
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.issuer
  fixed(
    pool,
    'IssuerConfiguration',
    {
      setting: 'constructs',
      loses: 'Every new token would name another issuer (`iss`): whatever verifies tokens outside of AppSync refuses them.',
      instead: 'Decide on it before the first deployment; later, let all who verify tokens know both issuers first.',
    },
    { Type: 'ORIGINAL' },
  ),
  onceGiven('AWS::Lambda::Function', 'Environment.Variables.TOTP_ISSUER', {
    setting: 'mfa.issuer',
    loses:
      'Authenticator apps keep the name that an entry was made under: users would be asked for a code of the new name and find only the old one.',
    instead: 'Keep the name; with mfa.issuer null it is naming.stackName, which may be written out.',
  }),
  vanishing(
    'AWS::SecretsManager::Secret',
    {
      setting: 'gpt',
      loses:
        "The secret with the provider's key would leave the stack, and be deleted where retention.keepData is off. Switched on again, gpt gets a new and empty one.",
      instead:
        'Note the ARN of the secret (`aws cloudformation describe-stack-resources --stack-name …`), and give it as gpt.secretArn when gpt comes back.',
    },
    // Whoever names a secret of their own in its place says where the key is.
    (after) => !ofType('AWS::AppSync::DataSource', after.resources).some(([, { properties }]) => properties['Name'] === 'gpt'),
  ),
  vanishing('AWS::AppSync::DomainName', {
    setting: 'domain',
    loses: 'The host name stops at once, and with it every page that calls it.',
    instead: 'Move the pages to the URL that AppSync gives first; it answers already.',
  }),
  vanishing('AWS::Cognito::UserPoolSessionConfigurationAttachment', {
    setting: 'tokens.sessions',
    loses:
      'Cognito forgets which sign-ins are alive: nobody can see or end one of them any more, also not if tracking is switched on again.',
    instead: 'Keep it on. A user can end all sign-ins at once without it.',
  }),
  changed(
    'AWS::Cognito::UserPoolSessionConfigurationAttachment',
    'TokenSession.MaxPerUser',
    {
      setting: 'tokens.sessions.maxPerUser',
      loses: 'Whoever has more sign-ins than that loses those that they used least recently, with their next sign-in.',
      instead: 'Keep the limit, or let users know first.',
    },
    (was, becomes) => Number(becomes) < Number(was),
  ),
  vanishing('AWS::Cognito::UserPoolDomain', {
    setting: 'messages.linkDomainPrefix',
    loses: 'Links in mails that are on their way would lead nowhere, and anybody in the world could take the prefix.',
    instead: 'Keep it, and with it messages.verifyBy LINK; or wait until the last link has expired, a day after it was sent.',
  }),
];
