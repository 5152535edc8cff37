import { deletionPolicy } from './deployed.ts';
import { fixed, type Guard, lasting, onceGiven, overlapping, place, uniqueName } from './guard.ts';
import { lossGuards } from './loss-guards.ts';
import { passkeysUnderMfaGuard, planGuard, schemaGuard } from './pool-guards.ts';

const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';
const poolDomain = 'AWS::Cognito::UserPoolDomain';
const api = 'AWS::AppSync::GraphQLApi';
const domain = 'AWS::AppSync::DomainName';

const secondStage =
  'Or make a stage of its own in infra/config.ts, with a stackName of its own, and bring the users over by triggers.userMigration.';
const keepIds = 'Give every construct the id and the place that it had: they make the logical ids.';

/**
 * What no deployment may do to a living one unless it is accepted by name, a row each: what Cognito, AppSync and
 * CloudFormation refuse in the middle of a deployment, and what they would do at the cost of users, passkeys, sessions
 * or addresses. Sources: the CloudFormation references ("Update requires: Replacement"), API_UpdateUserPool, and the
 * threads named with a row.
 */
export const guards: readonly Guard[] = [
  place('stackName', {
    setting: 'naming.stackName',
    loses: 'Another name is another stack: with an empty user pool, another URL and another key, beside the first.',
    instead: 'Keep the name. For a second stack make a stage of its own.',
  }),
  place('region', {
    setting: 'naming.region',
    loses: 'A stack cannot move: there would be a second one with an empty user pool, beside the first.',
    instead: 'Deploy with credentials and settings of the Region that it is in. For a second stack make a stage of its own.',
  }),
  place('account', {
    setting: 'naming.account',
    loses: 'A stack cannot move: there would be a second one with an empty user pool, in another account.',
    instead: 'Deploy with the credentials of the account that it is in. For a second stack make a stage of its own.',
  }),

  lasting(
    pool,
    {
      setting: 'constructs',
      loses: ({ properties }) =>
        properties[deletionPolicy] === 'Delete'
          ? 'The pool would be deleted with all its users.'
          : 'The stack would let go of the pool: its users stay in it, and this API would not know them any more.',
      instead: keepIds,
    },
    [deletionPolicy],
  ),
  fixed(pool, 'AliasAttributes', {
    setting: 'signIn.names',
    loses: 'Cognito does not change what the users of a living pool sign in by: the deployment would fail.',
    instead: `Keep it. ${secondStage}`,
  }),
  fixed(pool, 'UsernameAttributes', {
    setting: 'signIn.names',
    loses: 'Cognito does not change what the users of a living pool sign in by: the deployment would fail.',
    instead: `Keep it. ${secondStage}`,
  }),
  // `Updates are not allowed for property - UsernameConfiguration.`
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-names
  fixed(
    pool,
    'UsernameConfiguration',
    {
      setting: 'signIn.caseSensitive',
      loses: 'Cognito does not change how a living pool tells names apart: the deployment would fail.',
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
    loses: 'Every passkey is bound to the host that it was made for: nobody could use theirs any more.',
    instead: 'Keep the host. A page on a subdomain of it can use it too.',
  }),
  // @see docs/aws-behaviour/messages.md#messages.sender-key
  onceGiven(pool, 'LambdaConfig.KMSKeyID', {
    setting: 'messages.senderKeyArn',
    loses: 'Codes that are on their way to the sender are encrypted under the former key, and would never arrive.',
    instead: 'Keep the key: KMS rotates what is in it, under the same ARN.',
  }),

  lasting(client, {
    setting: 'constructs',
    loses:
      'It would be another client with another id: every session would end, and every page that names the old id would stop.',
    instead: keepIds,
  }),
  fixed(
    client,
    // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-secret
    'GenerateSecret',
    {
      setting: 'signIn.clientSecret',
      loses:
        'A client gets its secret when it is made, so that this makes another one: every session would end, and every page that names its id would stop.',
      instead: 'Keep it as it is, or do it at a time when all users may sign in again.',
    },
    false,
  ),

  uniqueName(poolDomain, ['Domain'], {
    setting: 'constructs',
    loses: 'The prefix is taken, by the domain that is to go: the deployment would fail.',
    instead: keepIds,
  }),
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.prefix-is-global
  onceGiven(poolDomain, 'Domain', {
    setting: 'messages.linkDomainPrefix',
    loses:
      'Links in mails that are on their way would lead nowhere, anybody in the world could take the former prefix, and Cognito refuses a second domain of a pool while the first stands: the deployment would fail.',
    instead:
      'Keep the prefix; or deploy with null (and messages.verifyBy CODE) first, by `--accept messages.linkDomainPrefix`, then with the new one.',
  }),

  lasting(api, {
    setting: 'constructs',
    loses: 'It would be another API: every page that knows its URL and key would stop.',
    instead: keepIds,
  }),
  fixed(
    api,
    // @see docs/aws-behaviour/appsync.md#appsync.api.replacement
    'Visibility',
    {
      setting: 'constructs',
      loses: 'AppSync replaces the API for it: every page that knows its URL and key would stop.',
      instead: 'Keep it.',
    },
    'GLOBAL',
  ),
  fixed(
    api,
    'ApiType',
    {
      setting: 'constructs',
      loses: 'AppSync replaces the API for it: every page that knows its URL and key would stop.',
      instead: 'Keep it.',
    },
    'GRAPHQL',
  ),
  // @see docs/aws-behaviour/appsync.md#appsync.api.key-string
  overlapping('AWS::AppSync::ApiKey', {
    setting: 'api.keys',
    loses: 'The old key ends at once: every page that holds it would stop.',
    instead: 'Put the new name in front of the old one and deploy; take the old one out when the pages hold the new key.',
  }),
  // @see docs/aws-behaviour/appsync.md#appsync.api.one-resolver
  uniqueName('AWS::AppSync::Resolver', ['TypeName', 'FieldName'], {
    setting: 'constructs',
    loses:
      'AppSync allows one resolver for each field, and CloudFormation creates before it deletes: the deployment would fail with AlreadyExists.',
    instead: keepIds,
  }),
  uniqueName('AWS::AppSync::DataSource', ['Name'], {
    setting: 'constructs',
    loses: 'The name is taken, by the data source that is to go: the deployment would fail.',
    instead: keepIds,
  }),

  uniqueName(domain, ['DomainName'], {
    setting: 'constructs',
    loses: 'The name is taken, by the domain that is to go: the deployment would fail.',
    instead: keepIds,
  }),
  onceGiven(domain, 'DomainName', {
    setting: 'domain.name',
    loses: 'The former host name stops at once, and with it every page that calls it.',
    instead:
      'Keep the name; or move the pages to the URL that AppSync gives, deploy with domain null by `--accept domain`, and then with the new name.',
  }),
  // @see docs/aws-behaviour/appsync.md#appsync.domain.certificate
  onceGiven(domain, 'CertificateArn', {
    setting: 'domain.certificateArn',
    loses: 'AppSync replaces the domain for it, and the name is taken by the one that is to go: the deployment would fail.',
    instead:
      'Let ACM renew the certificate, under the same ARN; or deploy with domain null first, by `--accept domain`, then with the new certificate.',
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
