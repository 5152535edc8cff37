import { z } from 'zod';
import { secretArn } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const captcha = setting(
  z
    .strictObject({
      kind: setting(z.enum(['TURNSTILE', 'HCAPTCHA', 'RECAPTCHA', 'OTHER']), {
        is: 'Whose captcha it is: Cloudflare Turnstile, hCaptcha, Google reCAPTCHA v2, or another one that is verified in the same way.',
        becomes: '`AUTH_CONFIG` of the user function; `CAPTCHA_VERIFY_URL` if `verifyUrl` is null',
      }),
      siteKey: setting(z.string().min(1).max(200), {
        is: 'The key that the page hands to the script of the provider. It is no secret.',
        becomes: '`AUTH_CONFIG` of the user function',
      }),
      verifyUrl: setting(
        z
          .url({ protocol: /^https$/, error: 'an https URL' })
          .nullable()
          .default(null),
        {
          is: 'Where a solved captcha is verified: a POST of the form `secret`, `response`, `remoteip` that answers JSON with `success`. Null for that of `kind`; OTHER has none. On a laptop the local runtime verifies, or what `CAPTCHA_VERIFY_URL` names.',
          becomes: '`CAPTCHA_VERIFY_URL` of the user and the sign-up function',
        },
      ),
      secretArn: setting(secretArn.nullable().default(null), {
        is: 'An existing secret of the form `{"secretKey": "…"}`, encrypted with `aws/secretsmanager`. If this is null, the stack creates an empty one, which you fill in; until then what wants a captcha is refused.',
        becomes: '`AWS::SecretsManager::Secret`, `CAPTCHA_SECRET_ID` of the user and the sign-up function',
      }),
    })
    .nullable()
    .default(null),
  {
    is: 'A captcha to be solved before what has a message sent: sign-up, a new code, a forgotten password, and a sign-in by code. Null for none. If it cannot be verified, the call is refused with UNAVAILABLE. Calls that go directly to Cognito need none: see `signIn.clientSecret`.',
    becomes: '`CAPTCHA_VERIFY_URL` and `CAPTCHA_SECRET_ID` of the user and the sign-up function, `AUTH_CONFIG`',
  },
);
