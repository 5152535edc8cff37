import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../local/settings.ts';

const key = `da2-${'a1'.repeat(13)}`;

describe('readSettings', () => {
  test('nothing set is the default', () => {
    expect(readSettings({ PORT: '', LOCAL_API_KEY: '' })).toEqual({
      port: 4000,
      cognitoPort: 4001,
      dataDir: resolve('.local'),
      assembly: resolve('cdk.out'),
      appDir: resolve('examples/web/dist'),
      seedFile: resolve('seed.json'),
      logFormat: 'text',
      environment: {},
      proxies: {},
    });
  });

  test('every variable is taken', () => {
    const given = {
      PORT: '0',
      COGNITO_PORT: '0',
      DOMAIN_TLS_PORT: '0',
      DATA_DIR: '/data',
      CDK_OUTDIR: '/out',
      APP_DIR: '/app',
      SEED_FILE: '/users.json',
      LOG_FORMAT: 'json',
      LOCAL_API_KEY: key,
      DAILY_EMAILS: '50',
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_API_KEY: 'sk-1',
      HTTPS_PROXY: 'http://proxy.example:8080',
    };
    expect(readSettings(given)).toEqual({
      port: 0,
      cognitoPort: 0,
      domainTlsPort: 0,
      dataDir: '/data',
      assembly: '/out',
      appDir: '/app',
      seedFile: '/users.json',
      logFormat: 'json',
      apiKey: key,
      dailyEmails: 50,
      environment: { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_API_KEY: 'sk-1' },
      proxies: { HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: 'localhost,127.0.0.1,[::1]', NODE_USE_ENV_PROXY: '1' },
    });
  });

  test.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not "http".'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, not "70000".'],
    [{ COGNITO_PORT: '-1' }, 'COGNITO_PORT must be a number from 0 to 65535, not "-1".'],
    [{ COGNITO_PORT: '4000' }, 'COGNITO_PORT must differ from PORT; both are 4000.'],
    [{ DOMAIN_TLS_PORT: '4001' }, 'DOMAIN_TLS_PORT must differ from PORT and COGNITO_PORT; it is 4001.'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT must be text or json, not "xml".'],
    [{ LOCAL_API_KEY: 'hunter2' }, 'LOCAL_API_KEY must be `da2-` and 26 lower-case letters or digits.'],
    [{ DAILY_EMAILS: 'many' }, 'DAILY_EMAILS must be a whole number, not "many".'],
    [{ DAILY_EMAILS: '-1' }, 'DAILY_EMAILS must be a whole number, not "-1".'],
    [{ OPENAI_BASE_URL: 'localhost:1' }, 'OPENAI_BASE_URL must be an http or https URL, such as http://localhost:11434/v1.'],
    [
      { OPENAI_BASE_URL: 'https://me:hunter2@host' },
      'OPENAI_BASE_URL must hold no name and password; OPENAI_API_KEY is the key.',
    ],
    [{ OPENAI_API_KEY: 'hunter2 ' }, 'OPENAI_API_KEY must hold printable characters only, and no space.'],
  ])('%j is refused by the name of the variable, without the secret', (variables, message) => {
    expect(() => readSettings(variables)).toThrow(expect.objectContaining({ name: 'SettingError', message }));
  });
});
