import type { BrowserContext, Page } from 'playwright-core';

interface VirtualPasskey {
  /** In base64. */
  readonly credentialId: string;
}

export interface VirtualAuthenticator {
  /**
   * Whether the device recognises its user's finger. If it does not, the browser reports the same to the page as for a
   * closed dialog.
   */
  setVerified(isUserVerified: boolean): Promise<void>;
  /** The passkeys on the device. */
  passkeys(): Promise<readonly VirtualPasskey[]>;
}

/** A device that keeps passkeys and uses them without asking (WebDriver extension of WebAuthn Level 3, §11). */
export async function addVirtualAuthenticator(context: BrowserContext, page: Page): Promise<VirtualAuthenticator> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    setVerified: async (isUserVerified) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    passkeys: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}
