import { z } from 'zod';
import { setting } from '../schema/setting.ts';

/** Cognito allows more characters in the name of a group; these need no quoting anywhere. */
const groupName = z.stringFormat('name of 1 to 128 letters, digits and _ + = , . @ -', /^[\w+=,.@-]{1,128}$/);

export const administration = setting(
  z
    .strictObject({
      group: setting(groupName.default('admin'), {
        is: 'The group whose members are the administrators. The stack creates it without members. The deployment fails if the pool already has a group of this name. If you change the name, the stack creates a new, empty group.',
        becomes:
          '`AWS::Cognito::UserPoolGroup`, `cognito_groups` in the schema, `ADMIN_GROUP` of the admin function, `AUTH_CONFIG` of the user function',
      }),
    })
    .nullable()
    .default(null),
  {
    is: 'The operations for administrators (`users`, `user`, `adminCreateUser` and so on). If this is null, they answer NOT_ENABLED, and there is no admin function. Switching them off deletes the group, so nobody is an administrator when they are switched on again.',
    becomes: 'the admin function, its data source and rights, `AWS::Cognito::UserPoolGroup`',
  },
);
