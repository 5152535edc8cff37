import { onTestFinished } from 'vitest';
import { type ConfirmedPerson, confirmedPerson } from '../../../clients/people.ts';
import { type System, startSystem } from '../../../support/system.ts';
import { connect } from '../../browser.ts';
import { type Site, serveSite } from '../site.ts';
import { type Visit, visit } from '../visit.ts';

/** The dev stage with ten thousand users, and the page. */
export interface AdminStage {
  readonly system: System;
  readonly site: Site;
  /** An operation of the pool with AWS credentials, without HTTP. */
  pool(operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Somebody who is in the group of the administrators. */
  administrator(): Promise<ConfirmedPerson>;
  /** A browser of their own, in which somebody has signed in. */
  signedIn(person: ConfirmedPerson): Promise<Visit>;
  /** Moves the clock as `/dev` does, by which a browser may prove a password afterwards. */
  minutesLater(minutes: number): Promise<void>;
  close(): Promise<void>;
}

const crowd = 10_000;

export async function startAdminStage(): Promise<AdminStage> {
  const [system, browser] = await Promise.all([startSystem({ dataDir: ':memory:' }), connect()]);
  const site = await serveSite(system.runtime.outputs);
  const { UserPoolId } = system.runtime.outputs;
  const { handle } = system.runtime.userPools;

  async function pool(operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const headers = {
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=local',
    };
    const body = JSON.stringify({ UserPoolId, ...input });
    const answer = await handle({ method: 'POST', url: '/', headers, body, remoteAddress: '127.0.0.1' });
    if (answer.status !== 200) throw new Error(`${operation}: ${answer.body}`);
    return JSON.parse(String(answer.body));
  }

  // Without a password, which the pool would have to hash.
  for (let index = 0; index < crowd; index += 1) {
    const Username = `crowd-${String(index).padStart(5, '0')}`;
    await pool('AdminCreateUser', {
      Username,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
    });
  }
  return {
    system,
    site,
    pool,
    async administrator() {
      const person = await confirmedPerson(system);
      await pool('AdminAddUserToGroup', { Username: person.username, GroupName: 'admin' });
      return person;
    },
    async signedIn({ username, password }) {
      const ann = await visit({ browser, url: site.url });
      onTestFinished(() => ann.close());
      await ann.fill('User name or e-mail', username);
      await ann.fill('Password', password);
      await ann.press('Sign in');
      await ann.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
      return ann;
    },
    async minutesLater(minutes) {
      const ahead = JSON.stringify({ advanceSeconds: minutes * 60 });
      const headers = { 'content-type': 'application/json' };
      await fetch(new URL('/dev/clock', system.runtime.outputs.GraphQLUrl), { method: 'POST', headers, body: ahead });
    },
    async close() {
      site.close();
      await browser.close();
      await system.close();
    },
  };
}
