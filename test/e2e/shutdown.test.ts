import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startProcess } from '../support/process.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'auth-shutdown-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const query = `mutation($input: LoginInput!) { login(input: $input) { __typename } }`;

describe('SIGTERM', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'amid load (%s): each request ends, or is told that the server goes',
    async (signal) => {
      const child = await startProcess(dataDir);
      const exited = new Promise((resolve) => child.process.once('exit', resolve));
      const answers: { status: number; connection: string | null; text: string }[] = [];
      const refusals: unknown[] = [];
      const callForever = async (): Promise<void> => {
        for (let n = 0; ; n += 1) {
          const response = await fetch(child.url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-api-key': child.apiKey },
            body: JSON.stringify({ query, variables: { input: { username: `nobody-${n}`, password: 'Wrong-password-1' } } }),
          });
          answers.push({ status: response.status, connection: response.headers.get('connection'), text: await response.text() });
          if (answers.length === 40) child.process.kill(signal);
        }
      };
      await Promise.all(Array.from({ length: 16 }, () => callForever().catch((error: unknown) => refusals.push(error))));
      expect(await exited).toBe(0);

      // A client that connects after the port is closed finds no server; no other client gets an incomplete answer.
      expect(refusals).toHaveLength(16);
      for (const refusal of refusals) expect(refusal).toMatchObject({ message: 'fetch failed' });
      const [ended, told] = [answers.filter(({ status }) => status === 200), answers.filter(({ status }) => status !== 200)];
      expect(ended.length).toBeGreaterThanOrEqual(40);
      for (const { text } of ended) expect(text).toMatch(/"errorType":"(?:INVALID_CREDENTIALS|TOO_MANY_ATTEMPTS)"/);
      for (const { text, ...rest } of told) {
        expect(rest).toEqual({ status: 503, connection: 'close' });
        expect(text).toContain('ServiceUnavailableException');
      }
      expect(child.output()).not.toContain('does not exist');
    },
  );
});
