import { CognitoIdentityProvider, type UserPoolMfaType } from '@aws-sdk/client-cognito-identity-provider';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startStage } from '../../../support/stage.ts';
import type { System } from '../../../support/system.ts';
import { connect } from '../../browser.ts';
import { type Site, serveSite } from '../site.ts';
import { type Visit, visit } from '../visit.ts';
import { type Company, openCompany } from './company.ts';

export interface FederationStage {
  readonly system: System;
  readonly site: Site;
  /** Who has an account at the company, by their `sub` there. */
  readonly people: Map<string, { readonly email: string; readonly email_verified: boolean; readonly name: string }>;
  /** A new visitor. Closed at the end of the test. */
  somebody(): Promise<Visit>;
  /** Moves the system's clock, and the one of `now`. */
  advance(milliseconds: number): void;
  now(): number;
  /** Whether the pool requires a second factor, which is an app here. Optional again at the end of the test. */
  requireApp(): Promise<void>;
}

const secretOf = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf`;

/**
 * A stage with three other providers for the tests of this file: a company with a real OpenID Connect issuer on this
 * machine, and Google, trusted with addresses, and a directory with SAML, which stand-ins replace.
 */
export function useFederation(): () => FederationStage {
  let browser: Browser;
  let site: Site;
  let company: Company;
  let system: System;
  let advanced = 0;
  const people: FederationStage['people'] = new Map([
    ['kay', { email: 'kay@acme.example', email_verified: true, name: 'Kay McNulty' }],
  ]);

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

  async function setMfa(MfaConfiguration: UserPoolMfaType): Promise<void> {
    const { CognitoEndpoint: endpoint, UserPoolId, Region: region } = system.runtime.outputs;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const cognito = new CognitoIdentityProvider({ endpoint, region, credentials });
    await cognito.setUserPoolMfaConfig({
      UserPoolId,
      MfaConfiguration,
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });
    cognito.destroy();
  }

  return () => ({
    system,
    site,
    people,
    somebody: async () => {
      const visitor = await visit({ browser, url: site.url });
      onTestFinished(() => visitor.close());
      return visitor;
    },
    advance: (milliseconds) => {
      advanced += milliseconds;
      system.advance(milliseconds);
    },
    now: () => Date.now() + advanced,
    requireApp: async () => {
      onTestFinished(() => setMfa('OPTIONAL'));
      await setMfa('ON');
    },
  });
}
