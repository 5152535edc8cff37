import type { $ZodIssue } from 'zod/v4/core';
import { ConfigurationError } from './configuration-error.ts';
import { type Settings, type SettingsInput, settingsSchema } from './settings/settings.ts';

/**
 * The stages, side by side: the one place to configure a deployment. `npm run deploy -- -c stage=prod`; without a stage it is `dev`.
 * What a setting means, its unit, range and default: `infra/settings.ts`.
 */
export const stages = {
  /** What `npm start` runs: everything on that can be on together without a mail domain, an SMS sender or a host name of one's own. */
  dev: {
    naming: { stackName: 'CognitoGraphqlDev', tags: { stage: 'dev' } },
    retention: { keepData: false, deletionProtection: false, terminationProtection: false, logDays: 7 },
    signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] },
    signIn: {
      flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      // A pool that tracks devices refreshes only for a device that was confirmed, and named: a page that knows of no devices would have to
      // sign its users in again as soon as their access tokens end. Switch it on when yours calls `confirmDevice`.
      rememberDevices: 'NEVER',
    },
    // Any model: on a laptop the key is the developer's own.
    gpt: { models: ['*'] },
  },
  prod: {
    naming: { stackName: 'CognitoGraphqlProd', tags: { stage: 'prod' } },
    passwords: { minimumLength: 12 },
    signUp: { modes: ['PASSWORD'], requiredAttributes: ['email'] },
    api: { introspection: false },
  },
} satisfies Record<string, SettingsInput>;

/** Set by the CDK context: `-c stage=prod`, `-c local=true`. */
export interface Selection {
  /** A key of `stages`. */
  readonly stage: string;
  /**
   * Whether the assembly is for the laptop alone. The one difference: where the stage names no relying party of its own, passkeys are on for
   * `localhost`, which a deployed pool must not trust. Default false.
   */
  readonly local?: boolean;
}

/** A stage's settings, every default filled in. Throws an error that names each wrong setting, what it may be and its value. */
export function stageSettings(
  { stage, local = false }: Selection,
  known: Readonly<Record<string, SettingsInput>> = stages,
): Settings {
  const written = Object.hasOwn(known, stage) ? known[stage] : undefined;
  if (written === undefined) {
    throw new ConfigurationError(`There is no stage "${stage}" in infra/config.ts.`, [
      `It has ${Object.keys(known).join(', ')}.`,
    ]);
  }
  const settings = parseSettings(stage, written);
  return local ? parseSettings(stage, withLocalPasskeys(settings)) : settings;
}

function withLocalPasskeys(settings: Settings): Settings {
  const { signIn } = settings;
  if (signIn.passkeys !== null || !signIn.flows.includes('USER_AUTH')) return settings;
  return {
    ...settings,
    signIn: {
      ...signIn,
      firstFactors: [...signIn.firstFactors, 'WEB_AUTHN'],
      passkeys: { relyingParty: 'localhost', userVerification: settings.mfa.mode === 'ON' ? 'required' : 'preferred' },
    },
  };
}

function parseSettings(stage: string, written: SettingsInput): Settings {
  const parsed = settingsSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    `Stage "${stage}" in infra/config.ts is not a configuration:`,
    parsed.error.issues.map((issue) => sentence(issue, written)),
  );
}

/** `api.depthLimit must be at most 75; it is 99.` */
function sentence(issue: $ZodIssue, written: unknown): string {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => [...issue.path, key].join('.')).join(', ')} is not a setting.`;
  }
  const value = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), written);
  const found = value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`;
  return `${name} must ${expectation(issue)}; ${found}.`;
}

function expectation(issue: $ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return `be ${kinds.get(issue.expected) ?? issue.expected}`;
    case 'invalid_value':
      return `be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      return `be ${article(issue.format === 'url' ? 'https URL' : issue.format)}`;
    case 'too_big':
      return `be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `hold at least ${issue.minimum}`
        : `be at least ${issue.minimum}${issue.origin === 'string' ? ' characters long' : ''}`;
    default:
      return issue.message;
  }
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['string', 'a text'],
  ['array', 'a list'],
  ['record', 'texts by name'],
  ['object', 'a group of settings'],
]);

function article(noun: string): string {
  return /^[aeio]/i.test(noun) || noun.startsWith('https') ? `an ${noun}` : `a ${noun}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
