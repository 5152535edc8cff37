import { standardAttribute } from '../schema/formats.ts';
import type { Settings } from '../stage.ts';
import { isSmaller, type Plan, planFeatures } from './plan-features.ts';
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
      message: 'hold email where users sign in by it, or are sent a code or an invitation by mail',
      broken:
        !signUp.writableAttributes.includes('email') &&
        (byAddress || (!byNumber && signUp.modes.some((mode) => mode !== 'TEMPORARY_PASSWORD'))),
    },
    {
      path: ['signUp', 'writableAttributes'],
      message: 'hold phone_number where users sign in by it',
      broken: !signUp.writableAttributes.includes('phone_number') && byNumber,
    },
    {
      path: ['signUp', 'emailDomains'],
      message:
        'be empty where neither signIn.names nor signUp.requiredAttributes holds the e-mail address: there may be none to look at',
      broken: signUp.emailDomains.length > 0 && !byAddress && !signUp.requiredAttributes.includes('email'),
    },
    {
      path: ['signUp', 'modes'],
      message:
        'leave TEMPORARY_PASSWORD out where signIn.names lacks USERNAME: nobody proves the address, so that anybody could sign up as anybody and be there before them',
      broken: !signIn.names.includes('USERNAME') && signUp.modes.includes('TEMPORARY_PASSWORD'),
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        'be true where signIn.names holds EMAIL and messages.verifyBy is LINK: without it somebody can sign up with an address of others at Cognito itself, with a password that works once anything opens the link',
      broken: byAddress && selfService && messages.verifyBy === 'LINK' && !signIn.clientSecret,
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        'be true where signIn.names lacks USERNAME and signIn.firstFactors holds a code: without it somebody can sign up with an address of others at Cognito itself, with a password that works once its owner signs in by a code',
      broken:
        !signIn.names.includes('USERNAME') &&
        selfService &&
        signIn.firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP') &&
        !signIn.clientSecret,
    },
    {
      path: ['signIn', 'recovery'],
      message: 'hold EMAIL where messages.verifyBy is LINK: a password is chosen by a code after the link was opened',
      broken: selfService && messages.verifyBy === 'LINK' && !signIn.recovery.includes('EMAIL'),
    },
    // An address of the domain is worth something only where the new user has to show that it is theirs.
    {
      path: ['signUp', 'emailDomains'],
      message:
        "be empty where signIn.names holds PHONE_NUMBER: who gives a number too confirms by that, and somebody else's address is never asked for proof",
      broken: signUp.emailDomains.length > 0 && byNumber,
    },
    {
      path: ['signUp', 'emailDomains'],
      message:
        'be empty where signUp.modes holds TEMPORARY_PASSWORD: its users prove no address, so that anybody could give one of these domains',
      broken: signUp.emailDomains.length > 0 && signUp.modes.includes('TEMPORARY_PASSWORD'),
    },
  ];
}

const standardNames: ReadonlySet<string> = new Set([...standardAttribute.options, 'sub', 'updated_at', 'email_verified']);

function hidingRules({ signIn, protection }: Settings): Rule[] {
  return [
    {
      path: ['protection', 'hideAddresses'],
      message: 'be false where signIn.names lacks USERNAME: the address is the user name, and signUp tells that it is taken',
      broken: protection.hideAddresses && !signIn.names.includes('USERNAME'),
    },
    {
      path: ['protection', 'hideAddresses'],
      message: 'be false where signIn.flows holds neither USER_PASSWORD_AUTH nor CUSTOM_AUTH: nobody could sign in by an address',
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
      message: `hold every required attribute; it lacks ${readOnly.join(', ')}`,
      broken: readOnly.length > 0,
    },
    {
      path: ['signUp', 'writableAttributes'],
      message: `hold custom attributes that signUp.customAttributes has; it lacks ${unknown.join(', ')}`,
      broken: unknown.length > 0,
    },
    {
      path: ['signUp', 'customAttributes'],
      message: 'hold at most 50, which is all that Cognito takes',
      broken: names.length > 50,
    },
    {
      path: ['signUp', 'customAttributes'],
      message: `name no standard attribute, for which Cognito would take it; it names ${standard.join(', ')}`,
      broken: standard.length > 0,
    },
    ...bounds.map(([name, { type, minimum, maximum }]) => ({
      path: ['signUp', 'customAttributes', name],
      message:
        'have no minimum and maximum unless it is a String (its length, 0 to 2048) or a Number, and a minimum that is not above the maximum',
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
    {
      path: ['tokens', 'accessMinutes'],
      message: 'be no longer than tokens.refreshDays: a token would outlive what renews it',
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
      message: 'be ESSENTIALS where protection.threatProtection is OFF: PLUS would be paid for nothing',
      broken: protection.threatProtection === 'OFF' && signIn.plan === 'PLUS',
    },
    {
      path: ['signIn', 'clientSecret'],
      message:
        "be true where protection.threatProtection is not OFF: only such a client may pass the caller's address on, and Cognito would judge the functions' own",
      broken: protection.threatProtection !== 'OFF' && !signIn.clientSecret,
    },
  ];
}
