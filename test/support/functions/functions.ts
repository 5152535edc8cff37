import type { HttpHandler } from '../../../local/http/http-message.ts';
import type { jsonConsole } from '../../../local/lambda/json-console.ts';
import { readPerson } from '../../../resolvers/account/person.ts';
import type { AccountTable } from '../../../resolvers/account-table/account-table.ts';
import { createForget } from '../../../resolvers/account-table/forget.ts';
import { observed } from '../../../resolvers/activity/events.ts';
import { createLogBook } from '../../../resolvers/activity/log-book.ts';
import { accountHappenings } from '../../../resolvers/activity/of-account.ts';
import { adminHappenings } from '../../../resolvers/activity/of-admin.ts';
import { recoveryHappenings } from '../../../resolvers/activity/of-recovery.ts';
import { userHappenings } from '../../../resolvers/activity/of-user.ts';
import { createTrail } from '../../../resolvers/activity/trail.ts';
import type { AdminContext } from '../../../resolvers/administration/contexts.ts';
import { forAdministrators } from '../../../resolvers/administration/for-administrators.ts';
import { createAppClient } from '../../../resolvers/aws/app-client.ts';
import { createCognito } from '../../../resolvers/aws/cognito.ts';
import type { Post } from '../../../resolvers/aws/post.ts';
import { createSign } from '../../../resolvers/aws/sign.ts';
import type {
  AccountField,
  AdminField,
  GptField,
  RecoveryField,
  SignUpField,
  UserField,
} from '../../../resolvers/call/fields.ts';
import type { CheckCaptcha } from '../../../resolvers/captcha/captcha.ts';
import type { AuthSettings } from '../../../resolvers/config/environment.ts';
import type { AttemptLimitsConfig, MessageLimitsConfig } from '../../../resolvers/config/limits.ts';
import { NoticeKind } from '../../../resolvers/config/notice-kind.ts';
import type { SignInName } from '../../../resolvers/generated/schema.ts';
import { SignUpMode } from '../../../resolvers/generated/schema.ts';
import { createAttemptLimits } from '../../../resolvers/limits/attempts.ts';
import { guarded } from '../../../resolvers/limits/guarded.ts';
import { createMessageLimits } from '../../../resolvers/limits/messages.ts';
import { accountGuards } from '../../../resolvers/limits/of-account.ts';
import { signUpGuards } from '../../../resolvers/limits/of-sign-up.ts';
import { userGuards } from '../../../resolvers/limits/of-user.ts';
import { createNotices, type Mail } from '../../../resolvers/notices/notices.ts';
import * as accountOperations from '../../../resolvers/operations/account/index.ts';
import * as adminOperations from '../../../resolvers/operations/admin/index.ts';
import type {
  AccountContext,
  GptContext,
  RecoveryContext,
  SignUpContext,
  UserContext,
} from '../../../resolvers/operations/contexts.ts';
import * as gptOperations from '../../../resolvers/operations/gpt/index.ts';
import * as recoveryOperations from '../../../resolvers/operations/recovery/index.ts';
import * as signUpOperations from '../../../resolvers/operations/sign-up/index.ts';
import * as userOperations from '../../../resolvers/operations/user/index.ts';
import type { Breaches } from '../../../resolvers/passwords/breaches.ts';
import { createPasswords } from '../../../resolvers/passwords/passwords.ts';
import { createAttempts } from '../../../resolvers/recovery/attempts.ts';
import { readPerson as readOwner } from '../../../resolvers/recovery/person.ts';
import { createRecoveryCodes } from '../../../resolvers/recovery/recovery-code-store.ts';
import { createLog, createLossLog } from '../../../resolvers/serve/log.ts';
import { serve } from '../../../resolvers/serve/serve.ts';
import { createEvenTime, type EvenTimeOptions } from '../../../resolvers/sign-in/even-time.ts';
import type { PoolDomain } from '../../../resolvers/sign-in/pool-domain.ts';
import { createNameSeal } from '../../../resolvers/sign-in/sealed-name.ts';
import { inProcess } from '../wire/in-process.ts';
import { authSettings } from './auth-settings.ts';

