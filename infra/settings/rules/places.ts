import { isIPv4 } from 'node:net';
import type { Settings } from '../stage.ts';
import { isOfDomain } from './address.ts';
import { sesRegions, snsRegions } from './facts/message-regions.ts';
import type { Rule } from './rule.ts';

/** What must belong to the Region or account of the stack, if these are known, and hosts that cannot work. */
export function placeRules({ gpt, messages, naming, signIn }: Settings): Rule[] {
  const elsewhere = (part: 3 | 4, place: string | null, arn: string | null | undefined): boolean =>
    place !== null && arn !== null && arn !== undefined && arn.split(':')[part] !== place;
  const host = signIn.passkeys?.relyingParty ?? 'localhost';
  const ses = sesRegions.get(naming.region ?? '');
  const sns = snsRegions.get(naming.region ?? '');
  const among = (allowed: readonly string[] | undefined, region: string | null | undefined): boolean =>
    allowed === undefined || region === null || region === undefined || allowed.includes(region);
  const { passwordless } = signIn;
  return [
    {
      path: ['messages', 'ses', 'region'],
      message: `be ${ses?.join(', ')}: a user pool in naming.region, ${naming.region}, can send through SES in no other Region`,
      broken: !among(ses, messages.ses?.region),
    },
    {
      path: ['messages', 'sms', 'region'],
      message: `be ${sns?.join(' or ')}, or null: a user pool in naming.region, ${naming.region}, can send text messages through SNS in no other Region`,
      broken: !among(sns, messages.sms?.region),
    },
    {
      path: ['signIn', 'passwordless', 'identityArn'],
      message: 'be the identity of signIn.passwordless.sender: that address, its domain or a parent of that domain',
      broken: passwordless !== null && !sends(identityOf(passwordless.identityArn), passwordless.sender),
    },
    {
      path: ['messages', 'senderKeyArn'],
      message: 'be a key in the Region of the stack, naming.region: Cognito accepts no key from another Region',
      broken: elsewhere(3, naming.region, messages.senderKeyArn),
    },
    {
      path: ['gpt', 'secretArn'],
      message:
        'be a secret in the Region of the stack, naming.region, where the function reads it; replicate the secret ' +
        'to that Region',
      broken: elsewhere(3, naming.region, gpt?.secretArn),
    },
    {
      path: ['gpt', 'secretKeyArn'],
      message: "be null if gpt.secretArn is null: the stack's own secret is encrypted with AWS's key",
      broken: gpt !== null && gpt.secretKeyArn !== null && gpt.secretArn === null,
    },
    {
      path: ['gpt', 'secretKeyArn'],
      message: 'be a key in the Region of gpt.secretArn: Secrets Manager accepts no key from another Region',
      broken: elsewhere(3, gpt?.secretArn?.split(':')[3] ?? null, gpt?.secretKeyArn),
    },
    {
      path: ['messages', 'sms', 'role', 'arn'],
      message: 'be a role of the account of the stack, naming.account: IAM passes on no other role',
      broken: elsewhere(4, naming.account, messages.sms?.role?.arn),
    },
    {
      path: ['gpt', 'baseUrl'],
      message: 'not contain a user or password: put the key into the secret',
      broken: gpt !== null && gpt.baseUrl !== null && new URL(gpt.baseUrl).username + new URL(gpt.baseUrl).password !== '',
    },
    {
      // WebAuthn Level 3, "relying party identifier": a registrable domain of the page, or localhost. Any other host
      // can be deployed, but no browser accepts it.
      // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.relying-party
      path: ['signIn', 'passkeys', 'relyingParty'],
      message:
        'be localhost, or a host name with a dot in it that is not an IP address: browsers accept nothing else for passkeys',
      broken: host !== 'localhost' && (!host.includes('.') || isIPv4(host)),
    },
  ];
}

/** Returns `acme.example` for `arn:aws:ses:eu-central-1:123456789012:identity/acme.example`. */
function identityOf(arn: string): string {
  return arn.slice(arn.indexOf('identity/') + 'identity/'.length);
}

/**
 * A verified domain sends for all its addresses and subdomains; a verified address only for itself.
 * @see docs/aws-behaviour/messages.md#messages.verified-identity
 */
function sends(identity: string, address: string): boolean {
  return identity.includes('@') ? identity.toLowerCase() === address.toLowerCase() : isOfDomain(address, identity);
}
