import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { AccountEnv, RecoveryEnv, SignUpEnv, UserEnv } from '../../resolvers/config/environment.ts';
import type { BundledCode } from '../code/code.ts';
import { providerNames } from '../settings/federation-providers.ts';
import type { Settings } from '../settings/stage.ts';
import { AccountTable, accountTableOf, needsAccountTable } from './account-table.ts';
import { adminFunction } from './admin-function.ts';
import { AuthGraphqlApi, type AuthGraphqlApiProps } from './api/graphql-api.ts';
import { authConfig } from './auth-config.ts';
import { captchaOf } from './captcha.ts';
import { OwnFunction } from './common/own-function.ts';
import { passwordRules, reauthentication, remembersDevices } from './function-settings.ts';
import { gptFunction } from './gpt-function.ts';
import { Surroundings } from './surroundings.ts';
import { noticesOf } from './users/notices.ts';
import { PoolDomain } from './users/pool-domain.ts';
import { nameTellingFlows } from './users/telling-flows.ts';
import { Triggers } from './users/triggers.ts';
import { AuthUserPool } from './users/user-pool.ts';
import { appClientEnvironment } from './users/user-pool-client.ts';

export interface CognitoGraphqlApiProps {
  /**
   * The settings: `parseSettings({ naming: { stackName: 'Shop' } })` gives every default. The name, Region and tags of
   * the stack are set on the stack itself.
   */
  readonly settings: Settings;
  /**
   * The bundles, made beforehand with `await bundleCode({ settings, outdir })`. Two APIs with the same settings may
   * share them.
   */
  readonly code: BundledCode;
  /** The time from which the expiry of the API keys is computed. Default: now. */
  readonly now?: Date;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** User pool, functions and GraphQL API, wired together. It can be added to any scope, more than once. */
export class CognitoGraphqlApi extends Construct {
  readonly api: GraphqlApi;
  /** The first key. It is not a secret, since every page contains it. */
  readonly apiKey: string;
  /** When every key expires, unless a later deployment extends it. */
  readonly apiKeyExpires: Date;
  /** What is around the API, including the URL to call. */
  readonly surroundings: Surroundings;
  readonly userPool: UserPool;
  readonly userPoolClient: UserPoolClient;
  /** The domain of the pool, for OAuth and for links. */
  readonly poolDomain: PoolDomain;
  /** The functions behind the fields, for granting further rights and adding alarms. */
  readonly functions: AuthGraphqlApiProps['functions'];
  private readonly settings: Settings;
  private readonly code: BundledCode;
  private readonly accountTable: AccountTable | null;
  private readonly captcha: ReturnType<typeof captchaOf>;

  constructor(scope: Construct, id: string, { settings, code, now = new Date() }: CognitoGraphqlApiProps) {
    super(scope, id);
    this.settings = settings;
    this.code = code;
    const users = new AuthUserPool(this, 'Users', { settings });
    this.userPool = users.pool;
    this.userPoolClient = users.client;
    this.accountTable = needsAccountTable(settings) ? new AccountTable(this, 'AccountTable', { settings }) : null;
    const counting = accountTableOf(this.accountTable, settings, { messageLimits: ['UpdateItem'] });
    const triggers = new Triggers(this, 'Triggers', { settings, code, users, counting });
    nameTellingFlows(this, settings);
    // The id is older than federation, and never changes: another id would ask for the same prefix twice.
    this.poolDomain = new PoolDomain(this, 'Links', { settings, pool: users.pool, client: users.client });
    this.captcha = captchaOf(this, settings);
    const functions = {
      user: this.userFunction(),
      account: this.accountFunction(),
      recovery: this.recoveryFunction(),
      'sign-up': this.signUpFunction(),
      ...(settings.administration !== null && {
        admin: adminFunction(this, {
          settings,
          administration: settings.administration,
          bundle: code.functions.admin,
          userPool: this.userPool,
          accountTable: this.accountTable,
        }),
      }),
      ...(settings.gpt !== null && {
        gpt: gptFunction(this, { settings, gpt: settings.gpt, table: this.accountTable, bundle: code.functions.gpt }),
      }),
    };
    this.functions = functions;
    const schemaFile = join(project, 'schema.graphql');

    const { api, apiKey, apiKeyExpires } = new AuthGraphqlApi(this, 'Graphql', {
      settings,
      schemaFile,
      operationsFolder: join(project, 'resolvers', 'operations'),
      resolverCode: code.resolver,
      notEnabledCode: code.notEnabled,
      functions,
      users,
      now,
    });
    this.api = api;
    this.apiKey = apiKey;
    this.apiKeyExpires = apiKeyExpires;
    this.surroundings = new Surroundings(this, 'Surroundings', {
      settings,
      schemaFile,
      api,
      pool: users.pool,
      client: users.client,
      functions: {
        User: functions.user,
        Account: functions.account,
        Recovery: functions.recovery,
        SignUp: functions['sign-up'],
        ...(functions.admin !== undefined && { Admin: functions.admin }),
        ...(functions.gpt !== undefined && { Gpt: functions.gpt }),
      },
      triggers: triggers.handlers,
      accountTable: this.accountTable?.table ?? null,
    });
  }