export interface FunctionsOptions {
  /** The service at the other end of the wire. */
  readonly cognito: HttpHandler;
  /** The wire itself. Default: in this process. */
  readonly post?: Post;
  /** The clock for the time-outs of calls to Cognito. Default: the real one. */
  readonly now?: () => number;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly passesCallerAddress?: boolean;
  readonly userPoolId?: string;
  readonly signUpModes?: readonly SignUpMode[];
  readonly signInNames?: readonly SignInName[];
  /** Default: none. */
  readonly reservedNames?: readonly string[];
  readonly writableAttributes?: readonly string[];
  readonly totpIssuer?: string;
  readonly authSettings?: Partial<AuthSettings>;
  /** How recent a sign-in must be for dangerous operations. Default: any sign-in is recent enough. */
  readonly reauthentication?: AuthSettings['reauthentication'];
  /** Default: false. */
  readonly tracksSessions?: boolean;
  /** Default: false. */
  readonly remembersDevices?: boolean;
  /** Milliseconds since 1970. Default: the real clock. */
  readonly clock?: () => number;
  /** The table for data that Cognito does not keep. Default: none. */
  readonly accountTable?: AccountTable;
  /** What is counted in that table. Default: nothing. */
  readonly messageLimits?: MessageLimitsConfig;
  /** What is counted in that table. Default: nothing. */
  readonly attemptLimits?: AttemptLimitsConfig;
  /** Default: there is none. */
  readonly captcha?: CheckCaptcha;
  /** Receives the mails that inform users of changes. Default: no mails. */
  readonly sendMail?: (mail: Mail) => Promise<unknown>;
  readonly gpt?: Omit<GptContext, 'request' | 'cognito'>;
  /** Default: answers are not delayed. */
  readonly evenTime?: EvenTimeOptions;
  /** Default: false. */
  readonly refuseGuessable?: boolean;
  /** The names of other providers. Default: no federation. */
  readonly providers?: readonly string[];
  /** The domain of the pool. Default: none. */
  readonly domain?: PoolDomain;
  /** The list of leaked passwords. Default: no look-up. */
  readonly breaches?: Breaches;
}

const aws = { region: 'eu-central-1', endpoint: 'http://cognito.test' };
const credentials = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test' };

/**
 * The handlers of all functions, with the real SDK over the given wire.
 * @param output Where they log.
 */
