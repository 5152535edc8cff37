import { standardAttribute } from '../schema/formats.ts';
import type { Settings } from '../stage.ts';
import { isSmaller, type Plan, planFeatures } from './facts/plan-features.ts';
import type { Rule } from './rule.ts';

export function signInRules(settings: Settings): Rule[] {
  return [
    ...nameRules(settings),
    ...hidingRules(settings),
    ...attributeRules(settings),
    ...flowRules(settings),
    ...planRules(settings),
  ];
}

function nameRules({ signIn, signUp, messages }: Settings): Rule[] {
  const selfService = signUp.modes.includes('PASSWORD');
  const byAddress = signIn.names.includes('EMAIL');
  const byNumber = signIn.names.includes('PHONE_NUMBER');
  return [
    {
      path: ['signUp', 'writableAttributes'],
      message: 'contain email if users sign in with it, or are sent a code or an invitation by mail',
      broken:
        !signUp.writableAttributes.includes('email') &&
        (byAddress || (!byNumber && signUp.modes.some((mode) => mode !== 'TEMPORARY_PASSWORD'))),
    },
    {
      path: ['signUp', 'writableAttributes'],
      message: 'contain phone_number if users sign in with it',
      broken: !signUp.writableAttributes.includes('phone_number') && byNumber,
    },
    {
      path: ['signUp', 'emailDomains'],
      message:
        'be empty unless signIn.names or signUp.requiredAttributes contains the e-mail address: a user may have ' +
        'no address to check',
      broken: signUp.emailDomains.length > 0 && !byAddress && !signUp.requiredAttributes.includes('email'),
    },
    {
      path: ['signUp', 'modes'],
      message:
        'not contain TEMPORARY_PASSWORD unless signIn.names contains USERNAME: nobody proves the address, so ' +
        'anybody could sign up with an address of somebody else',
      broken: !signIn.names.includes('USERNAME') && signUp.modes.includes('TEMPORARY_PASSWORD'),
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        'be true if signIn.names contains EMAIL and messages.verifyBy is LINK: otherwise a stranger can sign up ' +
        'at Cognito itself with an address of somebody else, and their password works as soon as anything opens ' +
        'the link',
      broken: byAddress && selfService && messages.verifyBy === 'LINK' && !signIn.clientSecret,
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        'be true if signIn.names lacks USERNAME and signIn.firstFactors contains a code: otherwise a stranger ' +
        'can sign up at Cognito itself with an address of somebody else, and their password works as soon as the ' +
        'owner signs in with a code',
      broken:
        !signIn.names.includes('USERNAME') &&
        selfService &&
        signIn.firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP') &&
        !signIn.clientSecret,
    },
    {
      path: ['signIn', 'recovery'],
      message: 'contain EMAIL if messages.verifyBy is LINK: users choose a password with a code after they opened the link',
      broken: selfService && messages.verifyBy === 'LINK' && !signIn.recovery.includes('EMAIL'),
    },
    // Checking the domain is only useful if new users have to prove that the address is theirs.
    {
      path: ['signUp', 'emailDomains'],
      message:
        'be empty if signIn.names contains PHONE_NUMBER: users who also give a number confirm that number, and ' +
        "never prove the e-mail address, which could be somebody else's",
      broken: signUp.emailDomains.length > 0 && byNumber,
    },
    {
      path: ['signUp', 'emailDomains'],
      message:
        'be empty if signUp.modes contains TEMPORARY_PASSWORD: its users prove no address, so anybody could give ' +
        'an address of these domains',
      broken: signUp.emailDomains.length > 0 && signUp.modes.includes('TEMPORARY_PASSWORD'),
    },
  ];
}

const standardNames: ReadonlySet<string> = new Set([...standardAttribute.options, 'sub', 'updated_at', 'email_verified']);

function hidingRules({ signIn, protection }: Settings): Rule[] {
  return [
    {
      path: ['protection', 'hideAddresses'],
      message: 'be false if signIn.names lacks USERNAME: the address is the user name, and signUp reveals that it is taken',
      broken: protection.hideAddresses && !signIn.names.includes('USERNAME'),
    },
    {
      path: ['protection', 'hideAddresses'],
      message: 'be false unless signIn.flows contains USER_PASSWORD_AUTH or CUSTOM_AUTH: nobody could sign in with an address',
      broken:
        protection.hideAddresses &&
        !signIn.flows.some((flow) => flow === 'USER_PASSWORD_AUTH' || flow === 'CUSTOM_AUTH') &&
        signIn.passwordless === null,
    },
  ];
}

