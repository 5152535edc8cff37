import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** A connection to the browser of all tests. Closing it closes what was opened through it. */
export function connect(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

/** The hosts that the pages of a context call, so that a test can assert that there is only this machine. */
export function askedHosts(context: BrowserContext): ReadonlySet<string> {
  const hosts = new Set<string>();
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(hostname);
  });
  return hosts;
}
