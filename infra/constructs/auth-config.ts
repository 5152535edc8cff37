import type { AuthSettings, FederationSettings } from '../../resolvers/config/environment.ts';
import { providersOf } from '../settings/federation-providers.ts';
import type { Settings } from '../settings/stage.ts';
import { reauthentication } from './function-settings.ts';

/** How a code is sent to an address that recovers an account. */
const mediumOf = { EMAIL: 'EMAIL', PHONE_NUMBER: 'SMS' } as const;

/** What `authConfig` tells pages about a stage. */
export function authConfig(settings: Settings) {
  const { breachCheck, refuseGuessable, ...passwordPolicy } = settings.passwords;
  return {
    signUpModes: settings.signUp.modes,
    signInNames: settings.signIn.names,
    flows: settings.signIn.flows,
    passwordPolicy,
    mfaMode: settings.mfa.mode,
    mfaTypes: settings.mfa.types,
    firstFactors: settings.signIn.firstFactors,
    requiredAttributes: settings.signUp.requiredAttributes,
    verifyBy: settings.messages.verifyBy,
    recovery: settings.signIn.recovery.map((way) => mediumOf[way]),
    emailDomains: settings.signUp.emailDomains,
    challengeMinutes: settings.tokens.challengeMinutes,
    rememberDevices: settings.signIn.rememberDevices,
    tracksSessions: settings.tokens.sessions !== null,
    hidesAddresses: settings.protection.hideAddresses,
    reauthentication: reauthentication(settings),
    federation: federation(settings),
    gptEnabled: settings.gpt !== null,
    gptLimits: settings.gpt && {
      requestsPerDay: settings.gpt.requestsPerDay,
      messageCharacters: settings.gpt.messageCharacters,
      answerTokens: settings.gpt.answerTokens,
    },
    recoveryCodes: settings.mfa.recoveryCodes,
    activityDays: settings.activity?.days ?? null,
    adminGroup: settings.administration?.group ?? null,
    captcha: settings.protection.captcha && {
      kind: settings.protection.captcha.kind,
      siteKey: settings.protection.captcha.siteKey,
    },
  } satisfies AuthSettings;
}

function federation(settings: Settings): FederationSettings | null {
  if (settings.federation === null) return null;
  const { scopes, ownUsers, callbackUrls, signOutUrls } = settings.federation;
  const providers = providersOf(settings).map(({ name, kind, label }) => ({ name, kind, label }));
  return { scopes, ownUsers, callbackUrls, signOutUrls, providers };
}
