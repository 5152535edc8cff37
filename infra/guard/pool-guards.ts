import { isSmaller, type Plan, planFeatures, plans } from '../settings/rules/facts/plan-features.ts';
import { type JsonValue, same } from '../template/json.ts';
import type { GuardedResource } from './deployed.ts';
import { type Guard, type Harm, living } from './guard.ts';

const pool = 'AWS::Cognito::UserPool';

/** An attribute of `AWS::Cognito::UserPool.Schema`, as it is in the template. */
type Attribute = Readonly<Record<string, JsonValue>>;

/**
 * `Existing schema attributes cannot be modified or deleted.` Custom attributes can be added, standard ones cannot.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-schema
 */
export const schemaGuard: Guard = {
  guards: `${pool}.Schema`,
  reads: [{ type: pool, paths: ['Schema'] }],
  find: (before, after) =>
    living(pool, before, after).flatMap(({ id, old, next }) => {
      const was = attributes(old.properties['Schema']);
      const becomes = attributes(next.properties['Schema']);
      return [...new Set([...was.keys(), ...becomes.keys()])].flatMap((name) =>
        attributeHarm(id, name, was.get(name), becomes.get(name)),
      );
    }),
};

function attributeHarm(id: string, name: string, was: Attribute | undefined, becomes: Attribute | undefined): Harm[] {
  if (same(was, becomes)) return [];
  // Only custom attributes have a type in the template.
  const isCustom = (was ?? becomes)?.['AttributeDataType'] !== undefined;
  if (isCustom && was === undefined) return [];
  return [
    {
      setting: isCustom ? `signUp.customAttributes.${name}` : 'signUp.requiredAttributes',
      what: `Schema of ${id}, attribute ${name}`,
      was,
      becomes,
      loses: isCustom
        ? 'Cognito can neither change nor remove an attribute of an existing pool: the deployment would fail.'
        : 'Cognito cannot change whether an existing pool requires an attribute: the deployment would fail.',
      instead: isCustom
        ? 'Leave it as it is and add another one under a new name. If nobody should write the old one, remove it from signUp.writableAttributes.'
        : 'Leave the list as it is, and require the attribute on the sign-up page or in a trigger preSignUp.',
    },
  ];
}

function attributes(schema: JsonValue | undefined): Map<string, Attribute> {
  const list: readonly JsonValue[] = Array.isArray(schema) ? schema : [];
  return new Map(list.filter(isAttribute).map((attribute) => [String(attribute['Name']), attribute]));
}

function isAttribute(value: JsonValue): value is Attribute {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `The following features need to be disabled for the … pricing tier configured`. A deployment does disable them, but
 * only after it has asked for the plan.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.smaller-plan
 */
export const planGuard: Guard = {
  guards: `${pool}.UserPoolTier`,
  reads: [{ type: pool, paths: ['UserPoolTier'] }, ...planFeatures.map(({ type, path }) => ({ type, paths: [path] }))],
  find: (before, after) =>
    living(pool, before, after).flatMap(({ id, old, next }) => {
      const was = planOf(old);
      const becomes = planOf(next);
      const still = planFeatures
        .filter(({ plan, type, path, isOn }) => {
          const values = Object.values(before.resources).flatMap((resource) => {
            const value = resource.type === type ? resource.properties[path] : undefined;
            return value === undefined ? [] : [value];
          });
          return isSmaller(becomes, plan) && values.some(isOn);
        })
        .map(({ name }) => name);
      if (!isSmaller(becomes, was) || still.length === 0) return [];
      return [
        {
          setting: 'signIn.plan',
          what: `UserPoolTier of ${id}`,
          was,
          becomes,
          loses: `Cognito refuses a smaller plan while the pool has features of the larger one, here ${still.join(', ')}: the deployment would fail.`,
          instead: `First deploy without ${still.join(', ')} and with the current plan, then change the plan.`,
        },
      ];
    }),
};

function planOf({ properties }: GuardedResource): Plan {
  return plans.find((plan) => plan === properties['UserPoolTier']) ?? 'ESSENTIALS';
}

/**
 * `WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.` CloudFormation sends that
 * configuration in a second call, which is too late.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-passkeys
 */
export const passkeysUnderMfaGuard: Guard = {
  guards: `${pool}.MfaConfiguration`,
  reads: [{ type: pool, paths: ['MfaConfiguration', 'Policies.SignInPolicy.AllowedFirstAuthFactors'] }],
  find: (before, after) =>
    living(pool, before, after).flatMap(({ id, old, next }) => {
      const path = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
      const was = old.properties[path];
      const becomes = next.properties[path];
      const hasPasskeys = (value: JsonValue | undefined) => JSON.stringify(value ?? []).includes('WEB_AUTHN');
      const isOn = old.properties['MfaConfiguration'] === 'ON' && next.properties['MfaConfiguration'] === 'ON';
      if (!isOn || hasPasskeys(was) || !hasPasskeys(becomes)) return [];
      return [
        {
          setting: 'signIn.firstFactors',
          what: `AllowedFirstAuthFactors of ${id}`,
          was,
          becomes,
          loses: 'Cognito refuses to add passkeys to an existing pool that requires a second factor: the deployment would fail.',
          instead: 'First deploy the passkeys with mfa.mode OPTIONAL, then change it to ON.',
        },
      ];
    }),
};