function attributeRules({ signUp }: Settings): Rule[] {
  const names = Object.keys(signUp.customAttributes);
  const readOnly = signUp.requiredAttributes.filter((name) => !signUp.writableAttributes.includes(name));
  const unknown = signUp.writableAttributes.filter(
    (name) => name.startsWith('custom:') && !names.includes(name.slice('custom:'.length)),
  );
  const bounds = Object.entries(signUp.customAttributes);
  const standard = names.filter((name) => standardNames.has(name));
  return [
    {
      path: ['signUp', 'writableAttributes'],
      message: `contain every required attribute; it lacks ${readOnly.join(', ')}`,
      broken: readOnly.length > 0,
    },
    {
      path: ['signUp', 'writableAttributes'],
      message: `contain only custom attributes that signUp.customAttributes defines; it does not define ${unknown.join(', ')}`,
      broken: unknown.length > 0,
    },
    {
      path: ['signUp', 'customAttributes'],
      message: "contain at most 50 attributes, which is Cognito's limit",
      broken: names.length > 50,
    },
    {
      path: ['signUp', 'customAttributes'],
      message: `not name a standard attribute, since Cognito would mistake it for that; it names ${standard.join(', ')}`,
      broken: standard.length > 0,
    },
    ...bounds.map(([name, { type, minimum, maximum }]) => ({
      path: ['signUp', 'customAttributes', name],
      message:
        'have minimum and maximum only for a String (its length, 0 to 2048) or a Number, and a minimum that is ' +
        'not above the maximum',
      broken:
        ((type === 'Boolean' || type === 'DateTime') && (minimum !== null || maximum !== null)) ||
        (type === 'String' && [minimum, maximum].some((bound) => bound !== null && (bound < 0 || bound > 2048))) ||
        (minimum !== null && maximum !== null && minimum > maximum),
    })),
  ];
}

function flowRules({ signIn, tokens }: Settings): Rule[] {
  const choice = signIn.flows.includes('USER_AUTH');
  return [
    {
      path: ['signIn', 'firstFactors'],
      message: 'contain PASSWORD: Cognito cannot disable it',
      broken: !signIn.firstFactors.includes('PASSWORD'),
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'contain only PASSWORD unless signIn.flows contains USER_AUTH, the flow that offers the others',
      broken: signIn.firstFactors.length > 1 && !choice,
    },
    {
      path: ['signIn', 'firstFactors'],
      message: 'not contain WEB_AUTHN unless signIn.passkeys sets a relying party',
      broken: signIn.firstFactors.includes('WEB_AUTHN') && signIn.passkeys === null,
    },
    {
      path: ['signIn', 'passkeys'],
      message: 'be null unless signIn.firstFactors contains WEB_AUTHN',
      broken: !signIn.firstFactors.includes('WEB_AUTHN') && signIn.passkeys !== null,
    },
    {
      path: ['tokens', 'accessMinutes'],
      message: 'be no longer than tokens.refreshDays, after which no token can be renewed',
      broken: tokens.accessMinutes > tokens.refreshDays * 1440 || tokens.idMinutes > tokens.refreshDays * 1440,
    },
  ];
}

/**
 * FeatureUnavailableInTierException: "The following features need to be disabled for the … pricing tier configured".
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.smaller-plan
 */
function planRules(settings: Settings): Rule[] {
  const { signIn, protection } = settings;
  const lacking = (plan: Plan): string[] =>
    planFeatures
      .filter((feature) => feature.plan === plan && isSmaller(signIn.plan, plan) && feature.isSet?.(settings))
      .map(({ name }) => name);
  const beyondLite = lacking('ESSENTIALS');
  const beyondEssentials = lacking('PLUS');
  return [
    {
      path: ['signIn', 'plan'],
      message: `be ESSENTIALS or PLUS for ${beyondLite.join(', ')}`,
      broken: beyondLite.length > 0,
    },
    {
      path: ['signIn', 'plan'],
      message: `be PLUS for ${beyondEssentials.join(', ')}`,
      broken: beyondEssentials.length > 0,
    },
    {
      path: ['signIn', 'plan'],
      message: 'be ESSENTIALS if protection.threatProtection is OFF: you would pay for PLUS without using it',
      broken: protection.threatProtection === 'OFF' && signIn.plan === 'PLUS',
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        'be true unless protection.threatProtection is OFF: without it the functions may not pass on the ' +
        "caller's address, and Cognito would rate their own",
      broken: protection.threatProtection !== 'OFF' && !signIn.clientSecret,
    },
  ];
}
