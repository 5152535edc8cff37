import { createPost } from '../aws/post.ts';
import type { CaptchaConfig } from '../config/captcha.ts';
import { createSecretKey, createSecrets } from '../secrets/secret-key.ts';
import { type CheckCaptcha, createCaptcha } from './captcha.ts';

/** @param env Lambda's own environment, for the credentials. */
export function openCaptcha(
  { aws, secretId, verifyUrl }: CaptchaConfig,
  env: Readonly<Record<string, string | undefined>>,
): CheckCaptcha {
  return createCaptcha({
    secretKey: createSecretKey({ secrets: createSecrets(aws, env), secretId, member: 'secretKey', now: () => performance.now() }),
    post: createPost(verifyUrl),
    host: verifyUrl.host,
  });
}
