import type { PasswordRules, Reauthentication } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';

// Settings of a stage that several functions receive.

export function reauthentication({ protection }: Settings): Reauthentication | null {
  return (
    protection.reauthentication && {
      maxAgeSeconds: protection.reauthentication.maxAgeMinutes * 60,
      acr: protection.reauthentication.acr,
    }
  );
}

export function passwordRules({ passwords }: Settings): PasswordRules {
  const { minimumLength, requireUppercase, requireLowercase, requireNumbers, requireSymbols, refuseGuessable } = passwords;
  const breaches = passwords.breachCheck;
  return { minimumLength, requireUppercase, requireLowercase, requireNumbers, requireSymbols, refuseGuessable, breaches };
}

export function remembersDevices({ signIn }: Settings): boolean {
  return signIn.rememberDevices !== 'NEVER';
}