  /**
   * The function for signing in. Cognito accepts these calls unsigned, so it has no rights.
   * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.unsigned
   */
  private userFunction() {
    const { settings } = this;
    const table = accountTableOf(this.accountTable, settings, {
      activity: ['PutItem'],
      messageLimits: ['UpdateItem'],
      attemptLimits: ['UpdateItem'],
    });
    return new OwnFunction(this, 'UserFunction', {
      settings,
      name: 'user',
      bundle: this.code.functions.user,
      description: 'The GraphQL operations for signing in',
      timeoutSeconds: 27,
      reservedConcurrency: settings.functions.reservedConcurrency.user,
      rights: [...table.rights, ...this.captcha.rights],
      environment: {
        ...table.environment,
        ...this.captcha.environment,
        ...appClientEnvironment(this.userPoolClient, settings),
        ...(this.poolDomain.oauthUrl !== null && { USER_POOL_DOMAIN: this.poolDomain.oauthUrl }),
        ...(settings.protection.evenAnswers && { EVEN_ANSWERS_MS: String(settings.protection.evenAnswers.milliseconds) }),
        AUTH_CONFIG: JSON.stringify(authConfig(settings)),
        PASSWORD_RULES: JSON.stringify(passwordRules(settings)),
      } satisfies UserEnv,
    }).handler;
  }

  /**
   * The function for signed-in users and their accounts, whose calls Cognito accepts unsigned too, apart from those
   * that unlink an identity. It is separate from signing in so that that function stays small.
   */
  private accountFunction() {
    const { settings } = this;
    const table = accountTableOf(this.accountTable, settings, {
      activity: ['PutItem', 'Query', 'DeleteItem'],
      recoveryCodes: ['GetItem', 'PutItem', 'Query', 'DeleteItem'],
      messageLimits: ['UpdateItem'],
    });
    const notices = noticesOf(this, settings);
    // Its owner cannot unlink an identity with an access token: Cognito has only the administrators' operation.
    const unlink = settings.federation && {
      actions: ['cognito-idp:AdminDisableProviderForUser', 'cognito-idp:AdminGetUser'],
      resource: this.userPool.userPoolArn,
    };
    return new OwnFunction(this, 'AccountFunction', {
      settings,
      name: 'account',
      bundle: this.code.functions.account,
      description: 'The GraphQL operations of signed-in users',
      timeoutSeconds: 27,
      reservedConcurrency: settings.functions.reservedConcurrency.account,
      rights: [...(unlink === null ? [] : [unlink]), ...table.rights, ...notices.rights],
      environment: {
        ...table.environment,
        ...notices.environment,
        ...(unlink && { USER_POOL_ID: this.userPool.userPoolId, PROVIDERS: providerNames(settings) }),
        TOTP_ISSUER: settings.mfa.issuer ?? settings.naming.stackName,
        PASSWORD_RULES: JSON.stringify(passwordRules(settings)),
        REAUTHENTICATION: JSON.stringify(reauthentication(settings)),
        TRACKS_SESSIONS: String(settings.tokens.sessions !== null),
        REMEMBERS_DEVICES: String(remembersDevices(settings)),
      } satisfies AccountEnv,
    }).handler;
  }

