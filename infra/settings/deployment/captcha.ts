import { z } from 'zod';
import { secretArn } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const captcha = setting(
  z
    .strictObject({
      kind: setting(z.enum(['TURNSTILE', 'HCAPTCHA', 'RECAPTCHA', 'OTHER']), {
        is: 'The provider of the captcha: Cloudflare Turnstile, hCaptcha, Google reCAPTCHA v2, or another one that is verified in the same way.',
        becomes: '`AUTH_CONFIG` of the user function; `CAPTCHA_VERIFY_URL` if `verifyUrl` is null',
      }),
      siteKey: setting(z.string().min(1).max(200), {
        is: 'The key that the page passes to the script of the provider. It is not a secret.',
        becomes: '`AUTH_CONFIG` of the user function',
      }),
      verifyUrl: setting(
        z
          .url({ protocol: /^https$/, error: 'an https URL' })
          .nullable()
          .default(null),
        {
          is: 'The URL that verifies a solved captcha: it accepts a POST of the form `secret`, `response`, `remoteip` and answers JSON with `success`. Null for the URL of `kind`; OTHER requires one. On a laptop, the local runtime verifies captchas, or the URL in the variable `CAPTCHA_VERIFY_URL`.',
          becomes: '`CAPTCHA_VERIFY_URL` of the user and the sign-up function',
        },
      ),
      secretArn: setting(secretArn.nullable().default(null), {
        is: 'An existing secret of the form `{"secretKey": "…"}`, encrypted with `aws/secretsmanager`. If this is null, the stack creates an empty one, which you fill in; until then, operations that require a captcha are refused.',
        becomes: '`AWS::SecretsManager::Secret`, `CAPTCHA_SECRET_ID` of the user and the sign-up function',
      }),
    })
    .nullable()
    .default(null),
  {
    is: 'A captcha that users solve before an operation that sends a message: sign-up, a new code, a forgotten password, and a sign-in with a code. Null for none. If it cannot be verified, the call is refused with UNAVAILABLE. Calls that go directly to Cognito need no captcha: see `signIn.clientSecret`.',
    becomes: '`CAPTCHA_VERIFY_URL` and `CAPTCHA_SECRET_ID` of the user and the sign-up function, `AUTH_CONFIG`',
  },
);
