import type { AwsConfig } from '../aws/endpoint.ts';
import { aws, type Environment, required, url } from './variables.ts';

export interface CaptchaConfig {
  /** Of Secrets Manager. */
  readonly aws: AwsConfig;
  readonly secretId: string;
  readonly verifyUrl: URL;
}

/** Null where the stage has none. @throws Error that names the variable that is missing or wrong. */
export function captcha(env: Environment): CaptchaConfig | null {
  if (env['CAPTCHA_SECRET_ID'] === undefined) return null;
  return {
    aws: aws(env, 'AWS_ENDPOINT_URL_SECRETS_MANAGER'),
    secretId: required(env, 'CAPTCHA_SECRET_ID'),
    verifyUrl: new URL(url(env, 'CAPTCHA_VERIFY_URL') ?? required(env, 'CAPTCHA_VERIFY_URL')),
  };
}
