import { Kind, type ValueNode } from 'graphql';

/** A value as Java's `toString` prints it, which is how AppSync's messages quote it: `{key1=hi, key2=[1, 2]}`. */
export function javaValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(javaValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${javaValue(item)}`)
    .join(', ')}}`;
}

/** The name of the Java class that AppSync's engine uses for the value. */
export function javaClass(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'ArrayList';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  if (typeof value === 'object') return 'LinkedHashMap';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** A literal as graphql-java's `toString` prints it: `ObjectValue{objectFields=[…]}`. */
export function javaLiteral(node: ValueNode): string {
  switch (node.kind) {
    case Kind.OBJECT: {
      const fields = node.fields.map((field) => `ObjectField{name='${field.name.value}', value=${javaLiteral(field.value)}}`);
      return `ObjectValue{objectFields=[${fields.join(', ')}]}`;
    }
    case Kind.LIST:
      return `ArrayValue{values=[${node.values.map(javaLiteral).join(', ')}]}`;
    case Kind.NULL:
      return 'NullValue{}';
    case Kind.VARIABLE:
      return `VariableReference{name='${node.name.value}'}`;
    case Kind.STRING:
      return `StringValue{value='${node.value}'}`;
    case Kind.ENUM:
      return `EnumValue{name='${node.value}'}`;
    default:
      return `${{ IntValue: 'IntValue', FloatValue: 'FloatValue', BooleanValue: 'BooleanValue' }[node.kind]}{value=${node.value}}`;
  }
}
