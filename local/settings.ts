import { resolve } from 'node:path';
import { type ProxyVariables, proxyVariables } from './lambda/proxies.ts';
import type { LogFormat } from './terminal-log.ts';
import { StartError } from './world/start-error.ts';

/** What a developer may set, by environment variable. */
export interface Settings {
  /** `PORT`, 4000 by default: GraphQL, GraphiQL and the developer page. 0 takes any free port. */
  readonly port: number;
  /** `COGNITO_PORT`, 4001 by default: Cognito's wire protocol and the keys of its tokens. 0 takes any free port. */
  readonly cognitoPort: number;
  /** `DOMAIN_TLS_PORT`: the pool's domain by TLS, too. 0 takes any free port. If not set, there is no such port. */
  readonly domainTlsPort?: number;
  /** `DATA_DIR`, `.local` by default. Absolute. */
  readonly dataDir: string;
  /** `CDK_OUTDIR`, `cdk.out` by default: the cloud assembly, with the CDK's name for this variable. Absolute. */
  readonly assembly: string;
  /** `APP_DIR`, `examples/web/dist` by default: the page that `/app` serves. Absolute. */
  readonly appDir: string;
  /** `SEED_FILE`, `seed.json` by default: the users that the developer page can create. Absolute. */
  readonly seedFile: string;
  /** `LOCAL_API_KEY`: `da2-` and 26 lower-case letters or digits. If not set, it is created once and kept. */
  readonly apiKey?: string;
  /** `LOG_FORMAT`, `text` by default. */
  readonly logFormat: LogFormat;
  /** `DAILY_EMAILS`: how many mails per day Cognito's own sender sends, 50 in AWS; no limit if not set. */
  readonly dailyEmails?: number;
  readonly environment: {
    readonly OPENAI_BASE_URL?: string;
    readonly OPENAI_API_KEY?: string;
    /** `CAPTCHA_VERIFY_URL`: where a solved captcha is verified; by the local runtime when it is not set. */
    readonly CAPTCHA_VERIFY_URL?: string;
    /** `CAPTCHA_SECRET_KEY`: the secret key for it, such as one that the provider gives for tests. */
    readonly CAPTCHA_SECRET_KEY?: string;
    /**
     * `FEDERATION_SECRETS`: the secrets of identity providers that run on this machine, as one JSON object from the name
     * or ARN of each secret to its members: `{"arn:…": {"clientSecret": "…"}}`.
     */
    readonly FEDERATION_SECRETS?: ReadonlyMap<string, string>;
  };
  /** The machine's proxies for the functions. */
  readonly proxies: ProxyVariables;
}

/** A setting that cannot be used. The message names the variable, and contains no secret. */
class SettingError extends StartError {
  override readonly name = 'SettingError';
}

/** Reads and checks every setting. An empty variable counts as not set. Throws `SettingError`. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const port = readPort(variables, 'PORT', 4000);
  const cognitoPort = readPort(variables, 'COGNITO_PORT', 4001);
  if (port === cognitoPort && port !== 0) throw new SettingError(`COGNITO_PORT must differ from PORT; both are ${port}.`);
  const domainTlsPort = variables['DOMAIN_TLS_PORT'] ? readPort(variables, 'DOMAIN_TLS_PORT', 0) : undefined;
  if (domainTlsPort !== 0 && (domainTlsPort === port || domainTlsPort === cognitoPort)) {
    throw new SettingError(`DOMAIN_TLS_PORT must differ from PORT and COGNITO_PORT; it is ${domainTlsPort}.`);
  }
  const apiKey = variables['LOCAL_API_KEY'] || undefined;
  if (apiKey !== undefined && !/^da2-[a-z0-9]{26}$/.test(apiKey)) {
    throw new SettingError('LOCAL_API_KEY must be `da2-` and 26 lower-case letters or digits.');
  }
  const openaiBaseUrl = readUrl('OPENAI_BASE_URL', 'OPENAI_API_KEY', variables['OPENAI_BASE_URL'] || undefined);
  const openaiApiKey = variables['OPENAI_API_KEY'] || undefined;
  if (openaiApiKey !== undefined && !/^[\x21-\x7e]+$/.test(openaiApiKey)) {
    throw new SettingError('OPENAI_API_KEY must hold printable characters only, and no space.');
  }
  const captchaVerifyUrl = readUrl('CAPTCHA_VERIFY_URL', 'CAPTCHA_SECRET_KEY', variables['CAPTCHA_VERIFY_URL'] || undefined);
  const captchaSecretKey = variables['CAPTCHA_SECRET_KEY'] || undefined;
  const federationSecrets = readSecrets(variables['FEDERATION_SECRETS'] || undefined);
  const logFormat = variables['LOG_FORMAT'] || 'text';
  if (logFormat !== 'text' && logFormat !== 'json') {
    throw new SettingError(`LOG_FORMAT must be text or json, not ${JSON.stringify(logFormat)}.`);
  }
  return {
    port,
    cognitoPort,
    ...(domainTlsPort !== undefined && { domainTlsPort }),
    dataDir: resolve(variables['DATA_DIR'] || '.local'),
    assembly: resolve(variables['CDK_OUTDIR'] || 'cdk.out'),
    appDir: resolve(variables['APP_DIR'] || 'examples/web/dist'),
    seedFile: resolve(variables['SEED_FILE'] || 'seed.json'),
    logFormat,
    ...(apiKey !== undefined && { apiKey }),
    ...readDailyEmails(variables['DAILY_EMAILS'] || undefined),
    environment: {
      ...(openaiBaseUrl !== undefined && { OPENAI_BASE_URL: openaiBaseUrl }),
      ...(openaiApiKey !== undefined && { OPENAI_API_KEY: openaiApiKey }),
      ...(captchaVerifyUrl !== undefined && { CAPTCHA_VERIFY_URL: captchaVerifyUrl }),
      ...(captchaSecretKey !== undefined && { CAPTCHA_SECRET_KEY: captchaSecretKey }),
      ...(federationSecrets !== undefined && { FEDERATION_SECRETS: federationSecrets }),
    },
    proxies: proxyVariables(variables),
  };
}

function readPort(variables: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = variables[name];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new SettingError(`${name} must be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
  return port;
}

function readDailyEmails(text: string | undefined): Pick<Settings, 'dailyEmails'> {
  if (text === undefined) return {};
  if (!/^\d{1,9}$/.test(text)) throw new SettingError(`DAILY_EMAILS must be a whole number, not ${JSON.stringify(text)}.`);
  return { dailyEmails: Number(text) };
}

/** Each secret as its SecretString. The texts of errors repeat nothing of it. */
function readSecrets(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return undefined;
  const secrets = parsedJson(text);
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(secrets) || !Object.values(Object(secrets)).every(isObject)) {
    throw new SettingError('FEDERATION_SECRETS must be a JSON object from the name or ARN of each secret to its members.');
  }
  return new Map(Object.entries(Object(secrets)).map(([id, members]) => [id, JSON.stringify(members)]));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readUrl(name: string, keyName: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new SettingError(`${name} must be an http or https URL${examples.get(name) ?? ''}.`);
  }
  if (url.username !== '' || url.password !== '')
    throw new SettingError(`${name} must hold no name and password; ${keyName} is the key.`);
  return text;
}

const examples: ReadonlyMap<string, string> = new Map([['OPENAI_BASE_URL', ', such as http://localhost:11434/v1']]);
