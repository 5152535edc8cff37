import type { LambdaFunction } from './function.ts';
import type { ProxyVariables } from './proxies.ts';

export interface ServiceVariablesOptions {
  /** Temporary credentials of the function's role, which are only valid for the local services. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
  /** The URL at which the AWS SDK finds Cognito, DynamoDB, KMS, Secrets Manager and SES, like a VPC endpoint. */
  readonly endpoint: string;
  readonly openaiBaseUrl?: string;
  /** Where a solved captcha is verified. */
  readonly captchaVerifyUrl?: string;
  /** The base of the user pool's pages and OAuth endpoints. */
  readonly userPoolDomain?: string;
  readonly proxies?: ProxyVariables | undefined;
}

/**
 * The whole environment of a function: the template's variables, those that the Lambda service adds
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), the addresses of the local services, and
 * the machine's proxies. Nothing else of the developer's environment. A stage without a mail domain deploys without
 * notices by mail; on a laptop they have a sender, since all mail goes to the inbox.
 */
export function functionVariables(fn: LambdaFunction, options: ServiceVariablesOptions): Record<string, string> {
  const { credentials, endpoint, openaiBaseUrl, captchaVerifyUrl, userPoolDomain, proxies } = options;
  return {
    LANG: 'en_US.UTF-8',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    TZ: ':UTC',
    ...proxies,
    NOTICE_SENDER: JSON.stringify({ from: 'no-reply@localhost', replyTo: null, region: fn.region, configurationSet: null }),
    ...fn.variables,
    ...(openaiBaseUrl !== undefined && { OPENAI_BASE_URL: openaiBaseUrl }),
    ...(captchaVerifyUrl !== undefined && { CAPTCHA_VERIFY_URL: captchaVerifyUrl }),
    // Only where the stack has a domain: without one, the function offers no such sign-in.
    ...(userPoolDomain !== undefined && 'USER_POOL_DOMAIN' in fn.variables && { USER_POOL_DOMAIN: userPoolDomain }),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_DEFAULT_REGION: fn.region,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_KMS: endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
    AWS_ENDPOINT_URL_SESV2: endpoint,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memorySizeMB),
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    ...(fn.jsonLogs && { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: fn.jsonLogs.minimumLevel }),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_REGION: fn.region,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LAMBDA_TASK_ROOT: fn.codeDirectory,
    _HANDLER: fn.handler,
  };
}
