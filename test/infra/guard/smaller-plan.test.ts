import { describe, expect, test } from 'vitest';
import { harms } from '../../../infra/guard/refuse-harm.ts';
import { planFeatures } from '../../../infra/settings/rules/facts/plan-features.ts';
import { client, pool, set } from './complete.ts';
import { deployed, living, templateOfInput } from './living.ts';

describe('a lower plan', () => {
  /** Each feature, as a template shows it. */
  const shown: Readonly<Record<string, readonly [type: string, path: string, value: unknown]>> = {
    'signIn.flows USER_AUTH': [client, 'ExplicitAuthFlows', ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH']],
    'signIn.firstFactors EMAIL_OTP': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'EMAIL_OTP']],
    'signIn.firstFactors SMS_OTP': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'SMS_OTP']],
    'signIn.firstFactors WEB_AUTHN': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'WEB_AUTHN']],
    'signIn.passkeys under mfa.mode ON': [pool, 'WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
    'mfa.types EMAIL_OTP': [pool, 'EnabledMfas', ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']],
    'passwords.historySize': [pool, 'Policies.PasswordPolicy.PasswordHistorySize', 3],
    'triggers.preTokenGeneration.version V2_0': [pool, 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion', 'V3_0'],
    'tokens.rotation': [client, 'RefreshTokenRotation.Feature', 'ENABLED'],
    'tokens.sessions': ['AWS::Cognito::UserPoolSessionConfigurationAttachment', 'UserSessionTracking', 'ENABLED'],
    'names of ACR levels (constructs)': [pool, 'AcrConfiguration', {}],
    'federation.managedLogin': ['AWS::Cognito::UserPoolDomain', 'ManagedLoginVersion', 2],
    'protection.threatProtection': [pool, 'UserPoolAddOns.AdvancedSecurityMode', 'AUDIT'],
    'logs of user authentication events (constructs)': [
      'AWS::Cognito::LogDeliveryConfiguration',
      'LogConfigurations',
      [{ EventSource: 'userAuthEvents' }],
    ],
  };
  /** Without anything that a plan lacks. */
  const plain = { ...living, signIn: {} };

  test('has a case here for each feature of the table', () => {
    expect(Object.keys(shown).toSorted()).toEqual(planFeatures.map(({ name }) => name).toSorted());
  });

  test.each(planFeatures)('is refused while the living pool has $name', ({ name, plan }) => {
    const [type, path, value] = shown[name] ?? ['', '', null];
    const old = templateOfInput(plain);
    if (!Object.values(old.Resources).some(({ Type }) => Type === type)) old.Resources['Added'] = { Type: type, Properties: {} };
    set(type, path, value)(old);
    set(pool, 'UserPoolTier', 'PLUS')(old);
    const smaller = { ESSENTIALS: 'LITE', PLUS: 'ESSENTIALS', LITE: '' }[plan];
    const next = structuredClone(old);
    set(pool, 'UserPoolTier', smaller)(next);
    const [harm, ...others] = harms(deployed(old), deployed(next));
    expect([harm?.setting, others]).toEqual(['signIn.plan', []]);
    expect(harm?.instead).toBe(`First deploy without ${name} and with the current plan, then change the plan.`);
    // The plan that has the feature is not lower than needed.
    set(pool, 'UserPoolTier', plan)(next);
    expect(harms(deployed(old), deployed(next))).toEqual([]);
  });
});
