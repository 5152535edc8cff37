import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../http/http.ts';

const dayMs = 86_400_000;
/** Apple's systems trust no server certificate of more than 825 days (https://support.apple.com/en-us/103769). */
const validDays = 730;
const renewedDaysBefore = 30;
const names = ['localhost', '127.0.0.1', '::1'] as const;

export const certificateFile = (dataDir: string): string => join(dataDir, 'tls-certificate.pem');
const keyFile = (dataDir: string): string => join(dataDir, 'tls-key.pem');

/**
 * A certificate for this machine's own names, created at the first start and kept; a new one takes its place 30 days
 * before it expires. It signs for itself and cannot sign others, so whoever trusts it trusts this server alone.
 * `:memory:` gets a new one each time.
 */
export async function keepCertificate(dataDir: string | ':memory:', now: number): Promise<Certificate> {
  if (dataDir === ':memory:') return makeCertificate(now);
  const kept = readCertificate(dataDir);
  if (kept && isUsable(kept, now)) return kept;
  const made = await makeCertificate(now);
  write(keyFile(dataDir), made.key);
  write(certificateFile(dataDir), made.cert);
  return made;
}

function readCertificate(dataDir: string): Certificate | undefined {
  if (!existsSync(certificateFile(dataDir)) || !existsSync(keyFile(dataDir))) return undefined;
  return { cert: readFileSync(certificateFile(dataDir), 'utf8'), key: readFileSync(keyFile(dataDir), 'utf8') };
}

function isUsable({ cert, key }: Certificate, now: number): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const isValid = certificate.validFromDate.getTime() <= now;
    const isLasting = now + renewedDaysBefore * dayMs < certificate.validToDate.getTime();
    return isValid && isLasting && certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    // Not PEM, such as a file that was cut off.
    return false;
  }
}

async function makeCertificate(now: number): Promise<Certificate> {
  // Loaded only here, since it takes longer than the rest of a start.
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'User pool on this machine' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // Clocks of virtual machines may be a little behind.
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (name === 'localhost' ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { cert, key };
}

/** Atomically, and for the owner only. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
