import { z } from 'zod';
import { arn, emailAddress, hostName } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

const passkeys = z.strictObject({
  relyingParty: setting(hostName, {
    is: 'Host that passkeys are bound to. Never change it: no existing passkey works with another host.',
    becomes: '`AWS::Cognito::UserPool.WebAuthnRelyingPartyID`',
  }),
  userVerification: setting(z.enum(['preferred', 'required']).default('preferred'), {
    is: 'Whether the device must verify its user, with a fingerprint, face or PIN.',
    becomes: '`AWS::Cognito::UserPool.WebAuthnUserVerification`',
  }),
});

/** Sign-in with a code by mail, which uses the flow CUSTOM_AUTH. */
export const passwordlessSettings = z.strictObject({
  sender: setting(emailAddress, {
    is:
      'The address that sends the codes. It must belong to a verified SES identity, and the account must be out of ' +
      'the SES sandbox. On a laptop the mail goes to the inbox.',
    becomes: '`SENDER` of the trigger CreateAuthChallenge',
  }),
  identityArn: setting(arn('an SES identity', 'ses', 'identity/[^*?\\s]+'), {
    is: 'The ARN of that identity. The mail is sent from the Region of the identity, even if the stack is in another.',
    becomes: '`AWS::IAM::Policy`, `SENDER_REGION` of the trigger CreateAuthChallenge',
  }),
});

const flow = z.enum(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH']);

export const defaultFlows: readonly z.infer<typeof flow>[] = ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'];

export const signIn = z.strictObject({
  names: setting(
    z
      .array(z.enum(['USERNAME', 'EMAIL', 'PHONE_NUMBER']))
      .min(1)
      .default(['USERNAME', 'EMAIL']),
    {
      is:
        'What users sign in with. If USERNAME is listed, the others are aliases, which work once they are ' +
        'verified. Otherwise the address or number is itself the user name. ' +
        'Cognito can never change this for an existing pool.',
      becomes: '`AWS::Cognito::UserPool.AliasAttributes` or `UsernameAttributes`',
    },
  ),
  caseSensitive: setting(z.boolean().default(false), {
    is: 'Whether `Anna` and `anna` are two users. Cognito can never change this for an existing pool.',
    becomes: '`AWS::Cognito::UserPool.UsernameConfiguration.CaseSensitive`',
  }),
  flows: setting(
    z
      .array(flow)
      .min(1)
      .default([...defaultFlows]),
    { is: 'Flows that `login` accepts.', becomes: '`AWS::Cognito::UserPoolClient.ExplicitAuthFlows`' },
  ),
  firstFactors: setting(z.array(z.enum(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'])).default(['PASSWORD']), {
    is: 'The first factors that flow USER_AUTH may offer. SMS_OTP requires `messages.sms`, WEB_AUTHN requires `passkeys`.',
    becomes: '`AWS::Cognito::UserPool.Policies.SignInPolicy.AllowedFirstAuthFactors`',
  }),
  passkeys: setting(passkeys.nullable().default(null), {
    is: 'Passkeys; null for none.',
    becomes: '`AWS::Cognito::UserPool.WebAuthnRelyingPartyID`',
  }),
  passwordless: setting(passwordlessSettings.nullable().default(null), {
    is:
      'Sign-in with a code by mail. This enables flow CUSTOM_AUTH and three triggers, which count their mails by ' +
      '`protection.messageLimits` too. Null for none.',
    becomes:
      '`AWS::Cognito::UserPool.LambdaConfig.DefineAuthChallenge`, `AWS::Cognito::UserPool.LambdaConfig.CreateAuthChallenge`, ' +
      '`AWS::Cognito::UserPool.LambdaConfig.VerifyAuthChallengeResponse`, `AWS::Cognito::UserPoolClient.ExplicitAuthFlows`',
  }),
  rememberDevices: setting(z.enum(['NEVER', 'ON_REQUEST', 'ALWAYS']).default('NEVER'), {
    is: 'Whether devices are remembered: never, if the user agrees, or always.',
    becomes: '`AWS::Cognito::UserPool.DeviceConfiguration`',
  }),
  recovery: setting(
    z
      .array(z.enum(['EMAIL', 'PHONE_NUMBER']))
      .max(2)
      .default(['EMAIL']),
    {
      is:
        'How the code for a forgotten password may be sent, in order of preference. It is sent to verified ' +
        'addresses only. If the list is empty, only an administrator can reset passwords.',
      becomes: '`AWS::Cognito::UserPool.AccountRecoverySetting`',
    },
  ),
  clientSecret: setting(z.boolean().default(false), {
    is:
      'Whether the app client has a secret, which only the functions know. Nobody can then bypass this API by ' +
      'signing up or in at Cognito itself, and Amplify and other clients of Cognito stop working. ' +
      'Changing this creates a new client and ends every session.',
    becomes:
      '`AWS::Cognito::UserPoolClient.GenerateSecret`, `USER_POOL_CLIENT_SECRET` of the user, recovery and sign-up functions',
  }),
  plan: setting(z.enum(['LITE', 'ESSENTIALS', 'PLUS']).default('ESSENTIALS'), {
    is:
      "Cognito's feature plan, which decides the price. LITE has no USER_AUTH (passkeys, codes as first factor), " +
      'MFA by e-mail, password history, refresh token rotation or V2 of PreTokenGeneration. PLUS adds only threat ' +
      'protection.',
    becomes: '`AWS::Cognito::UserPool.UserPoolTier`',
  }),
});
