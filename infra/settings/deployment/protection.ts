import { z } from 'zod';
import { setting } from '../schema/setting.ts';
import { captcha } from './captcha.ts';
import { attemptLimits, messageLimits } from './limits.ts';

const requests = (most: number) => z.int().min(10).max(2_000_000_000).default(most);

export const protection = z.strictObject({
  webAcl: setting(
    z
      .strictObject({
        requestsPerFiveMinutes: setting(requests(2000), {
          is: 'How many requests of any kind one IP address may make.',
          unit: 'requests in five minutes',
          becomes: '`AWS::WAFv2::WebACL.Rules` (rate-based)',
        }),
        publicRequestsPerFiveMinutes: setting(requests(100), {
          is:
            'How many requests with a mutation that needs no sign-in one IP address may make. Do not set it too ' +
            'low, since the users of an office or a mobile network share an address.',
          unit: 'requests in five minutes',
          becomes: '`AWS::WAFv2::WebACL.Rules` (rate-based)',
        }),
        managedRules: setting(z.enum(['OFF', 'COUNT', 'BLOCK']).default('COUNT'), {
          is:
            "AWS's rules against known bad addresses and inputs: off, count only, or block. Rules that look at the " +
            'body only count, whatever you choose, since a good password may look like an attack.',
          becomes: '`AWS::WAFv2::WebACL.Rules` (managed rule groups)',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'A web ACL (AWS WAF) in front of the API; null for none.',
      becomes: '`AWS::WAFv2::WebACL`, `WebACLAssociation`',
      laptop: 'There is no AWS WAF on a laptop.',
    },
  ),
  messageLimits,
  attemptLimits,
  captcha,
  reauthentication: setting(
    z
      .strictObject({
        maxAgeMinutes: setting(z.int().min(1).max(1440).default(10), {
          is: 'How long ago the sign-in may be. A refresh does not count as a sign-in.',
          unit: 'minutes',
          becomes: '`REAUTHENTICATION` of the account function',
        }),
        acr: setting(z.enum(['urn:cognito:loa:3', 'urn:cognito:loa:4']).nullable().default(null), {
          is:
            'The lowest level of that sign-in: 3 is a passkey, or a password and a code that was sent; 4 is a ' +
            'password and an authenticator app. Null for any level. Requires `mfa.mode` ON, since users ' +
            'without a second factor could otherwise never set one up.',
          becomes: '`REAUTHENTICATION` of the account function',
        }),
      })
      .nullable()
      .prefault({}),
    {
      is:
        'The recent sign-in that is required for operations that could lock the owner out: changing factors or ' +
        'addresses, deleting the account. If this is null, none is required, and anybody with a stolen access token ' +
        'can take over the account.',
      becomes: '`REAUTHENTICATION` of the account function, `AUTH_CONFIG` of the user function',
    },
  ),
  evenAnswers: setting(
    z
      .strictObject({
        milliseconds: setting(z.int().min(50).max(5000).default(1000), {
          is:
            'How long an answer waits. An answer that takes longer waits for the next multiple, so choose more ' +
            'than your mail takes.',
          unit: 'milliseconds',
          becomes: '`EVEN_ANSWERS_MS` of the user function',
        }),
      })
      .nullable()
      .prefault({}),
    {
      is:
        'Whether operations that may send a code (`forgotPassword`, `resendConfirmationCode`, the flows USER_AUTH ' +
        'and CUSTOM_AUTH) take the same time for every address, whether or not it has an account. Null if not.',
      becomes: '`EVEN_ANSWERS_MS` of the user function',
    },
  ),
  hideAddresses: setting(z.boolean().default(false), {
    is:
      'Whether `login` accepts an address only in USER_PASSWORD_AUTH and CUSTOM_AUTH. In USER_SRP_AUTH Cognito ' +
      'reveals the user name of an address, and in USER_AUTH it answers differently for addresses without an ' +
      'account. Every flow still accepts a user name.',
    becomes: '`AUTH_CONFIG` of the user function',
  }),
  threatProtection: setting(z.enum(['OFF', 'AUDIT', 'ENFORCED']).default('OFF'), {
    is:
      'Whether Cognito rates the risk of each sign-in: not at all, only in its log, or blocking risky ones. ' +
      "Requires `signIn.plan` PLUS and `signIn.clientSecret`, which lets the functions pass on the caller's " +
      'address.',
    becomes:
      '`AWS::Cognito::UserPool.UserPoolAddOns`, `AWS::Cognito::UserPoolClient.EnablePropagateAdditionalUserContextData`, `PASS_CALLER_ADDRESS` of the user, ' +
      'recovery and sign-up functions',
    laptop: 'How Cognito rates risk is not public, so a laptop does not imitate it.',
  }),
});
