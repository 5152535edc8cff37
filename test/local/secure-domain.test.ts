import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { checkServerIdentity } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepCertificate } from '../../local/data/certificate.ts';
import { type RuntimeOptions, startRuntime } from '../../local/runtime.ts';
import { makeAssembly } from '../support/local/assemblies.ts';
import { makeFolder } from '../support/local/folders.ts';

const dayMs = 86_400_000;

async function start(options: Partial<RuntimeOptions>) {
  const runtime = await startRuntime({ assembly: makeAssembly(), dataDir: makeFolder(), port: 0, cognitoPort: 0, ...options });
  onTestFinished(() => runtime.close());
  return runtime;
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** A call by a program that trusts one certificate. Node itself would compare the certificate with `Host`. */
function call(url: string, ca: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(
      url,
      { ca, headers, checkServerIdentity: (_, cert) => checkServerIdentity(new URL(url).hostname, cert) },
      async (response) => {
        let body = '';
        for await (const chunk of response) body += String(chunk);
        resolve({ status: response.statusCode, body });
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('the domain by TLS', () => {
  test('has a certificate of this machine, which is kept with a key that only the owner can read', async () => {
    const dataDir = makeFolder();
    const { domainUrl = '', close } = await start({ dataDir, domainTlsPort: 0 });
    const cert = readFileSync(join(dataDir, 'tls-certificate.pem'), 'utf8');
    for (const host of ['localhost', '127.0.0.1']) {
      expect(await call(`${domainUrl.replace('localhost', host)}/oauth2/userInfo`, cert)).toMatchObject({ status: 400 });
    }
    expect(statSync(join(dataDir, 'tls-key.pem')).mode & 0o777).toBe(0o600);
    await close();
    await start({ dataDir, domainTlsPort: 0 });
    expect(readFileSync(join(dataDir, 'tls-certificate.pem'), 'utf8')).toBe(cert);
  });

  test('serves the domain only, and to this machine by its own names', async () => {
    const dataDir = makeFolder();
    const { domainUrl = '', outputs } = await start({ dataDir, domainTlsPort: 0 });
    const cert = readFileSync(join(dataDir, 'tls-certificate.pem'), 'utf8');
    const discovery = `/${outputs.UserPoolId}/.well-known/openid-configuration`;
    expect((await fetch(`${outputs.CognitoEndpoint}${discovery}`)).status).toBe(200);
    expect(await call(`${domainUrl}${discovery}`, cert)).toMatchObject({ status: 404 });
    expect(await call(`${domainUrl}/oauth2/userInfo`, cert, { host: 'evil.example' })).toMatchObject({ status: 403 });
  });

  test('is not there unless it is asked for, and names its variable if the port is taken', async () => {
    const { domainUrl } = await start({});
    expect(domainUrl).toBeUndefined();
    const { domainUrl: other = '' } = await start({ domainTlsPort: 0 });
    const port = Number(new URL(other).port);
    await expect(start({ domainTlsPort: port })).rejects.toThrow(
      `Port ${port} is already in use. Set DOMAIN_TLS_PORT to another port.`,
    );
  });
});

describe('keepCertificate', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  test('cannot sign other certificates, and is renewed 30 days before its end', async () => {
    const folder = makeFolder();
    const { cert } = await keepCertificate(folder, now);
    const { ca, subjectAltName, keyUsage, validToDate } = new X509Certificate(cert);
    expect({ ca, subjectAltName, keyUsage }).toEqual({
      ca: false,
      subjectAltName: 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
      keyUsage: ['1.3.6.1.5.5.7.3.1'],
    });
    const lastDay = validToDate.getTime() - 30 * dayMs;
    expect((await keepCertificate(folder, lastDay - 1)).cert).toBe(cert);
    expect((await keepCertificate(folder, lastDay)).cert).not.toBe(cert);
  });

  test('replaces a certificate whose key is another one, or that is cut off', async () => {
    const folder = makeFolder();
    const { cert, key } = await keepCertificate(folder, now);
    writeFileSync(join(folder, 'tls-key.pem'), (await keepCertificate(':memory:', now)).key);
    const second = await keepCertificate(folder, now);
    expect(second.cert).not.toBe(cert);
    expect(second.key).not.toBe(key);
    writeFileSync(join(folder, 'tls-certificate.pem'), second.cert.slice(0, 200));
    expect((await keepCertificate(folder, now)).cert).toMatch(/-----END CERTIFICATE-----\s*$/);
  });
});
