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
  /** The least length of a String, the least value of a Number. */
  minimum: z.int().nullable().default(null),
  /** The greatest length of a String, the greatest value of a Number. */
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
        'The forms of `signUp` that are on. Without PASSWORD the pool itself refuses self-service. With INVITATION anybody who has the API key can ' +
        'have mail sent to any address, and the address belongs to the new user from then on: only where that is wanted.',
      becomes: '`AWS::Cognito::UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly`, the sign-up function',
    },
  ),
  emailDomains: setting(z.array(domainName).max(20).default([]), {
    is:
      'Domains that the e-mail address of a new user must be of; empty for any. Checked by a PreSignUp trigger of our own, so that nobody goes round it by calling ' +
      'Cognito; a later change of the address is not held to it.',
    becomes: '`AWS::Cognito::UserPool.LambdaConfig.PreSignUp`',
  }),
  requiredAttributes: setting(z.array(standardAttribute).default([]), {
    is: 'Attributes that a new user must have. Cognito can never change them on a living pool.',
    becomes: '`AWS::Cognito::UserPool.Schema`',
  }),
  customAttributes: setting(z.record(customAttributeName, customAttribute).default({}), {
    is:
      'Attributes of your own by name, without `custom:`: `{ type, minimum, maximum, mutable }`; type String unless Number, Boolean or DateTime; bounds of the length of a ' +
      'String or of a Number itself. At most 50; later ones can be added, none can be changed or taken away.',
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
      is: 'Attributes that users may write themselves, custom ones as `custom:<name>`. The verified flags are never among them.',
      becomes: '`AWS::Cognito::UserPoolClient.WriteAttributes`, the sign-up function',
    },
  ),
});
