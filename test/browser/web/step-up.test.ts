import { expect, onTestFinished, test } from 'vitest';
import { confirmedPerson } from '../../clients/people.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { startStage } from '../../support/stage.ts';
import { connect } from '../browser.ts';
import { serveSite } from './site.ts';
import { visit } from './visit.ts';

test('a dangerous operation asks for the second step if the stage sets a level, and then continues', {
  timeout: 180_000,
}, async () => {
  const browser = await connect();
  onTestFinished(() => browser.close());
  const system = await startStage({
    signIn: { flows: ['USER_SRP_AUTH', 'USER_AUTH'], rememberDevices: 'ALWAYS' },
    mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA'], recoveryCodes: true },
    protection: { reauthentication: { acr: 'urn:cognito:loa:3' } },
  });
  onTestFinished(() => system.close());
  const site = await serveSite(system.runtime.outputs);
  onTestFinished(() => site.close());
  const ann = await visit({ browser, url: site.url });
  onTestFinished(() => ann.close());
  const person = await confirmedPerson(system);
  const signIn = async (): Promise<void> => {
    await ann.fill('User name or e-mail', person.username);
    await ann.fill('Password', person.password);
    await ann.press('Sign in');
  };
  await signIn();
  await ann.press('Set up an authenticator app');
  await ann.page.locator('[data-secret]').waitFor();
  const secret = ((await ann.page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  await ann.fill('Code', appCode(secret));
  await ann.screen('Your account');
  await ann.press('Sign out');
  await ann.screen('Sign in');
  // Only seconds old, but with a remembered device instead of the second step.
  await signIn();
  await ann.screen('Your account');

  await ann.press('Make recovery codes');
  await ann.dialog('Confirm that it is you');
  await ann.fill('Your password', person.password);
  await ann.press('Confirm');
  await ann.dialog('Enter the code of your app');
  await ann.fill('Code', appCode(secret, 1));
  const codes = ann.page.getByRole('list', { name: 'Your recovery codes' });
  await codes.waitFor();
  expect(await codes.getByRole('listitem').count()).toBe(10);
  await ann.screen('Your account');
});
