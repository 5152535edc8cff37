import { z } from 'zod';
import { domainName, standardAttribute } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html: 20 characters, 50
 * attributes.
 */
const customAttributeName = z.stringFormat(
  'name of 1 to 20 letters, digits and _, without the prefix custom:',
  /^[A-Za-z]\w{0,19}$/,
);

const customAttribute = z.strictObject({
  type: z.enum(['String', 'Number', 'Boolean', 'DateTime']).default('String'),
  /** The minimum length of a String, or the minimum value of a Number. */
  minimum: z.int().nullable().default(null),
  /** The maximum length of a String, or the maximum value of a Number. */
  maximum: z.int().nullable().default(null),
  mutable: z.boolean().default(true),
});

const attributeName = z.union([
  standardAttribute,
  z.stringFormat('name of a standard attribute, or of a custom one with the prefix custom:', /^custom:[A-Za-z]\w{0,19}$/),
]);

export const signUp = z.strictObject({
  modes: setting(
    z
      .array(z.enum(['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION']))
      .min(1)
      .default(['PASSWORD']),
    {
      is:
        'The forms of `signUp` that are enabled. Without PASSWORD the pool itself refuses self-service. With ' +
        'INVITATION anybody who has the API key can ' +
        'have mail sent to any address, which then belongs to the new user; enable it only if you want that.',
      becomes: '`AWS::Cognito::UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly`, the sign-up function',
    },
  ),
  emailDomains: setting(z.array(domainName).max(20).default([]), {
    is:
      'The domains that the e-mail address of a new user may belong to; empty for any. A PreSignUp trigger ' +
      'checks this, so that calling Cognito directly does not bypass it. ' +
      'It does not apply when a user changes their address later.',
    becomes: '`AWS::Cognito::UserPool.LambdaConfig.PreSignUp`',
  }),
  reservedNames: setting(
    z
      .array(z.stringFormat('name without commas', /^[^,\s]{1,128}$/))
      .max(100)
      .default([
        'abuse',
        'admin',
        'administrator',
        'hostmaster',
        'no-reply',
        'postmaster',
        'root',
        'security',
        'support',
        'system',
        'webmaster',
      ]),
    {
      is: 'User names that `signUp` refuses, in upper or lower case and in spellings that look like them (`Adm1n`).',
      becomes: '`RESERVED_NAMES` of the sign-up function',
    },
  ),
  requiredAttributes: setting(z.array(standardAttribute).default([]), {
    is: 'Attributes that a new user must have. Cognito can never change them for an existing pool.',
    becomes: '`AWS::Cognito::UserPool.Schema`',
  }),
  customAttributes: setting(z.record(customAttributeName, customAttribute).default({}), {
    is:
      'Your own attributes by name, without `custom:`: `{ type, minimum, maximum, mutable }`. The type is String ' +
      'unless you set Number, Boolean or DateTime. The bounds limit the length of a ' +
      'String or the value of a Number. At most 50. You can add more later, but never change or remove one.',
    becomes: '`AWS::Cognito::UserPool.Schema`',
  }),
  writableAttributes: setting(
    z
      .array(attributeName)
      .min(1)
      .default([
        'email',
        'family_name',
        'given_name',
        'locale',
        'name',
        'nickname',
        'phone_number',
        'picture',
        'preferred_username',
        'zoneinfo',
      ]),
    {
      is:
        'Attributes that users may write themselves; write custom ones as `custom:<name>`. The verified flags are ' +
        'never among them.',
      becomes: '`AWS::Cognito::UserPoolClient.WriteAttributes`, the sign-up function',
    },
  ),
});
