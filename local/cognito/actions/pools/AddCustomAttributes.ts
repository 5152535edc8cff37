import { action } from '../../action.ts';
import { customAttributesInput, withCustomAttributes } from '../../settings/schema-attributes.ts';
import { refuseDuringImport } from '../../user-import/jobs.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), CustomAttributes: required(customAttributesInput) });

/**
 * Nothing can remove an attribute again.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html
 */
export const AddCustomAttributes = action(input, ({ UserPoolId, CustomAttributes }, { pools, imports, world }) => {
  const pool = poolOf({ pools }, UserPoolId);
  refuseDuringImport({ imports }, pool.id);
  const SchemaAttributes = withCustomAttributes(pool.settings.SchemaAttributes, CustomAttributes);
  pools.putPool({ ...pool, settings: { ...pool.settings, SchemaAttributes }, modifiedAt: world.now() }, null);
  return {};
});
