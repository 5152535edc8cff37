import type { Settings } from './settings.ts';

/** A combination that Cognito refuses at deployment, or that would deploy and not work. */
export interface Refusal {
  readonly path: readonly string[];
  /** What it must be, as the end of the sentence "signIn.flows must …". */
  readonly message: string;
}

interface Rule extends Refusal {
  readonly broken: boolean;
}

/** The rules that tie settings together; CloudFormation and the CDK check none of them before the deployment. */
export function refusals(settings: Settings): readonly Refusal[] {
  const rules = [retentionRules, signUpRules, signInRules, mfaRules, triggerRules].flatMap((group) => group(settings));
  return rules.filter(({ broken }) => broken);
}

function retentionRules({ retention }: Settings): Rule[] {
  return [
    {
      path: ['retention', 'deletionProtection'],
      message: 'be off where retention.keepData is off: the stack could never be deleted',
      broken: retention.deletionProtection && !retention.keepData,
    },
  ];
}

function signUpRules({ signUp, signIn }: Settings): Rule[] {
  const readOnly = signUp.requiredAttributes.filter((name) => !signUp.writableAttributes.includes(name));
  return [
    {
      path: ['signUp', 'writableAttributes'],
      message: `hold every required attribute; it lacks ${readOnly.join(', ')}`,
      broken: readOnly.length > 0,
    },
    {
      path: ['signUp', 'writableAttributes'],
      message: 'hold email where users sign in by it, or are sent a code or an invitation',
      broken:
        !signUp.writableAttributes.includes('email') &&
        (signIn.names.includes('EMAIL') || signUp.modes.some((mode) => mode !== 'TEMPORARY_PASSWORD')),
    },
  ];
}

function signInRules({ signIn }: Settings): Rule[] {
  const choice = signIn.flows.includes('USER_AUTH');
  return [
    {
      path: ['signIn', 'names'],
      message: 'hold USERNAME: e-mail addresses are aliases of it',
      broken: !signIn.names.includes('USERNAME'),
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'hold PASSWORD: Cognito cannot switch it off',
      broken: !signIn.firstFactors.includes('PASSWORD'),
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'be just PASSWORD where signIn.flows lacks USER_AUTH, the flow that offers the others',
      broken: signIn.firstFactors.length > 1 && !choice,
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'leave WEB_AUTHN out where signIn.passkeys names no relying party',
      broken: signIn.firstFactors.includes('WEB_AUTHN') && signIn.passkeys === null,
    },
    {
      path: ['signIn', 'passkeys'],
      message: 'be null where signIn.firstFactors lacks WEB_AUTHN',
      broken: !signIn.firstFactors.includes('WEB_AUTHN') && signIn.passkeys !== null,
    },
  ];
}

function mfaRules({ mfa, signIn }: Settings): Rule[] {
  return [
    { path: ['mfa', 'types'], message: 'be empty where mfa.mode is OFF', broken: mfa.mode === 'OFF' && mfa.types.length > 0 },
    {
      path: ['mfa', 'types'],
      message: 'hold at least one factor where mfa.mode is not OFF',
      broken: mfa.mode !== 'OFF' && mfa.types.length === 0,
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'leave EMAIL_OTP out where mfa.mode is ON: Cognito allows PASSWORD and WEB_AUTHN only',
      broken: mfa.mode === 'ON' && signIn.firstFactors.includes('EMAIL_OTP'),
    },
    {
      path: ['signIn', 'passkeys', 'userVerification'],
      message: 'be required where mfa.mode is ON: a passkey then counts as both factors',
      broken: mfa.mode === 'ON' && signIn.passkeys?.userVerification === 'preferred',
    },
  ];
}

const customAuth = ['defineAuthChallenge', 'createAuthChallenge', 'verifyAuthChallengeResponse'] as const;

function triggerRules({ triggers, signIn }: Settings): Rule[] {
  const configured = customAuth.filter((name) => triggers[name] !== null);
  const absent = customAuth.filter((name) => triggers[name] === null);
  const custom = signIn.flows.includes('CUSTOM_AUTH');
  return [
    {
      path: ['signIn', 'flows'],
      message: `leave CUSTOM_AUTH out where triggers lacks ${absent.join(', ')}: the flow is made of them`,
      broken: custom && absent.length > 0,
    },
    ...configured.map((name) => ({
      path: ['triggers', name],
      message: 'be null where signIn.flows lacks CUSTOM_AUTH, the one flow that calls it',
      broken: !custom,
    })),
    {
      path: ['triggers', 'userMigration'],
      message: 'be null where signIn.flows lacks USER_PASSWORD_AUTH, the one flow that tells it the password',
      broken: triggers.userMigration !== null && !signIn.flows.includes('USER_PASSWORD_AUTH'),
    },
  ];
}
