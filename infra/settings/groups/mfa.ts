import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const mfa = z.strictObject({
  mode: setting(z.enum(['OFF', 'OPTIONAL', 'ON']).default('OPTIONAL'), {
    is: 'Whether a second factor is asked for: never, of those who have one, or always.',
    becomes: '`AWS::Cognito::UserPool.MfaConfiguration`',
  }),
  types: setting(z.array(z.enum(['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'])).default(['SOFTWARE_TOKEN_MFA']), {
    is: 'Second factors. SMS_MFA wants `messages.sms`; EMAIL_OTP wants `messages.ses` and another factor beside it.',
    becomes: '`AWS::Cognito::UserPool.EnabledMfas`',
  }),
  issuer: setting(
    z
      .stringFormat('name of 1 to 64 characters, without a colon', /^[^:\p{C}]{1,64}$/u)
      .nullable()
      .default(null),
    {
      is: 'What an authenticator app shows over the codes. Null is the name of the stack.',
      becomes: '`TOTP_ISSUER` of the account function',
    },
  ),
});
