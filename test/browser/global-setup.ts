import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of all tests listens. */
    readonly chromium: string;
  }
}

/** The headless shell is preferred: it draws no windows and tabs, and takes a quarter less time. */
const executables = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Starts the system's Chromium, headless, once for all tests. `CHROMIUM` names another one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env['CHROMIUM'] ?? executables.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('The browser tests want Chromium: apt-get install chromium, or set CHROMIUM to its path.');
  const server = await chromium.launchServer({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
