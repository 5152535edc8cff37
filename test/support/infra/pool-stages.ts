import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../../infra/settings/stage.ts';
import { triggerKeys } from '../../../infra/settings/users/triggers.ts';
import type { Template } from '../../../infra/template/template.ts';
import { code, stackOf } from './stack.ts';

/** Stands for the bundle of every trigger, so that tests of a template need not build one. */
const bundle = mkdtempSync(join(tmpdir(), 'trigger-'));
writeFileSync(join(bundle, 'index.js'), 'exports.handler = async (event) => event;');
process.once('exit', () => rmSync(bundle, { recursive: true, force: true }));
export const triggerBundles = Object.fromEntries(triggerKeys.map((key) => [key, bundle]));

const own = { entry: 'triggers/own.ts' };
const phone = { messages: { sms: {} }, mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] } } satisfies Partial<SettingsInput>;
const ses = { from: 'login@mail.example.com', region: 'eu-west-1' };

/** The variants of a user pool, one aspect at a time. All of them must deploy. */
const poolStages = {
  'user names alone': { signIn: { names: ['USERNAME'], caseSensitive: true } },
  'addresses alone': { signIn: { names: ['EMAIL'] } },
  'addresses and numbers': { ...phone, signIn: { names: ['EMAIL', 'PHONE_NUMBER'] } },
  'numbers alone': { ...phone, signIn: { names: ['PHONE_NUMBER'] }, retention: { keepData: false, deletionProtection: false } },
  'every kind of name': { ...phone, signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'] } },
  'text messages by a role that is there': {
    mfa: { mode: 'ON', types: ['SMS_MFA'] },
    messages: {
      sms: { region: 'ap-northeast-1', role: { arn: 'arn:aws:iam::123456789012:role/sms', externalId: 'cognito-1' } },
    },
  },
  'a code by text message first': {
    messages: { sms: {} },
    mfa: { mode: 'OFF', types: [] },
    signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'SMS_OTP'], recovery: ['PHONE_NUMBER', 'EMAIL'] },
  },
  'mail by SES': {
    mfa: { types: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    signIn: { recovery: ['EMAIL', 'PHONE_NUMBER'] },
    messages: {
      ses: {
        ...ses,
        fromName: 'Größe & Co.',
        replyTo: 'help@example.com',
        verifiedDomain: 'example.com',
        configurationSet: 'mail',
      },
    },
  },
  'mail by the identity of an address': { messages: { ses }, signIn: { recovery: [] } },
  'links in place of codes': {
    signIn: { clientSecret: true },
    messages: {
      verifyBy: 'LINK',
      linkDomainPrefix: 'acme-test',
      texts: { verification: { subject: 'Confirm', email: 'Click {##here##}.' } },
    },
  },
  'attributes of its own': {
    signUp: {
      customAttributes: {
        tenant: { minimum: 0, maximum: 8, mutable: false },
        seats: { type: 'Number', minimum: 0 },
        level: { type: 'Number', maximum: -1 },
        beta: { type: 'Boolean' },
        since: { type: 'DateTime' },
      },
      writableAttributes: ['email', 'custom:tenant'],
    },
  },
  'the Lite plan': { signIn: { plan: 'LITE' }, passwords: { minimumLength: 6, requireSymbols: false } },
  'threat protection that looks': { signIn: { plan: 'PLUS', clientSecret: true }, protection: { threatProtection: 'AUDIT' } },
  'threat protection that acts': { signIn: { plan: 'PLUS', clientSecret: true }, protection: { threatProtection: 'ENFORCED' } },
  'a client with a secret': { signIn: { clientSecret: true } },
  'tracked sessions': { tokens: { sessions: { maxPerUser: 1 } } },
  'rotating refresh tokens': { tokens: { rotation: { graceSeconds: 0 } } },
  'senders of its own': { ...phone, triggers: { customEmailSender: own, customSmsSender: own } },
  'a sender under a key that is there': {
    triggers: { customEmailSender: own },
    messages: { senderKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555' },
  },
} satisfies Record<string, Omit<SettingsInput, 'naming'>>;

export type PoolStage = keyof typeof poolStages;

// True: the keys are those of the object.
export const poolStageNames = Object.keys(poolStages) as PoolStage[];

export function poolInput(stage: PoolStage): SettingsInput {
  return { naming: { stackName: 'Test' }, ...poolStages[stage] };
}

export function poolSettings(stage: PoolStage): Settings {
  return parseSettings(poolInput(stage));
}

export function poolTemplate(settings: Settings): Template {
  const { stack } = stackOf(settings, new Date(), { ...code, triggers: triggerBundles });
  return Assertions.fromStack(stack).toJSON() as Template; // JSON of CloudFormation's own shape
}