  private recoveryFunction() {
    const { settings } = this;
    const table = accountTableOf(this.accountTable, settings, {
      activity: ['PutItem'],
      recoveryCodes: ['GetItem', 'UpdateItem'],
    });
    const notices = noticesOf(this, settings);
    return new OwnFunction(this, 'RecoveryFunction', {
      settings,
      name: 'recovery',
      bundle: this.code.functions.recovery,
      description: 'The GraphQL operations that give an account back to its owner',
      timeoutSeconds: 27,
      reservedConcurrency: settings.functions.reservedConcurrency.recovery,
      rights: [
        { actions: this.recoveryActions(notices.rights.length > 0), resource: this.userPool.userPoolArn },
        ...table.rights,
        ...notices.rights,
      ],
      environment: {
        ...table.environment,
        ...notices.environment,
        MFA_TYPES: settings.mfa.types.join(),
        USER_POOL_ID: this.userPool.userPoolId,
        ...appClientEnvironment(this.userPoolClient, settings),
        PASSWORD_RULES: JSON.stringify(passwordRules(settings)),
        REMEMBERS_DEVICES: String(remembersDevices(settings)),
      } satisfies RecoveryEnv,
    }).handler;
  }

  /**
   * What the recovery function may do in the user pool. Users who are locked out have no token that Cognito could
   * authorize, so the function needs IAM rights.
   */
  private recoveryActions(sendsNotices: boolean): readonly string[] {
    const { mfa, signUp } = this.settings;
    const names = [
      'AdminUserGlobalSignOut',
      // Whoever confirms a sign-up decides its password.
      ...(signUp.modes.includes('PASSWORD') ? ['AdminSetUserPassword'] : []),
      ...(remembersDevices(this.settings) ? ['AdminListDevices', 'AdminForgetDevice'] : []),
      // To find the address for notices, and the user.
      ...(sendsNotices || mfa.recoveryCodes ? ['AdminGetUser'] : []),
      ...(mfa.recoveryCodes ? ['AdminInitiateAuth', 'AdminSetUserMFAPreference', 'AdminDeleteSoftwareToken'] : []),
    ];
    return names.map((name) => `cognito-idp:${name}`);
  }

  private signUpFunction() {
    const { settings } = this;
    const { modes } = settings.signUp;
    const actions = [
      ...(modes.some((mode) => mode !== 'PASSWORD') ? ['cognito-idp:AdminCreateUser'] : []),
      // A trigger of the deployment's own may confirm a user who then answers no code.
      ...(modes.includes('PASSWORD') && settings.triggers.preSignUp !== null ? ['cognito-idp:AdminSetUserPassword'] : []),
    ];
    const table = accountTableOf(this.accountTable, settings, { messageLimits: ['UpdateItem'] });
    return new OwnFunction(this, 'SignUpFunction', {
      settings,
      name: 'sign-up',
      bundle: this.code.functions['sign-up'],
      description: 'The GraphQL operation signUp',
      timeoutSeconds: 27,
      reservedConcurrency: settings.functions.reservedConcurrency.signUp,
      // The mode PASSWORD uses SignUp, which Cognito accepts unsigned.
      rights: [
        ...(actions.length === 0 ? [] : [{ actions, resource: this.userPool.userPoolArn }]),
        ...table.rights,
        ...this.captcha.rights,
      ],
      environment: {
        ...table.environment,
        ...this.captcha.environment,
        USER_POOL_ID: this.userPool.userPoolId,
        ...appClientEnvironment(this.userPoolClient, settings),
        SIGN_UP_MODES: settings.signUp.modes.join(),
        SIGN_IN_NAMES: settings.signIn.names.join(),
        RESERVED_NAMES: settings.signUp.reservedNames.join(),
        PASSWORD_RULES: JSON.stringify(passwordRules(settings)),
        // An e-mail address and a phone number have inputs of their own.
        WRITABLE_ATTRIBUTES: settings.signUp.writableAttributes
          .filter((name) => name !== 'email' && name !== 'phone_number')
          .join(),
      } satisfies SignUpEnv,
    }).handler;
  }
}
