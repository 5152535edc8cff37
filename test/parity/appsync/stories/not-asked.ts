/** Unconfirmed facts about AppSync that no story asks, and why. */
export const notAskedOfAppSync: Readonly<Record<string, string>> = {
  'appsync.errors.output':
    'The functions of the API answer with what its schema says, so that nothing is refused on its way out.',
  'appsync.errors.introspection-off': 'A stage without introspection refuses other questions of the probe.',
  'appsync.errors.lambda': 'A function would have to fail, which those of a healthy stage do not.',
  'appsync.js.absent-variable': 'The functions take null and nothing for the same, so that no answer tells the difference.',
  'appsync.scalars.offset': 'No field of the API takes a date.',
  'appsync.schema.descriptions': 'StartSchemaCreation would change the API of the stage, and the probe makes none.',
  'appsync.schema.root': 'StartSchemaCreation would change the API of the stage, and the probe makes none.',
  'appsync.api.key-string': 'It is about CloudFormation, which the probe does not use.',
};
