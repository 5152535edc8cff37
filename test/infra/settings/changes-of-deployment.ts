import type { Change, Part } from './change.ts';

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const domain = { name: 'auth.acme.example', certificateArn };
const zone = { id: 'Z0123456789ABCDEFGHIJ', name: 'acme.example' };
const turnstile = { kind: 'TURNSTILE', siteKey: '1x00000000000000000000AA' } as const;
const captcha = { protection: { captcha: turnstile } } satisfies Part;
const webAcl = { protection: { webAcl: {} } } satisfies Part;
const alarms = { monitoring: { alarms: { emails: ['ops@acme.example'] } } } satisfies Part;

/** One change of each setting in `infra/settings/deployment`. */
export const changesOfDeployment: Readonly<Record<string, Change>> = {
  'naming.stackName': { to: { naming: { stackName: 'Other' } } },
  'naming.region': { to: { naming: { region: 'us-west-2' } } },
  'naming.account': { to: { naming: { account: '123456789012' } } },
  'naming.tags': { to: { naming: { tags: { team: 'identity' } } } },
  'retention.keepData': { with: { retention: { deletionProtection: false } }, to: { retention: { keepData: false } } },
  'retention.deletionProtection': { to: { retention: { deletionProtection: false } } },
  'retention.terminationProtection': { to: { retention: { terminationProtection: false } } },
  'retention.logDays': { to: { retention: { logDays: 30 } } },
  domain: { to: { domain } },
  'domain.name': { with: { domain }, to: { domain: { name: 'login.acme.example' } } },
  'domain.certificateArn': {
    with: { domain },
    to: { domain: { certificateArn: certificateArn.replace('1234-1234', '4321-4321') } },
  },
  'domain.hostedZone': { with: { domain }, to: { domain: { hostedZone: zone } } },
  'domain.hostedZone.id': {
    with: { domain: { ...domain, hostedZone: zone } },
    to: { domain: { hostedZone: { ...zone, id: 'ZZZ' } } },
  },
  'domain.hostedZone.name': {
    with: { domain: { ...domain, hostedZone: zone } },
    to: { domain: { hostedZone: { ...zone, name: 'auth.acme.example' } } },
  },
  'protection.evenAnswers': { to: { protection: { evenAnswers: null } } },
  'protection.evenAnswers.milliseconds': { to: { protection: { evenAnswers: { milliseconds: 500 } } } },
  'protection.hideAddresses': { to: { protection: { hideAddresses: true } } },
  'protection.reauthentication': { to: { protection: { reauthentication: null } } },
  'protection.reauthentication.maxAgeMinutes': { to: { protection: { reauthentication: { maxAgeMinutes: 5 } } } },
  'protection.reauthentication.acr': {
    with: { mfa: { mode: 'ON' } },
    to: { protection: { reauthentication: { acr: 'urn:cognito:loa:4' } } },
  },
  'api.depthLimit': { to: { api: { depthLimit: 30 } } },
  'api.resolverLimit': { to: { api: { resolverLimit: 3 } } },
  'api.introspection': { to: { api: { introspection: false } } },
  'api.keys': { to: { api: { keys: ['Next', 'Public'] } } },
  'api.keyMonths': { to: { api: { keyMonths: 3 } } },
  'functions.memoryMb': { to: { functions: { memoryMb: 512 } } },
  'functions.logLevel': { to: { functions: { logLevel: 'WARN' } } },
  'functions.sourceMaps': { to: { functions: { sourceMaps: true } } },
  'functions.reservedConcurrency.user': { to: { functions: { reservedConcurrency: { user: 50 } } } },
  'functions.reservedConcurrency.account': { to: { functions: { reservedConcurrency: { account: 30 } } } },
  'functions.reservedConcurrency.recovery': { to: { functions: { reservedConcurrency: { recovery: 5 } } } },
  'functions.reservedConcurrency.signUp': { to: { functions: { reservedConcurrency: { signUp: 10 } } } },
  'functions.reservedConcurrency.gpt': { to: { functions: { reservedConcurrency: { gpt: 20 } } } },
  gpt: { to: { gpt: null } },
  'gpt.model': { to: { gpt: { model: 'other' } } },
  'gpt.models': { to: { gpt: { models: ['other'] } } },
  'gpt.baseUrl': { to: { gpt: { baseUrl: 'https://llm.acme.example/v1' } } },
  'gpt.secretArn': { to: { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } } },
  'gpt.secretKeyArn': {
    with: { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } },
    to: { gpt: { secretKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/12345678-1234-1234-1234-123456789012' } },
  },
  'gpt.requestsPerDay': { to: { gpt: { requestsPerDay: 5 } } },
  'gpt.totalRequestsPerDay': { to: { gpt: { totalRequestsPerDay: 500 } } },
  'gpt.provenAddress': { to: { gpt: { provenAddress: false } } },
  'gpt.messageCharacters': { to: { gpt: { messageCharacters: 500 } } },
  'gpt.answerTokens': { to: { gpt: { answerTokens: 500 } } },
  'gpt.answerTokensParameter': { to: { gpt: { answerTokensParameter: 'max_tokens' } } },
  'protection.messageLimits': { to: { protection: { messageLimits: null } } },
  'protection.messageLimits.perAddressPerHour': { to: { protection: { messageLimits: { perAddressPerHour: 5 } } } },
  'protection.messageLimits.perAddressPerDay': { to: { protection: { messageLimits: { perAddressPerDay: 20 } } } },
  'protection.messageLimits.perCallerPerHour': { to: { protection: { messageLimits: { perCallerPerHour: null } } } },
  'protection.messageLimits.perCallerPerDay': { to: { protection: { messageLimits: { perCallerPerDay: null } } } },
  'protection.messageLimits.perDay': { to: { protection: { messageLimits: { perDay: 50 } } } },
  'protection.attemptLimits': { to: { protection: { attemptLimits: null } } },
  'protection.attemptLimits.passwordsPerHour': { to: { protection: { attemptLimits: { passwordsPerHour: 20 } } } },
  'protection.attemptLimits.codesPerSession': { to: { protection: { attemptLimits: { codesPerSession: 3 } } } },
  'protection.captcha': { to: captcha },
  'protection.captcha.kind': { with: captcha, to: { protection: { captcha: { ...turnstile, kind: 'HCAPTCHA' } } } },
  'protection.captcha.siteKey': { with: captcha, to: { protection: { captcha: { ...turnstile, siteKey: 'other' } } } },
  'protection.captcha.verifyUrl': {
    with: captcha,
    to: { protection: { captcha: { ...turnstile, verifyUrl: 'https://captcha.acme.example' } } },
  },
  'protection.captcha.secretArn': {
    with: captcha,
    to: {
      protection: {
        captcha: { ...turnstile, secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:captcha-AbCdEf' },
      },
    },
  },
  'protection.webAcl': { to: webAcl },
  'protection.webAcl.requestsPerFiveMinutes': { with: webAcl, to: { protection: { webAcl: { requestsPerFiveMinutes: 500 } } } },
  'protection.webAcl.publicRequestsPerFiveMinutes': {
    with: webAcl,
    to: { protection: { webAcl: { publicRequestsPerFiveMinutes: 50 } } },
  },
  'protection.webAcl.managedRules': { with: webAcl, to: { protection: { webAcl: { managedRules: 'BLOCK' } } } },
  'protection.threatProtection': {
    with: { signIn: { plan: 'PLUS', clientSecret: true }, protection: { threatProtection: 'AUDIT' } },
    to: { protection: { threatProtection: 'ENFORCED' } },
  },
  'monitoring.alarms': { to: alarms },
  'monitoring.alarms.topicArn': {
    with: alarms,
    to: { monitoring: { alarms: { topicArn: 'arn:aws:sns:eu-central-1:123456789012:oncall', emails: [] } } },
  },
  'monitoring.alarms.emails': { with: alarms, to: { monitoring: { alarms: { emails: ['oncall@acme.example'] } } } },
  'monitoring.alarms.functionErrors': { with: alarms, to: { monitoring: { alarms: { functionErrors: 1 } } } },
  'monitoring.alarms.latencyMs': { with: alarms, to: { monitoring: { alarms: { latencyMs: 1000 } } } },
  'monitoring.alarms.gptLatencyMs': { with: alarms, to: { monitoring: { alarms: { gptLatencyMs: 10_000 } } } },
  'monitoring.alarms.deliveryFailures': { with: alarms, to: { monitoring: { alarms: { deliveryFailures: 1 } } } },
  'monitoring.alarms.signInFailures': { with: alarms, to: { monitoring: { alarms: { signInFailures: 20 } } } },
  'monitoring.dashboard': { to: { monitoring: { dashboard: true } } },
};
