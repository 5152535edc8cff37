import { z } from 'zod';
import { setting } from '../schema/setting.ts';

const needs = (name: string, property: string) =>
  setting(z.boolean().default(true), {
    is: `Whether a password needs ${name}.`,
    becomes: `\`AWS::Cognito::UserPool.Policies.PasswordPolicy.${property}\``,
  });

export const passwords = z.strictObject({
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
    is: 'How many former passwords cannot be used again; 0 for none. Requires plan ESSENTIALS or PLUS.',
    unit: 'passwords',
    becomes: '`AWS::Cognito::UserPool.Policies.PasswordPolicy.PasswordHistorySize`',
  }),
  temporaryPasswordValidityDays: setting(z.int().min(1).max(365).default(7), {
    is: 'How long a temporary password is valid.',
    unit: 'days',
    becomes: '`AWS::Cognito::UserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays`',
  }),
});
