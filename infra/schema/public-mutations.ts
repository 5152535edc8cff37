import { Kind, parse } from 'graphql';

/**
 * The names of the mutations that an API key may call, so that nobody needs to sign in first. In the order of the
 * schema.
 */
export function publicMutations(source: string): readonly string[] {
  return parse(source).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
          .filter(({ directives = [] }) => directives.some(({ name }) => name.value === 'aws_api_key'))
          .map(({ name }) => name.value)
      : [],
  );
}
