import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { confirmedPerson } from '../../../clients/people.ts';
import { startStage } from '../../../support/stage.ts';
import type { System } from '../../../support/system.ts';
import { connect } from '../../browser.ts';
import { picture } from '../screenshots.ts';
import { type Site, serveSite } from '../site.ts';
import { type Visit, visit } from '../visit.ts';
import { type Company, openCompany } from './company.ts';

const secretOf = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf`;
const elevenMinutes = 11 * 60_000;

let browser: Browser;
let site: Site;
let company: Company;
let system: System;
const people = new Map([['kay', { email: 'kay@acme.example', email_verified: true, name: 'Kay McNulty' }]]);

beforeAll(async () => {
  browser = await connect();
  site = await serveSite(null);
  company = await openCompany({ people, returnUrl: () => `${system.runtime.outputs.CognitoEndpoint}/oauth2/idpresponse` });
  system = await startStage(
    {
      signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'] },
      federation: {
        callbackUrls: [site.url],
        signOutUrls: [site.url],
        providers: {
          google: { clientId: 'pool.apps.googleusercontent.com', clientSecretArn: secretOf('google') },
          oidc: [
            {
              name: 'AcmeStaff',
              label: 'Acme staff',
              issuer: company.issuer,
              clientId: company.client.id,
              clientSecretArn: secretOf('acme'),
            },
          ],
          saml: [
            {
              name: 'AcmeDirectory',
              label: 'Acme directory',
              metadataUrl: 'https://directory.acme.example/metadata.xml',
              attributes: { email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' },
            },
          ],
        },
        linkByVerifiedEmail: ['Google'],
      },
    },
    { federationSecrets: new Map([[secretOf('acme'), JSON.stringify({ clientSecret: company.client.secret })]]) },
  );
  site.configure(system.runtime.outputs);
});
afterAll(async () => {
  await system?.close();
  company?.close();
  site?.close();
  await browser?.close();
});

async function somebody(): Promise<Visit> {
  const visitor = await visit({ browser, url: site.url });
  onTestFinished(() => visitor.close());
  return visitor;
}

const standsIn = ({ page }: Visit, provider: string) =>
  page.getByRole('heading', { level: 1, name: `Stand-in for ${provider}` }).waitFor();
const elsewhere = ({ page }: Visit) => page.getByRole('region', { name: 'Accounts elsewhere' });

/** Makes somebody up at a stand-in. */
async function become({ page, press }: Visit, email: string): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await press('Sign in as this person');
}

describe('the buttons of the providers', () => {
  test("lead to a company's directory and back, and to its refusal", async () => {
    const kay = await somebody();
    await kay.screen('Sign in');
    await picture(kay.page, 'sign-in-providers', ['desktop-light', 'phone-dark']);
    await kay.press('Continue with Acme staff');
    await kay.page.getByRole('link', { name: 'nobody' }).click();
    await kay.alert('Acme staff did not sign you in');
    await kay.page.getByText('Acme does not know you.').waitFor();
    await kay.screen('You are not signed in');
    await kay.press('Continue with Acme staff');
    await kay.page.getByRole('link', { name: 'kay' }).click();
    await kay.screen('Your account');
    expect(kay.page.url()).toBe(site.url);
    await elsewhere(kay).getByText('You sign in with Acme staff').waitFor();
    // The directory looks after these.
    expect(await kay.page.getByRole('region', { name: 'Password' }).count()).toBe(0);
  });

  test('lead to Google and, after a sign-out, to its question again; who cancels there is told so', async () => {
    const ada = await somebody();
    await ada.press('Continue with Google');
    await standsIn(ada, 'Google');
    await ada.page.getByRole('button', { name: /^Ada Lovelace/ }).click();
    await ada.screen('Your account');
    await Promise.all([ada.page.waitForEvent('load'), ada.press('Sign out')]);
    await ada.screen('Sign in');
    await ada.page.getByText('Last time you continued with Google.').waitFor();
    await ada.press('Continue with Google');
    // The session at the domain would have answered instead.
    await standsIn(ada, 'Google');
    await ada.press('Cancel, as the user');
    await ada.alert('Google did not sign you in: you cancelled there, or it refused.');
    await ada.press('Other ways to sign in');
    await ada.screen('Sign in');
  });

  test('lead to a directory with SAML', async () => {
    const grace = await somebody();
    await grace.press('Continue with Acme directory');
    await standsIn(grace, 'AcmeDirectory');
    await grace.page.getByRole('button', { name: /^Grace Hopper/ }).click();
    await grace.screen('Your account');
    await elsewhere(grace).getByText('You sign in with Acme directory').waitFor();
  });
});

describe('an e-mail address that has an account', () => {
  test('is refused from a provider that is not trusted with it, in words', async () => {
    const { email } = await confirmedPerson(system);
    people.set('eve', { email, email_verified: true, name: 'Eve' });
    const eve = await somebody();
    await eve.press('Continue with Acme staff');
    await eve.page.getByRole('link', { name: 'eve' }).click();
    await eve.alert('There already is an account with the e-mail address that Acme staff gave us.');
    await eve.page.getByText('sign in as you did before').waitFor();
    await eve.screen('You are not signed in');
  });

  test('is linked by one that is; the owner unlinks it, after a recent sign-in there', async () => {
    const { username, email } = await confirmedPerson(system);
    const ann = await somebody();
    await ann.press('Continue with Google');
    await standsIn(ann, 'Google');
    const subject = await ann.page.getByLabel('Identifier at the provider').inputValue();
    await become(ann, email);
    // The page began it once more by itself. A provider that knows the browser would not ask again.
    await standsIn(ann, 'Google');
    await ann.page.getByRole('button', { name: new RegExp(`^${email}`) }).click();
    await ann.screen('Your account');
    await ann.page.getByText(username, { exact: true }).first().waitFor();
    await elsewhere(ann).getByText(subject).waitFor();

    system.advance(elevenMinutes);
    await ann.press('Unlink Google');
    await ann.dialog('Confirm that it is you');
    await ann.press('Continue with Google');
    await standsIn(ann, 'Google');
    await ann.page.getByRole('button', { name: new RegExp(`^${email}`) }).click();
    await ann.status('You have shown that it is you.');
    await ann.press('Unlink Google');
    await ann.status('Google no longer signs you in to this account.');
    await ann.screen('Your account');
    expect(await elsewhere(ann).count()).toBe(0);
  });
});

test("a call-back of somebody else's sign-in signs in nobody, and leaves the address at once", async () => {
  const eve = await somebody();
  // She keeps the link to herself: her page never sees it.
  const link = await new Promise<string>((resolve, reject) => {
    const follow = async (url: string): Promise<string> => {
      const answer = await eve.context.request.get(url, { maxRedirects: 0 });
      return answer.headers()['location'] ?? '';
    };
    void eve.page.route('**/stand-in', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const answer = await route.fetch({ maxRedirects: 0 });
      follow(new URL(answer.headers()['location'] ?? '', answer.url()).href).then(resolve, reject);
      return route.fulfill({ status: 204 });
    });
    const choose = async (): Promise<void> => {
      await eve.press('Continue with Google');
      await standsIn(eve, 'Google');
      await eve.page.getByRole('button', { name: /^Alan Turing/ }).click();
    };
    choose().catch(reject);
  });
  expect(link).toMatch(new RegExp(`^${site.url}\\?.*code=`));

  const ann = await somebody();
  // She has begun one of her own, and comes back with Eve's.
  await ann.press('Continue with Google');
  await standsIn(ann, 'Google');
  await ann.page.goto(link);
  await ann.alert('This answer belongs to no sign-in that was begun in this tab.');
  expect(ann.page.url()).toBe(site.url);
  await ann.press('Other ways to sign in');
  await ann.screen('Sign in');
});
