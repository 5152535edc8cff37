import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/** Of what Cognito takes as a name of a group, that which needs no quoting anywhere. */
const groupName = z.stringFormat('name of 1 to 128 letters, digits and _ + = , . @ -', /^[\w+=,.@-]{1,128}$/);

export const administration = setting(
  z
    .strictObject({
      group: setting(groupName.default('admin'), {
        is: 'The group whose members are the administrators. The stack makes it, empty; a pool that has a group of this name already refuses the deployment. Another name is another, empty group.',
        becomes:
          '`AWS::Cognito::UserPoolGroup`, `cognito_groups` in the schema, `ADMIN_GROUP` of the admin function, `AUTH_CONFIG` of the user function',
      }),
    })
    .nullable()
    .default(null),
  {
    is: 'The operations of administrators (`users`, `user`, `adminCreateUser` and so on), or null for none: they then answer NOT_ENABLED, and there is no function that could do them. Switching them off deletes the group, so that nobody is an administrator when they are switched on again.',
    becomes: 'the admin function, its data source and rights, `AWS::Cognito::UserPoolGroup`',
  },
);
