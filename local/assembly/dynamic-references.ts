/** `{{resolve:secretsmanager:<name or ARN>:SecretString:<key>:<stage>:<version>}}`; the last three may be left out. */
const reference = /\{\{resolve:secretsmanager:((?:arn:(?:[^:{}]*:){5})?[^:{}]+):SecretString(?::([^:{}]*))?(?::[^{}]*)?\}\}/g;

/**
 * The properties with their dynamic references to secrets replaced. One to a secret that this machine does not have
 * stays as it is.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export function withSecrets(
  properties: Readonly<Record<string, unknown>>,
  secretString: (id: string) => string | undefined,
): Record<string, unknown> {
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replaceAll(reference, (whole, id: string, key: string | undefined) => {
        const secret = secretString(id);
        return (secret === undefined || !key ? secret : memberOf(secret, key)) ?? whole;
      });
    }
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item)]));
  };
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, replaced(value)]));
}

function memberOf(secret: string, key: string): string | undefined {
  const value = parsed(secret);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const member: unknown = Reflect.get(value, key);
  return typeof member === 'string' ? member : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
