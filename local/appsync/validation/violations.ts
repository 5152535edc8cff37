/** graphql-java's name of a violation, and its text. */
export type Violation = readonly [type: string, text: string];

/**
 * AppSync's engine is graphql-java, and clients show its texts. Each row: a pattern for the text of graphql-js,
 * graphql-java's name of the violation, and its text, into which the groups of the pattern are inserted. A message
 * without a row keeps its own text under `InvalidSyntax`, graphql-java's name for all other violations.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.validation
 */
const rows: readonly (readonly [pattern: RegExp, type: string, text: string])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, 'FieldUndefined', "Field '$1' in type '$2' is undefined"],
  [/^Unknown argument "(\w+)" on field/, 'UnknownArgument', 'Unknown field argument $1'],
  [/^Unknown argument "(\w+)" on directive/, 'UnknownDirective', 'Unknown directive argument $1'],
  [/^Unknown directive "@(\w+)"/, 'UnknownDirective', 'Unknown directive $1'],
  [/^Directive "@(\w+)" may not be used on/, 'MisplacedDirective', 'Directive $1 not allowed here'],
  [
    /^The directive "@(\w+)" can only be used once/,
    'DuplicateDirectiveName',
    "The directive '$1' cannot be used more than once at this location",
  ],
  [/^Unknown fragment "(\w+)"/, 'UndefinedFragment', 'Undefined fragment $1'],
  [/^Unknown type "(\w+)"/, 'UnknownType', 'Unknown type $1'],
  [
    /^(Anonymous operation with other operations\.|Operation \w+ is following anonymous operation\.)$/,
    'LoneAnonymousOperationViolation',
    '$1',
  ],
  [/^Cannot spread fragment "\w+" within itself/, 'FragmentCycle', 'Fragment cycles not allowed'],
  [/^Variable "\$(\w+)" is not defined/, 'UndefinedVariable', 'Undefined variable $1'],
  [/^Variable "\$(\w+)" is never used/, 'UnusedVariable', 'Unused variable $1'],
  [/^Fragment "(\w+)" is never used/, 'UnusedFragment', 'Unused fragment $1'],
  [
    /^Variable "\$(\w+)" cannot be non-input type "(.+)"/,
    'NonInputTypeOnVariable',
    'Input variable $1 type $2 is not an input type',
  ],
  [
    /^Variable "\$\w+" of type "(.+)" used in position expecting type "(.+)"\./,
    'VariableTypeMismatch',
    "Variable type '$1' doesn't match expected type '$2'",
  ],
  [/^There can be only one operation named "(\w+)"/, 'DuplicateOperationName', "There can be only one operation named '$1'"],
  [/^There can be only one fragment named "(\w+)"/, 'DuplicateFragmentName', "There can be only one fragment named '$1'"],
  [/^There can be only one argument named "(\w+)"/, 'DuplicateArgumentNames', "There can be only one argument named '$1'"],
  [/^There can be only one variable named "\$(\w+)"/, 'DuplicateVariableName', "There can be only one variable named '$1'"],
  [
    /^Fields "(\w+)" conflict because "(\w+)" and "(\w+)" are different fields/,
    'FieldsConflict',
    '$1: $2 and $3 are different fields',
  ],
  [/^Fields "(\w+)" conflict because they have differing arguments/, 'FieldsConflict', '$1: they have differing arguments'],
  [
    /^Fields "(\w+)" conflict because they return conflicting types "(.+)" and "(.+)"\./,
    'FieldsConflict',
    '$1: they return differing types $2 and $3',
  ],
  [/^Fields "(\w+)" conflict because/, 'FieldsConflict', '$1: their subfields conflict'],
  [
    /^Fragment "(\w+)" cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    'InvalidFragmentType',
    'Fragment $1 cannot be spread here as objects of type $2 can never be of type $3',
  ],
  [
    /^Fragment cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    'InvalidFragmentType',
    'Fragment cannot be spread here as objects of type $1 can never be of type $2',
  ],
  [
    /^Fragment cannot condition on non composite type/,
    'InlineFragmentTypeConditionInvalid',
    'Inline fragment type condition is invalid, must be on Object/Interface/Union',
  ],
  [
    /^Fragment "\w+" cannot condition on non composite type/,
    'FragmentTypeConditionInvalid',
    'Fragment type condition is invalid, must be on Object/Interface/Union',
  ],
  [/^Field "\w+" argument "(\w+)" of type ".+" is required/, 'MissingFieldArgument', 'Missing field argument $1'],
  [/^Argument "(\w+)" of required type ".+" was not provided/, 'MissingFieldArgument', 'Missing field argument $1'],
  [/^Directive "@\w+" argument "(\w+)" of type ".+" is required/, 'MissingDirectiveArgument', 'Missing directive argument $1'],
  [
    /^Field "(\w+)" must not have a selection since type "(.+)" has no subfields/,
    'SubSelectionNotAllowed',
    'Sub selection not allowed on leaf type $2 of field $1',
  ],
  [
    /^Field "(\w+)" of type "(.+)" must have a selection of subfields/,
    'SubSelectionRequired',
    'Sub selection required for type $2 of field $1',
  ],
  [/^The "?(\w+)"? definition is not executable/, 'NonExecutableDefinition', 'The $1 definition is not executable'],
];

/** graphql-java's name and text for a message of graphql-js. */
export function violationOf(message: string): Violation {
  for (const [pattern, type, text] of rows) {
    const match = pattern.exec(message);
    if (match !== null) return [type, text.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')];
  }
  return ['InvalidSyntax', message];
}
