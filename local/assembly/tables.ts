import type { Table } from '../aws/dynamodb/table.ts';
import { AssemblyError } from './assembly.ts';
import type { Resources } from './resources.ts';

/** The tables that a stack declares. Throws `AssemblyError` for one that DynamoDB would refuse to create. */
export function readTables(resources: Resources): Table[] {
  return ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap(resources.ofType).map((logicalId) => {
    const { KeySchema, AttributeDefinitions, TimeToLiveSpecification } = resources.properties(logicalId);
    const types = new Map(list(AttributeDefinitions).map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]));
    const key = list(KeySchema).map(({ AttributeName }): [string, string] => {
      const type = types.get(AttributeName);
      if (type === undefined)
        throw new AssemblyError(`${logicalId} does not define ${String(AttributeName)}, an attribute of its key.`);
      return [String(AttributeName), String(type)];
    });
    if (key.length === 0) throw new AssemblyError(`${logicalId} has no key.`);
    const [timeToLive] = list([TimeToLiveSpecification ?? {}]);
    return {
      name: resources.ref(logicalId),
      arn: resources.attribute(logicalId, 'Arn'),
      key: new Map(key),
      timeToLive: timeToLive?.['Enabled'] === true ? String(timeToLive['AttributeName']) : null,
    };
  });
}

function list(value: unknown): Record<string, unknown>[] {
  // They are objects by CloudFormation's schema, and each key that is read from them is checked.
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
