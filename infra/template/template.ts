/** A CloudFormation template, as far as it is read here. */
export interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs: Record<string, { Value: unknown; Export?: unknown }>;
}

export interface Resource {
  readonly Type: string;
  /** JSON with the structure of CloudFormation, as `JSON.parse` types it. */
  Properties: Record<string, ReturnType<typeof JSON.parse>>;
  DependsOn?: string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export function resources(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The one resource of a type. */
export function only(template: Template, type: string): Resource {
  const [found, ...others] = resources(template, type);
  if (found === undefined || others.length > 0)
    throw new Error(`The template has ${others.length + (found ? 1 : 0)} of ${type}.`);
  return found[1];
}

/** The resource whose logical id begins with a text. */
export function named(template: Template, type: string, prefix: string): Resource {
  const found = resources(template, type).find(([id]) => id.startsWith(prefix));
  if (found === undefined) throw new Error(`The template has no ${type} ${prefix}….`);
  return found[1];
}

export interface Statement {
  /** The logical id of the resource that contains it. */
  readonly owner: string;
  readonly actions: readonly string[];
  readonly resource: unknown;
}

/** Every statement of every policy, whether the policy is a resource of its own or part of a role. */
export function statements(template: Template): Statement[] {
  return Object.entries(template.Resources).flatMap(([owner, { Type, Properties }]) => {
    const documents = [
      ...(Type === 'AWS::IAM::Policy' ? [Properties['PolicyDocument']] : []),
      ...(Type === 'AWS::IAM::Role'
        ? (Properties['Policies'] ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument)
        : []),
    ];
    return documents.flatMap((document) =>
      document.Statement.map((statement: { Action: string | string[]; Resource: unknown }) => ({
        owner,
        actions: [statement.Action].flat(),
        resource: statement.Resource,
      })),
    );
  });
}
