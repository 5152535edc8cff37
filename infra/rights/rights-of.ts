import type { Template } from '../guard/deployed.ts';

/** One statement of a policy. */
export interface Right {
  /** What the role is for: its description, or its logical id if it has none. */
  readonly role: string;
  /** Who may assume the role: `lambda`, `appsync`, `cognito-idp`. */
  readonly takenBy: string;
  readonly effect: string;
  readonly actions: readonly string[];
  /** Intrinsic functions are written as in Fn::Sub; a whole resource as its type and logical id. */
  readonly resources: readonly string[];
  /** As JSON; null if there is none. */
  readonly condition: string | null;
}

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: unknown;
  readonly Principal?: { readonly Service?: unknown };
}

type Resource = Template['Resources'][string];

/**
 * Everything that the roles of a template may do: the roles of the functions, of AppSync, and of Cognito if it sends
 * text messages.
 */
export function rightsOf(template: Template): readonly Right[] {
  const resources = Object.entries(template.Resources);
  const roles = resources.filter(([, { Type }]) => Type === 'AWS::IAM::Role');
  return roles.flatMap(([id, role]) => {
    const policies = resources.filter(
      ([, { Type, Properties = {} }]) =>
        (Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy') &&
        listOf(Properties['Roles']).some((attached) => refOf(attached) === id),
    );
    const documents = [
      ...listOf(role.Properties?.['Policies']).map((policy) => member(policy, 'PolicyDocument')),
      ...policies.map(([, { Properties = {} }]) => Properties['PolicyDocument']),
    ];
    const who = { role: descriptionOf(id, role), takenBy: takersOf(role) };
    const managed = listOf(role.Properties?.['ManagedPolicyArns']).map((arn) => ({
      ...who,
      effect: 'Allow',
      actions: ['the policy'],
      resources: [words(arn, template)],
      condition: null,
    }));
    return [...documents.flatMap(statementsOf).map((statement) => rightOf(who, statement, template)), ...managed];
  });
}

function rightOf(who: Pick<Right, 'role' | 'takenBy'>, statement: Statement, template: Template): Right {
  const { Effect = 'Allow', Action, NotAction, Resource, Condition } = statement;
  return {
    ...who,
    effect: Effect,
    actions: [...listOf(Action), ...listOf(NotAction).map((action) => `all but ${action}`)].map(String),
    resources: listOf(Resource).map((resource) => words(resource, template)),
    condition: Condition === undefined ? null : JSON.stringify(Condition),
  };
}

/** The rights as a Markdown table with aligned columns. */
export function rightsTable(rights: readonly Right[]): string {
  const code = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');
  const rows = rights.map(({ role, takenBy, effect, actions, resources, condition }) => [
    `${role} (${takenBy})`,
    `${effect === 'Allow' ? '' : `${effect} `}${code(actions)}`,
    code(resources),
    condition === null ? '' : code([condition]),
  ]);
  const head = ['role', 'may', 'on', 'if'];
  const widths = head.map((title, column) => Math.max(title.length, 3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function descriptionOf(id: string, { Properties = {} }: Resource): string {
  const { Description } = Properties;
  return typeof Description === 'string' ? Description : id;
}

function takersOf({ Properties = {} }: Resource): string {
  const services = statementsOf(Properties['AssumeRolePolicyDocument']).flatMap(({ Principal }) => listOf(Principal?.Service));
  return services.map((service) => String(service).replace('.amazonaws.com', '')).join(', ') || 'others';
}

function words(value: unknown, template: Template): string {
  if (typeof value === 'string') return value;
  const id = refOf(value) ?? listOf(member(value, 'Fn::GetAtt'))[0];
  const type = typeof id === 'string' ? template.Resources[id]?.Type : undefined;
  return type === undefined ? substituted(value) : `${type} ${id}`;
}

/** The text that an intrinsic function produces, with its unknown parts as `${…}`. */
function substituted(value: unknown): string {
  if (typeof value === 'string') return value;
  const reference = refOf(value);
  if (reference !== undefined) return `\${${reference}}`;
  const attribute = member(value, 'Fn::GetAtt');
  if (attribute !== undefined) return `\${${listOf(attribute).join('.')}}`;
  const [separator, parts] = listOf(member(value, 'Fn::Join'));
  if (typeof separator === 'string') return listOf(parts).map(substituted).join(separator);
  const text = listOf(member(value, 'Fn::Sub'))[0];
  return typeof text === 'string' ? text : JSON.stringify(value);
}

function statementsOf(document: unknown): Statement[] {
  return listOf(member(document, 'Statement')) as Statement[]; // the structure of an IAM policy
}

function refOf(value: unknown): string | undefined {
  const ref = member(value, 'Ref');
  return typeof ref === 'string' ? ref : undefined;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
