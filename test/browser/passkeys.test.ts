import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type DocumentNode, print } from 'graphql';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CompleteWebAuthnRegistrationDocument,
  ConfirmSignUpDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SignUpDocument,
  StartWebAuthnRegistrationDocument,
} from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { expectTokens, newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { connect } from './browser.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts';

let system: System;
let browser: Browser;
let site: Server;
let context: BrowserContext;
let page: Page;
let device: VirtualAuthenticator;

/**
 * A page of another origin than the API's, with @simplewebauthn/browser as its authors bundle it, and `graphql` to call
 * the API.
 */
function serveSite(): Promise<Server> {
  const bundle = readFileSync(new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')), 'utf8');
  const { GraphQLUrl, ApiKey } = system.runtime.outputs;
  const call = `async function graphql({ query, variables, token }) {
    const credential = token ? { authorization: token } : { 'x-api-key': ${JSON.stringify(ApiKey)} };
    const response = await fetch(${JSON.stringify(GraphQLUrl)}, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credential },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].errorType + ': ' + errors[0].message);
    return data;
  }`;
  const html = `<!doctype html><title>Passkeys</title><script>${bundle}</script><script>${call}</script>`;
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}

/** Runs the body of an async function in the page, with `given` in its scope. */
function inPage<T>(body: string, given: Readonly<Record<string, unknown>>): Promise<T> {
  return page.evaluate(`(async (given) => { ${body} })(${JSON.stringify(given)})`);
}

const queries = (documents: Readonly<Record<string, DocumentNode>>) =>
  Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, print(document)]));

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), connect()]);
  site = await serveSite();
});

afterAll(async () => {
  site.close();
  await browser.close();
  await system.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port.');
  await page.goto(`http://localhost:${address.port}/`);
  device = await addVirtualAuthenticator(context, page);
});

afterEach(() => context.close());

/** A user who has signed in with their password. */
async function person() {
  const { username, email } = newPerson();
  const password = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, password } }));
  const { code } = await system.message(email);
  if (!code) throw new Error('The message has no code.');
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, password, code } }));
  const { login } = succeeded(await system.send(LoginDocument, { input: { username, password } }));
  return { username, token: expectTokens(login).accessToken };
}

const register = `
  const { startWebAuthnRegistration } = await graphql({ query: given.start, token: given.token });
  const made = await SimpleWebAuthnBrowser.startRegistration({ optionsJSON: JSON.parse(startWebAuthnRegistration) });
  const variables = { input: { credential: JSON.stringify(made) } };
  await graphql({ query: given.complete, variables, token: given.token });
  return made.id;`;

const signIn = `
  const input = { username: given.username, flow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' };
  const { login } = await graphql({ query: given.login, variables: { input } });
  const credential = await SimpleWebAuthnBrowser.startAuthentication({ optionsJSON: JSON.parse(login.credentialRequestOptions) });
  const { name, username, session } = login;
  const answer = { name, username, session, credential: JSON.stringify(credential) };
  return (await graphql({ query: given.respond, variables: { input: answer } })).respondToChallenge;`;

const documents = queries({
  start: StartWebAuthnRegistrationDocument,
  complete: CompleteWebAuthnRegistrationDocument,
  login: LoginDocument,
  respond: RespondToChallengeDocument,
});

describe('a passkey in a browser', () => {
  test('is registered and signs in, through GraphQL alone', async () => {
    const { username, token } = await person();
    const id = await inPage<string>(register, { ...documents, token });
    const credentials = await device.passkeys();
    expect(credentials.map(({ credentialId }) => Buffer.from(credentialId, 'base64').toString('base64url'))).toEqual([id]);
    const tokens = expectTokens(await inPage(signIn, { ...documents, username }));
    const { me } = succeeded(await system.send(MeDocument, {}, tokens.accessToken));
    expect(me.username).toBe(username);
    // The authenticator counts its uses, so a second sign-in works only if the pool has counted too.
    expectTokens(await inPage(signIn, { ...documents, username }));
  });

  test('is not registered twice in one authenticator', async () => {
    const { token } = await person();
    await inPage(register, { ...documents, token });
    await expect(inPage(register, { ...documents, token })).rejects.toThrow(/previously registered/);
  });
});
