import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ConfirmedPerson, confirmedPerson } from '../../clients/people.ts';
import { changedStage, removeStage, rotating } from '../../examples/web/stage.ts';
import { type System, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { type Site, serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

let browser: Browser;

async function open(url: string, hash?: string): Promise<Visit> {
  const opened = await visit({ browser, url, ...(hash && { hash }) });
  onTestFinished(() => opened.close());
  return opened;
}

async function signIn(ann: Visit, { username, password }: ConfirmedPerson): Promise<void> {
  await ann.fill('User name or e-mail', username);
  await ann.fill('Password', password);
  await ann.press('Sign in');
}

/** The refresh tokens that the tabs of a visit send, in order. */
function refreshesOf({ context }: Visit): readonly string[] {
  const sent: string[] = [];
  context.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('mutation RefreshTokens')) sent.push(JSON.parse(body).variables.input.refreshToken);
  });
  return sent;
}

beforeAll(async () => {
  browser = await connect();
});

afterAll(() => browser.close());

describe('if refresh tokens work once, without a grace period', () => {
  let stage: string;
  let system: System;
  let site: Site;
  let person: ConfirmedPerson;
  beforeAll(async () => {
    stage = changedStage(rotating);
    system = await startSystem({ assembly: stage });
    site = await serveSite(system.runtime.outputs);
    person = await confirmedPerson(system);
  });
  afterAll(async () => {
    site.close();
    await system.close();
    removeStage(stage);
  });

  test.each([
    ['kept on the device', true],
    ['kept by the tab', false],
  ])('two tabs that renew at once use each token once: a session %s', async (_, isKept) => {
    const first = await open(site.url);
    const refreshes = refreshesOf(first);
    if (isKept) await first.page.getByLabel('Keep me signed in on this device').check();
    await signIn(first, person);
    await first.screen('Your account');
    const second = await first.openTab();
    await second.screen('Your account');
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([first.press('Renew now'), second.press('Renew now')]);
      await Promise.all([first, second].map((tab) => tab.page.locator('form[aria-busy=true]').waitFor({ state: 'detached' })));
    }
    await first.status('The session is renewed.');
    expect(refreshes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(refreshes).size).toBe(refreshes.length);
    await first.page.reload();
    await first.screen('Your account');
    // Two processes share no JavaScript, but one uses the token that the other has renewed.
    await second.page.reload();
    await second.screen('Your account');
  });

  test('signing out in one tab signs out the other', async () => {
    const first = await open(site.url);
    await signIn(first, person);
    await first.screen('Your account');
    const second = await first.openTab();
    await second.screen('Your account');
    await second.press('Sign out');
    await first.screen('Sign in');
    await first.status('You are signed out, in all tabs.');
    expect(await first.page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
    await first.page.reload();
    await first.screen('Sign in');
  });

  // This test moves the server's clock. Afterwards proofs with this machine's clock are refused, so it comes last.
  test('two tabs whose token has run out find the way back alone, with one refresh', async () => {
    const first = await open(site.url);
    await signIn(first, person);
    await first.screen('Your account');
    const second = await first.openTab();
    await second.screen('Your account');
    const refreshes = refreshesOf(first);
    // Only the server's clock: to the page, the token still looks valid.
    system.advance(6 * 60_000);
    await Promise.all([first, second].map((tab) => tab.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")));
    await expect.poll(() => refreshes.length).toBe(1);
    await first.press('Set up an authenticator app');
    await second.press('Set up an authenticator app');
    await Promise.all([first, second].map((tab) => tab.page.locator('[data-secret]').waitFor()));
    expect(refreshes).toHaveLength(1);
  });
});
