import { z } from 'zod';
import { setting } from '../schema/setting.ts';

export const mfa = z.strictObject({
  mode: setting(z.enum(['OFF', 'OPTIONAL', 'ON']).default('OPTIONAL'), {
    is: 'Whether a sign-in asks for a second factor: never (OFF), if the user has one (OPTIONAL), or always (ON).',
    becomes: '`AWS::Cognito::UserPool.MfaConfiguration`',
  }),
  types: setting(z.array(z.enum(['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'])).default(['SOFTWARE_TOKEN_MFA']), {
    is: 'Second factors. SMS_MFA requires `messages.sms`; EMAIL_OTP requires `messages.ses` and another factor.',
    becomes: '`AWS::Cognito::UserPool.EnabledMfas`',
  }),
  recoveryCodes: setting(z.boolean().default(false), {
    is:
      'Whether users can create recovery codes. There are ten, and each works once: with a code and their ' +
      'password, users who have lost their second factor can recover their account.',
    becomes:
      '`AWS::DynamoDB::Table`, `ALLOW_ADMIN_USER_PASSWORD_AUTH` in ' +
      '`AWS::Cognito::UserPoolClient.ExplicitAuthFlows`, `RECOVERY_CODES` of the account and the recovery ' +
      'function',
  }),
  issuer: setting(
    z
      .stringFormat('name of 1 to 64 characters, without a colon', /^[^:\p{C}]{1,64}$/u)
      .nullable()
      .default(null),
    {
      is: 'The name that an authenticator app shows with the codes. Null means the name of the stack.',
      becomes: '`TOTP_ISSUER` of the account function',
    },
  ),
});
