import type { InvokeTrigger } from '../cognito/invoke-trigger.ts';
import { createUserPools, type UserPools } from '../cognito/server/user-pools.ts';
import type { Database } from '../data/database.ts';
import type { Inbox } from '../data/inbox.ts';
import { onlyLoopback } from '../http/guard.ts';
import type { HttpHandler, HttpResponse } from '../http/http-message.ts';
import type { World } from '../world/world.ts';
import { captchaPath, createCaptchaVerifier, localCaptchaKey } from './captcha.ts';
import type { Table } from './dynamodb/table.ts';
import { createDynamoDb } from './dynamodb.ts';
import { createKms } from './kms.ts';
import { filterLogEvents } from './logs.ts';
import { createDoor } from './protocol/door.ts';
import { kmsProtocol, logsProtocol, secretsProtocol, sesProtocol } from './protocol/protocols.ts';
import { getSecretValue } from './secrets.ts';
import { sendEmail } from './ses.ts';

export interface AwsServicesOptions {
  readonly database: Database;
  readonly world: World;
  readonly inbox: Inbox;
  readonly region: string;
  readonly accountId: string;
  /** The URL at which `handle` is served. */
  readonly endpoint: string;
  readonly invokeTrigger: InvokeTrigger;
  /** What the running stack declares. */
  readonly declared: () => {
    readonly secretArns: readonly string[];
    readonly captchaSecretArns: readonly string[];
    readonly tables: readonly Table[];
  };
  readonly openaiApiKey: string | undefined;
  /** For a verifier that the developer has set; undefined for the local one. */
  readonly captchaSecretKey: string | undefined;
  /** How many mails per day Cognito's own sender sends; undefined for no limit. */
  readonly dailyEmails: number | undefined;
}

/** Every service of AWS that a function or a client calls, on one port. */
export interface AwsServices {
  readonly handle: HttpHandler;
  readonly userPools: UserPools;
  /** The credentials of the functions. */
  readonly credentials: Credentials;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export function createAwsServices(options: AwsServicesOptions): AwsServices {
  const { database, world, inbox, region, accountId, endpoint, invokeTrigger, declared, dailyEmails } = options;
  const { openaiApiKey, captchaSecretKey = localCaptchaKey } = options;
  const { deliver } = inbox;
  const credentials = temporaryCredentials(world);
  const kms = createKms({ database, world });
  const userPools = createUserPools({
    database,
    region,
    endpoint,
    world,
    deliver,
    dailyEmails,
    accountId,
    generateDataKey: kms.generateDataKey,
    invokeTrigger,
  });
  const door = createDoor(
    [
      createDynamoDb({ database, world, tables: () => declared().tables }),
      { ...kmsProtocol, operations: { Decrypt: kms.decrypt } },
      {
        ...secretsProtocol,
        operations: {
          GetSecretValue: getSecretValue({
            secretArns: () => declared().secretArns,
            captchaSecretArns: () => declared().captchaSecretArns,
            openaiApiKey,
            captchaSecretKey,
          }),
        },
      },
      { ...logsProtocol, isForPrograms: true, operations: { FilterLogEvents: filterLogEvents(userPools) } },
      { ...sesProtocol, operations: { SendEmail: sendEmail({ deliver, world }) } },
    ],
    credentials.accessKeyId,
  );
  const verifyCaptcha = createCaptchaVerifier();
  const handle = onlyLoopback(async (request) =>
    request.url === captchaPath ? verifyCaptcha(request) : (door(request) ?? userPools.handle(request)),
  );
  return { handle, userPools, credentials };
}

/** An error that every service has (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html). */
export function internalFailure(message: string): HttpResponse {
  return {
    status: 500,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store', 'x-amzn-errortype': 'InternalFailure' },
    body: JSON.stringify({ __type: 'InternalFailure', message }),
  };
}

/** They look like a role's temporary credentials. Only the functions know them, and they are worthless elsewhere. */
function temporaryCredentials(world: World): Credentials {
  return {
    accessKeyId: `ASIA${world.randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: world.randomBytes(30).toString('base64'),
    sessionToken: world.randomBytes(60).toString('base64'),
  };
}
