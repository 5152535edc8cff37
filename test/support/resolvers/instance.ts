import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createUserPools } from '../../../local/cognito/server/user-pools.ts';
import { openDatabase } from '../../../local/data/database.ts';
import type { Message } from '../../../local/data/message.ts';
import type { HttpHandler } from '../../../local/http/http-message.ts';
import { type Caller, createCaller } from '../caller.ts';
import type { FunctionsOptions } from '../functions/functions.ts';
import { sdkWire } from '../wire/in-process.ts';
import { standingClock, worldOf } from '../world.ts';
import { exception } from './stub-wire.ts';

/** The functions over the embedded user pool, in this process, with a clock and an inbox of their own. */
export interface Instance extends Caller {
  /** An administrator, as the AWS CLI would be. */
  readonly admin: CognitoIdentityProviderClient;
  /** The pool itself, for a function that is none of the API's. */
  readonly handle: HttpHandler;
  readonly userPoolId: string;
  readonly clientId: string;
  /** Everything that was sent, oldest first. */
  readonly inbox: readonly Message[];
  /** The newest message to an address. */
  message(to: string): Message;
  /** The pool's clock, in milliseconds. */
  now(): number;
  /** Moves the pool's clock. */
  advance(milliseconds: number): void;
  close(): void;
}

export interface InstanceOptions extends Omit<FunctionsOptions, 'cognito' | 'clientId' | 'userPoolId'> {
  /** Properties of `AWS::Cognito::UserPool` that differ. */
  readonly userPool?: Readonly<Record<string, unknown>>;
  /** Properties of `AWS::Cognito::UserPoolClient` that differ. */
  readonly client?: Readonly<Record<string, unknown>>;
  /** Which operations of the pool fail for the functions, as if Cognito were broken. Default: none. */
  readonly isBroken?: (operation: string) => boolean;
}

const userPool = {
  UserPoolName: 'test',
  UserPoolTier: 'ESSENTIALS',
  AliasAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
      TemporaryPasswordValidityDays: 7,
    },
  },
  Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
};

const client = {
  ClientName: 'test',
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  AccessTokenValidity: 1,
  IdTokenValidity: 1,
  RefreshTokenValidity: 30,
  TokenValidityUnits: { AccessToken: 'days', IdToken: 'days', RefreshToken: 'days' },
  WriteAttributes: ['email', 'phone_number', 'given_name', 'family_name'],
};

export function createInstance(options: InstanceOptions = {}): Instance {
  const inbox: Message[] = [];
  const clock = standingClock(Date.UTC(2026, 0, 1));
  const database = openDatabase(':memory:');
  const pools = createUserPools({
    database,
    region: 'eu-central-1',
    endpoint: 'http://cognito.test',
    world: worldOf(clock),
    deliver: (message) => inbox.push(message),
  });
  const userPoolId = pools.provisionUserPool('UserPool', { ...userPool, ...options.userPool });
  const clientId = pools.provisionUserPoolClient('Client', { ...client, UserPoolId: userPoolId, ...options.client });
  return {
    ...createCaller({ clock: clock.now, ...options, cognito: broken(pools.handle, options.isBroken), clientId, userPoolId }),
    admin: new CognitoIdentityProviderClient({
      region: 'eu-central-1',
      endpoint: 'http://cognito.test',
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
      requestHandler: sdkWire(pools.handle),
    }),
    handle: pools.handle,
    userPoolId,
    clientId,
    inbox,
    message: (to) => {
      const newest = inbox.findLast((message) => message.to === to);
      if (!newest) throw new Error(`No message to ${to}.`);
      return newest;
    },
    now: clock.now,
    advance: (milliseconds) => clock.advance({ milliseconds }),
    close: () => database.close(),
  };
}

function broken(handle: HttpHandler, isBroken: InstanceOptions['isBroken']): HttpHandler {
  return async (request) => {
    const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
    return isBroken?.(operation) ? exception('InternalErrorException', 'Broken.', 500) : handle(request);
  };
}
