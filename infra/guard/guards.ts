import { deletionPolicy } from './deployed.ts';
import { federationGuards } from './federation-guards.ts';
import { fixed, type Guard, lasting, onceGiven, overlapping, place, uniqueName } from './guard.ts';
import { lossGuards } from './loss-guards.ts';
import { passkeysUnderMfaGuard, planGuard, schemaGuard } from './pool-guards.ts';

const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';
const api = 'AWS::AppSync::GraphQLApi';
const domain = 'AWS::AppSync::DomainName';

const secondStage =
  'Or create a second stage in infra/config.ts with its own stackName, and migrate the users with triggers.userMigration.';
const keepIds = 'Keep the id and the place of every construct: the logical ids are derived from them.';

/**
 * What no deployment may do to a deployed stack unless it is accepted by name, one row each. Some of it Cognito,
 * AppSync or CloudFormation would refuse in the middle of the deployment; the rest would cost users, passkeys, sessions
 * or addresses. The sources are the CloudFormation references ("Update requires: Replacement"), API_UpdateUserPool, and
 * the issues named at a row.
 */
export const guards: readonly Guard[] = [
  place('stackName', {
    setting: 'naming.stackName',
    loses: 'Another name creates a second stack with an empty user pool, another URL and another key.',
    instead: 'Keep the name. For a second stack, create another stage.',
  }),
  place('region', {
    setting: 'naming.region',
    loses: 'A stack cannot move: this would create a second stack with an empty user pool.',
    instead: 'Deploy with credentials and settings for the Region of the stack. For a second stack, create another stage.',
  }),
  place('account', {
    setting: 'naming.account',
    loses: 'A stack cannot move: this would create a second stack with an empty user pool in another account.',
    instead: 'Deploy with credentials of the account of the stack. For a second stack, create another stage.',
  }),

  lasting(
    pool,
    {
      setting: 'constructs',
      loses: ({ properties }) =>
        properties[deletionPolicy] === 'Delete'
          ? 'The pool would be deleted with all its users.'
          : 'The pool would leave the stack: its users stay in it, but this API would no longer know them.',
      instead: keepIds,
    },
    [deletionPolicy],
  ),
  fixed(pool, 'AliasAttributes', {
    setting: 'signIn.names',
    loses: 'Cognito cannot change what the users of an existing pool sign in with: the deployment would fail.',
    instead: `Keep it. ${secondStage}`,
  }),
  fixed(pool, 'UsernameAttributes', {
    setting: 'signIn.names',
    loses: 'Cognito cannot change what the users of an existing pool sign in with: the deployment would fail.',
    instead: `Keep it. ${secondStage}`,
  }),
  // `Updates are not allowed for property - UsernameConfiguration.`
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-names
  fixed(
    pool,
    'UsernameConfiguration',
    {
      setting: 'signIn.caseSensitive',
      loses: 'Cognito cannot change whether an existing pool distinguishes upper and lower case: the deployment would fail.',
      instead: `Keep it. ${secondStage}`,
    },
    { CaseSensitive: true },
  ),
  schemaGuard,
  planGuard,
  passkeysUnderMfaGuard,
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.relying-party
  onceGiven(pool, 'WebAuthnRelyingPartyID', {
    setting: 'signIn.passkeys.relyingParty',
    loses: 'Every passkey is bound to the host that it was created for: nobody could use their passkeys any more.',
    instead: 'Keep the host. Pages on its subdomains can use it too.',
  }),
  // @see docs/aws-behaviour/messages.md#messages.sender-key
  onceGiven(pool, 'LambdaConfig.KMSKeyID', {
    setting: 'messages.senderKeyArn',
    loses: 'Codes that are on their way to the sender are encrypted with the previous key, and would never arrive.',
    instead: 'Keep the key. KMS rotates its key material under the same ARN.',
  }),

  lasting(client, {
    setting: 'constructs',
    loses:
      'This creates another client with another id: every session would end, and every page with the old id ' +
      'would stop working.',
    instead: keepIds,
  }),
  fixed(
    client,
    // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-secret
    'GenerateSecret',
    {
      setting: 'signIn.clientSecret',
      loses:
        'A client can only get a secret when it is created, so this creates another client: every session would ' +
        'end, and every page with the old id would stop working.',
      instead: 'Keep it as it is, or change it at a time when all users can sign in again.',
    },
    false,
  ),

  ...federationGuards,

  lasting(api, {
    setting: 'constructs',
    loses: 'This creates another API: every page with the old URL and key would stop working.',
    instead: keepIds,
  }),
  fixed(
    api,
    // @see docs/aws-behaviour/appsync.md#appsync.api.replacement
    'Visibility',
    {
      setting: 'constructs',
      loses: 'AppSync would replace the API: every page with the old URL and key would stop working.',
      instead: 'Keep it.',
    },
    'GLOBAL',
  ),
  fixed(
    api,
    'ApiType',
    {
      setting: 'constructs',
      loses: 'AppSync would replace the API: every page with the old URL and key would stop working.',
      instead: 'Keep it.',
    },
    'GRAPHQL',
  ),
  // @see docs/aws-behaviour/appsync.md#appsync.api.key-string
  overlapping('AWS::AppSync::ApiKey', {
    setting: 'api.keys',
    loses: 'The old key would end at once: every page that uses it would stop working.',
    instead: 'Put the new name before the old one and deploy. Remove the old one when the pages use the new key.',
  }),
  // @see docs/aws-behaviour/appsync.md#appsync.api.one-resolver
  uniqueName('AWS::AppSync::Resolver', ['TypeName', 'FieldName'], {
    setting: 'constructs',
    loses:
      'AppSync allows one resolver per field, and CloudFormation creates before it deletes: the deployment would ' +
      'fail with AlreadyExists.',
    instead: keepIds,
  }),
  uniqueName('AWS::AppSync::DataSource', ['Name'], {
    setting: 'constructs',
    loses: 'The data source that is to be removed still has this name: the deployment would fail.',
    instead: keepIds,
  }),

  uniqueName(domain, ['DomainName'], {
    setting: 'constructs',
    loses: 'The domain that is to be removed still has this name: the deployment would fail.',
    instead: keepIds,
  }),
  onceGiven(domain, 'DomainName', {
    setting: 'domain.name',
    loses: 'The old host name would stop at once, and with it every page that calls it.',
    instead:
      "Keep the name. Or switch the pages to AppSync's own URL, deploy with domain null and `--accept domain`, " +
      'and then with the new name.',
  }),
  // @see docs/aws-behaviour/appsync.md#appsync.domain.certificate
  onceGiven(domain, 'CertificateArn', {
    setting: 'domain.certificateArn',
    loses: 'AppSync would replace the domain, but the old domain still has its name: the deployment would fail.',
    instead:
      'Let ACM renew the certificate under the same ARN. Or first deploy with domain null and `--accept domain`, ' +
      'then with the new certificate.',
  }),

  ...lossGuards,
];

/** The guarded properties of each guarded type. */
export const guardedPaths: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    Object.groupBy(
      guards.flatMap(({ reads = [] }) => reads),
      ({ type }) => type,
    ),
  ).map(([type, rows = []]) => [type, [...new Set(rows.flatMap(({ paths }) => paths))]]),
);
