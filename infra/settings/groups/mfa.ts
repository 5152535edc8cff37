import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const mfa = z.strictObject({
  mode: setting(z.enum(['OFF', 'OPTIONAL', 'ON']).default('OPTIONAL'), {
    is: 'Whether a sign-in asks for a second factor: never (OFF), from users who have one (OPTIONAL), or always (ON).',
    becomes: '`AWS::Cognito::UserPool.MfaConfiguration`',
  }),
  types: setting(z.array(z.enum(['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'])).default(['SOFTWARE_TOKEN_MFA']), {
    is: 'Second factors. SMS_MFA requires `messages.sms`; EMAIL_OTP requires `messages.ses` and another factor.',
    becomes: '`AWS::Cognito::UserPool.EnabledMfas`',
  }),
  issuer: setting(
    z
      .stringFormat('name of 1 to 64 characters, without a colon', /^[^:\p{C}]{1,64}$/u)
      .nullable()
      .default(null),
    {
      is: 'The name that an authenticator app shows with the codes. Null for the name of the stack.',
      becomes: '`TOTP_ISSUER` of the account function',
    },
  ),
});
