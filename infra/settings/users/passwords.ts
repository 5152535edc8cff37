import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const needs = (name: string, property: string) =>
  setting(z.boolean().default(true), {
    is: `Whether a password needs ${name}.`,
    becomes: `\`AWS::Cognito::UserPool.Policies.PasswordPolicy.${property}\``,
  });

const breachCheck = z.strictObject({
  url: setting(z.url({ protocol: /^https?$/ }).default('https://api.pwnedpasswords.com/range/'), {
    is:
      'The URL of a range API such as that of Have I Been Pwned, or of your own copy. The first five digits of a ' +
      'hash are appended to it.',
    becomes: '`PASSWORD_RULES` of the functions that set passwords',
  }),
  timeoutMs: setting(z.int().min(100).max(5000).default(1000), {
    is:
      'How long to wait for its answer. If there is none in time, the password is accepted, and the log says ' +
      '`lost: "breach-check"`.',
    unit: 'milliseconds',
    becomes: '`PASSWORD_RULES` of the functions that set passwords',
  }),
});

export const passwords = z.strictObject({
  refuseGuessable: setting(z.boolean().default(true), {
    is:
      "Whether this API refuses a new password that is the user's name or address or a well-known word, with any " +
      'digits and symbols around it (`Password1234!`). Cognito does not check this for passwords that are set at ' +
      'Cognito itself.',
    becomes: '`PASSWORD_RULES` of the functions that set passwords',
  }),
  breachCheck: setting(breachCheck.nullable().default(null), {
    is:
      'Whether this API looks up new passwords in a list of leaked ones. Only five digits of a hash leave the ' +
      'function. If this is null, nothing is looked up, as on a laptop without a network.',
    becomes: '`PASSWORD_RULES` of the functions that set passwords',
  }),
  minimumLength: setting(z.int().min(6).max(99).default(8), {
    is: 'The minimum length. NIST SP 800-63B asks for at least 8.',
    unit: 'characters',
    becomes: '`AWS::Cognito::UserPool.Policies.PasswordPolicy.MinimumLength`',
  }),
  requireUppercase: needs('an upper-case letter', 'RequireUppercase'),
  requireLowercase: needs('a lower-case letter', 'RequireLowercase'),
  requireNumbers: needs('a digit', 'RequireNumbers'),
  requireSymbols: needs('a special character', 'RequireSymbols'),
  historySize: setting(z.int().min(0).max(24).default(0), {
    is: 'How many former passwords cannot be reused; 0 for none. Requires plan ESSENTIALS or PLUS.',
    unit: 'passwords',
    becomes: '`AWS::Cognito::UserPool.Policies.PasswordPolicy.PasswordHistorySize`',
  }),
  temporaryPasswordValidityDays: setting(z.int().min(1).max(365).default(7), {
    is: 'How long a temporary password is valid.',
    unit: 'days',
    becomes: '`AWS::Cognito::UserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays`',
  }),
});
