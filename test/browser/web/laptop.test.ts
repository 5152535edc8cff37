import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bringPageUpToDate } from '../../../examples/web/build.ts';
import { startRuntime } from '../../../local/runtime.ts';
import { newPassword, newPerson } from '../../support/stories.ts';
import { newestMessage, startSystem } from '../../support/system.ts';
import { connect } from '../browser.ts';
import { picture } from './screenshots.ts';
import { serveSite } from './site.ts';
import { type Visit, visit } from './visit.ts';

async function startLaptop() {
  await bringPageUpToDate();
  const appDir = fileURLToPath(new URL('../../../examples/web/dist', import.meta.url));
  const runtime = await startRuntime({ assembly: 'cdk.out', dataDir: ':memory:', port: 0, cognitoPort: 0, appDir });
  onTestFinished(() => runtime.close());
  const browser = await connect();
  onTestFinished(() => browser.close());
  const ann = await visit({ browser, url: new URL('/app/', runtime.outputs.GraphQLUrl).href });
  onTestFinished(() => ann.close());
  return { runtime, ann };
}

async function signUp(ann: Visit): Promise<{ email: string; password: string }> {
  const { username, email } = newPerson();
  const password = newPassword();
  await ann.page.getByRole('link', { name: 'Create an account' }).click();
  await ann.fill('User name', username);
  await ann.fill('E-mail', email);
  await ann.fill('Password', password);
  await ann.press('Create account');
  await ann.screen('Confirm your address');
  return { email, password };
}

test('as `npm start` serves it, the page finds the API, and its user the code in the inbox', async () => {
  const { runtime, ann } = await startLaptop();
  await ann.screen('Sign in');
  expect(await ann.page.getByRole('link', { name: 'Open the developer page' }).getAttribute('href')).toBe(
    new URL('/dev', runtime.outputs.GraphQLUrl).href,
  );
  const { email, password } = await signUp(ann);
  const opened = ann.context.waitForEvent('page');
  await ann.page.getByRole('link', { name: 'Open the local inbox' }).click();
  const inbox = await opened;
  const mail = (await inbox.getByRole('article').filter({ hasText: email }).textContent()) ?? '';
  await ann.fill('Code', /(?<!\d)\d{6}(?!\d)/.exec(mail)?.[0] ?? '');
  await ann.screen('Your account');

  // The laptop has no key, so the page asks for the user's own, beside the question.
  await ann.page.getByRole('link', { name: 'Ask' }).click();
  await ann.fill('Your question', 'What is the answer?');
  await ann.press('Ask');
  await ann.alert('This site has no key for a language model. Enter one of your own.');
  await ann.page.getByLabel('API key').and(ann.page.locator(':focus')).waitFor();
  await ann.screen('Ask a language model');

  // The browser proves the password with the real time, although the clock of the laptop is ahead.
  await ann.press('Sign out');
  const ahead = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advanceSeconds":86400}' };
  expect((await fetch(new URL('/dev/clock', runtime.outputs.GraphQLUrl), ahead)).status).toBe(200);
  await ann.screen('Sign in');
  await ann.fill('Password', password);
  await ann.press('Sign in');
  await ann.screen('Ask a language model');
});

test('beside the field stands the newest code, also after a reload', async () => {
  const { runtime, ann } = await startLaptop();
  const { email } = await signUp(ann);
  const first = await newestMessage(runtime.outputs.GraphQLUrl, email);
  await ann.status(`The newest code: ${first.code}`);
  await ann.screen('Confirm your address');
  await picture(ann.page, 'laptop', ['desktop-light', 'phone-dark']);
  await ann.press('Send another code');
  await ann.page.getByText(first.code ?? '').waitFor({ state: 'detached' });
  const second = await newestMessage(runtime.outputs.GraphQLUrl, email);
  await ann.status(`The newest code: ${second.code}`);
  await ann.page.reload();
  await ann.fill('Password', newPassword());
  await ann.press('Fill it in');
  await ann.screen('Sign in');
});

test.each([
  ['of another origin', 'http://localhost', 1],
  ['of a deployed API', 'https://api.example.com', 0],
])('a page %s asks for no inbox', async (_, api, links) => {
  const system = await startSystem();
  onTestFinished(() => system.close());
  const { outputs } = system.runtime;
  const isLocal = api === 'http://localhost';
  const site = await serveSite(isLocal ? outputs : { ...outputs, GraphQLUrl: `${api}/graphql` });
  onTestFinished(() => site.close());
  const browser = await connect();
  onTestFinished(() => browser.close());
  const ann = await visit({ browser, url: site.url, mayBreak: !isLocal });
  onTestFinished(() => ann.close());
  const asked: string[] = [];
  ann.page.on('request', (request) => asked.push(request.url()));
  // The same API under the name of a deployed one.
  await ann.page.route(`${api}/graphql`, async (route) => {
    const response = await route.fetch({ url: outputs.GraphQLUrl });
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  await ann.page.reload();
  await ann.fill('User name or e-mail', newPerson().username);
  await ann.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await ann.press('Send the code');
  await ann.screen('Choose a new password');
  expect(await ann.page.getByRole('link', { name: 'Open the local inbox' }).count()).toBe(links);
  expect(asked.filter((url) => /\/dev\b|local-code/.test(url))).toEqual([]);
});
