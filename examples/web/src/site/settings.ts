/** The outputs of the stack that the page needs. */
export interface Settings {
  readonly GraphQLUrl: string;
  readonly ApiKey: string;
  readonly Region: string;
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  readonly CognitoEndpoint: string;
}

const names = ['GraphQLUrl', 'ApiKey', 'Region', 'UserPoolId', 'UserPoolClientId', 'CognitoEndpoint'] as const;

/** Reads an `outputs.json`. */
export async function loadSettings(url: URL): Promise<Settings> {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`There is no ${url.pathname}: the server answers ${response.status}.`);
  return readSettings(await response.json());
}

/**
 * Accepts the form of `.local/outputs.json`, and that of `cdk deploy --outputs-file`, with the outputs under the name
 * of the stack.
 */
export function readSettings(json: unknown): Settings {
  const nested = isRecord(json) ? Object.values(json).filter(isRecord) : [];
  const found = [json, ...nested].find(isSettings);
  if (found) return found;
  throw new Error(`outputs.json must hold ${names.join(', ')}, at its top or under the name of one stack.`);
}

function isSettings(value: unknown): value is Settings {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