export function createFunctions(options: FunctionsOptions, output: ReturnType<typeof jsonConsole>) {
  const log = createLog(output);
  const cognito = createCognito(aws, {
    post: options.post ?? inProcess(options.cognito),
    sign: createSign('cognito-idp', aws, credentials),
    pause: async () => undefined,
    ...(options.now && { now: options.now }),
  });
  const client = createAppClient({
    clientId: options.clientId ?? 'testclient',
    clientSecret: options.clientSecret ?? null,
    passesCallerAddress: options.passesCallerAddress ?? false,
  });
  const { accountTable: table, sendMail } = options;
  const lost = createLossLog(output, 'activity');
  const trail = table ? [createTrail({ ...table, days: 90, lost })] : [];
  const counted = createLossLog(output, 'count');
  const messages =
    table && options.messageLimits ? createMessageLimits({ ...table, limits: options.messageLimits, lost: counted }) : null;
  const attempts =
    table && options.attemptLimits ? createAttemptLimits({ ...table, limits: options.attemptLimits, lost: counted }) : null;
  const captcha = options.captcha ?? null;
  const { mfaTypes } = { ...authSettings, ...options.authSettings };
  const sendsSecondFactors = mfaTypes.some((type) => type !== 'SOFTWARE_TOKEN_MFA');
  const told = {
    kinds: new Set(Object.values(NoticeKind)),
    texts: { texts: {}, languages: {} },
    now: options.clock ?? Date.now,
    lost: createLossLog(output, 'notice'),
  };
  const userPoolId = options.userPoolId ?? 'eu-central-1_Test';
  const federation = options.providers ? { userPoolId, providers: new Set(options.providers) } : null;
  const { passwordPolicy } = { ...authSettings, ...options.authSettings };
  const passwords = createPasswords(
    { ...passwordPolicy, refuseGuessable: options.refuseGuessable ?? false, breaches: null },
    options.breaches ?? null,
  );
  return {
    user: serve<UserField, UserContext>({
      operations: observed(
        guarded(userOperations, userGuards({ messages, attempts, captcha, sendsSecondFactors })),
        userHappenings,
        trail,
      ),
      dependencies: {
        cognito,
        client,
        authSettings: { ...authSettings, ...options.authSettings },
        passwords,
        nameSeal: createNameSeal(options.clientSecret ?? null),
        domain: options.domain ?? null,
        evenTime: createEvenTime(options.evenTime ?? { milliseconds: null }),
      },
      log,
    }),
    account: serve<AccountField, AccountContext>({
      operations: observed(guarded(accountOperations, accountGuards(messages)), accountHappenings, [
        ...trail,
        ...(sendMail ? [createNotices<AccountContext>({ ...told, send: sendMail, before: readPerson, after: readPerson })] : []),
      ]),
      dependencies: {
        cognito,
        totpIssuer: options.totpIssuer ?? 'Test',
        passwords,
        reauthentication: options.reauthentication ?? null,
        tracksSessions: options.tracksSessions ?? false,
        remembersDevices: options.remembersDevices ?? false,
        now: options.clock ?? Date.now,
        recoveryCodes: table ? createRecoveryCodes(table) : null,
        logBook: table ? createLogBook(table) : null,
        forget: table ? createForget({ ...table, lost }) : null,
        federation,
      },
      log,
    }),
    recovery: serve<RecoveryField, RecoveryContext>({
      operations: observed(recoveryOperations, recoveryHappenings, [
        ...trail,
        ...(sendMail ? [createNotices<RecoveryContext>({ ...told, send: sendMail, after: readOwner })] : []),
      ]),
      dependencies: {
        cognito,
        client,
        userPoolId,
        passwords,
        mfaTypes: new Set({ ...authSettings, ...options.authSettings }.mfaTypes),
        recovery: table ? { codes: createRecoveryCodes(table), countAttempt: createAttempts(table) } : null,
        remembersDevices: options.remembersDevices ?? false,
      },
      log,
    }),
    'sign-up': serve<SignUpField, SignUpContext>({
      operations: guarded(signUpOperations, signUpGuards({ messages, captcha })),
      dependencies: {
        cognito,
        client,
        userPoolId,
        signUpModes: new Set(options.signUpModes ?? Object.values(SignUpMode)),
        reservedNames: options.reservedNames ?? [],
        signInNames: new Set(options.signInNames ?? authSettings.signInNames),
        writableAttributes: new Set(options.writableAttributes ?? ['given_name', 'family_name']),
        passwords,
      },
      log,
    }),
    admin: serve<AdminField, AdminContext>({
      operations: forAdministrators(observed(adminOperations, adminHappenings, trail)),
      dependencies: {
        cognito,
        userPoolId,
        adminGroup: 'admin',
        signInNames: new Set(options.signInNames ?? authSettings.signInNames),
        passwords,
        reauthentication: options.reauthentication ?? null,
        tracksSessions: options.tracksSessions ?? false,
        remembersDevices: options.remembersDevices ?? false,
        now: options.clock ?? Date.now,
        recoveryCodes: table ? createRecoveryCodes(table) : null,
        logBook: table ? createLogBook(table) : null,
        forget: table ? createForget({ ...table, lost }) : null,
        federation,
      },
      log,
    }),
    gpt: serve<GptField, GptContext>({ operations: gptOperations, dependencies: { cognito, ...(options.gpt ?? noGpt) }, log }),
  };
}

const noGpt: Omit<GptContext, 'request' | 'cognito'> = {
  chat: async () => {
    throw new Error('This test has no language model.');
  },
  apiKey: { read: async () => null, forget: () => undefined },
  countQuestion: null,
  messageCharacters: 8000,
  defaultModel: 'test-model',
  paysFor: () => true,
  wantsProvenAddress: false,
  now: () => 0,
};
