import type { Message } from '../../data/message.ts';
import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { handToSender, hasSender, type SenderEffects } from '../triggers/custom-sender.ts';
import type { Caller, TriggerEffects } from '../triggers/fire.ts';
import { checkDomain, goesByLink, withLinks } from './confirmation-link.ts';
import { customize, type Template } from './custom-message.ts';
import { countEmail } from './email-quota.ts';

export type Contact = 'email' | 'phone_number';

export interface CodeDelivery {
  readonly AttributeName: Contact;
  readonly DeliveryMedium: 'EMAIL' | 'SMS';
  /** Masked. */
  readonly Destination: string;
}

type Kind = Exclude<Message['kind'], 'SendEmail'>;
type Effects = Pick<Services, 'deliver' | 'world' | 'endpoint' | 'counters' | 'accountId' | 'dailyEmails'> & SenderEffects;
type Addressee = Pick<User, 'sub' | 'status' | 'username' | 'attributes'>;

const mediumOf = { email: 'EMAIL', phone_number: 'SMS' } as const;

/** A message whose text is final, so that no trigger can fail after its code was stored. */
export interface CodeDraft {
  /** Where it will go. */
  readonly delivery: CodeDelivery;
  /**
   * Sends it, and returns where it went. Call it in the transaction that stores the code, so that both happen or
   * neither. Throws LimitExceededException beyond the quota of Cognito's own sender.
   */
  send(code: string): CodeDelivery;
}

/**
 * A message with a code to one of the user's addresses, with the text of the pool or its CustomMessage trigger. Throws
 * what the trigger throws.
 */
export async function draftCode(
  effects: Effects & TriggerEffects & Pick<Services, 'domains'>,
  pool: UserPool,
  kind: Kind,
  user: Addressee,
  contact: Contact,
  caller: Caller,
): Promise<CodeDraft> {
  if (contact === 'email' && goesByLink(pool, kind)) checkDomain(effects, pool);
  const template = await customize(effects, pool, kind, user, caller, codeTemplate(pool.settings, kind));
  const to = user.attributes[contact] ?? '';
  const delivery = deliveryTo(user, contact);
  return {
    delivery,
    send(code) {
      send(effects, { to, contact, kind, code, template, pool, user, caller });
      return delivery;
    },
  };
}

/** Where a code to one of the user's addresses is sent. */
export function deliveryTo({ attributes }: Pick<User, 'attributes'>, contact: Contact): CodeDelivery {
  const Destination = mask(contact, attributes[contact] ?? '');
  return { AttributeName: contact, DeliveryMedium: mediumOf[contact], Destination };
}

/**
 * The username and the temporary password, by each requested medium for which the user has an address. Throws like
 * `draftCode`.
 */
export async function draftInvitation(
  effects: Effects & TriggerEffects,
  pool: UserPool,
  user: Addressee,
  mediums: readonly ('SMS' | 'EMAIL')[],
  caller: Caller,
): Promise<{ send(temporaryPassword: string): void }> {
  const { InviteMessageTemplate } = pool.settings.AdminCreateUserConfig;
  const text = 'Your username is {username} and temporary password is {####}.';
  const template = await customize(effects, pool, 'AdminCreateUser', user, caller, {
    subject: InviteMessageTemplate?.EmailSubject ?? 'Your temporary password',
    email: InviteMessageTemplate?.EmailMessage ?? text,
    sms: InviteMessageTemplate?.SMSMessage ?? text,
  });
  return {
    send(code) {
      for (const contact of ['email', 'phone_number'] as const) {
        const to = user.attributes[contact];
        if (!to || !mediums.includes(mediumOf[contact])) continue;
        send(effects, { to, contact, kind: 'AdminCreateUser', code, template, pool, user, caller });
      }
    },
  };
}

/** `z***@b***` shows the first letters of name and domain. `+********8920` shows the last four digits. */
function mask(contact: Contact, address: string): string {
  if (contact === 'email') {
    const at = address.lastIndexOf('@');
    return `${address.charAt(0)}***@${address.charAt(at + 1)}***`;
  }
  const number = address.replace('+', '');
  return `+${'*'.repeat(Math.max(number.length - 4, 0))}${number.slice(-4)}`;
}

/** The verification template is used for every code except sign-in codes. The pool's older flat settings replace it. */
function codeTemplate(settings: PoolSettings, kind: Kind): Template {
  const { VerificationMessageTemplate: template } = settings;
  const text = defaultTexts.get(kind) ?? 'Your confirmation code is {####}';
  if (kind === 'Authentication') {
    return {
      subject: settings.EmailAuthenticationSubject ?? 'Your authentication code',
      email: settings.EmailAuthenticationMessage ?? text,
      sms: settings.SmsAuthenticationMessage ?? text,
    };
  }
  const sms = template?.SmsMessage ?? settings.SmsVerificationMessage ?? text;
  if (goesByLink({ settings }, kind)) {
    return {
      subject: template?.EmailSubjectByLink ?? 'Your verification link',
      email: template?.EmailMessageByLink ?? 'Please click the link below to verify your email address. {##Verify Email##}',
      sms,
    };
  }
  return {
    subject: template?.EmailSubject ?? settings.EmailVerificationSubject ?? 'Your verification code',
    email: template?.EmailMessage ?? settings.EmailVerificationMessage ?? text,
    sms,
  };
}

const defaultTexts = new Map<Kind, string>([
  ['ForgotPassword', 'Your password reset code is {####}'],
  ['Authentication', 'Your authentication code is {####}'],
]);

interface Letter {
  readonly to: string;
  readonly contact: Contact;
  readonly kind: Kind;
  readonly code: string;
  readonly template: Template;
  readonly pool: UserPool;
  readonly user: Addressee;
  readonly caller: Caller;
}

function send(effects: Effects, { to, contact, kind, code, template, pool, user, caller }: Letter): void {
  const channel = mediumOf[contact];
  if (hasSender(pool, channel)) {
    handToSender(effects, pool, channel, kind, user, caller, code);
    return;
  }
  if (channel === 'EMAIL') countEmail(effects, pool);
  const { deliver, world, endpoint } = effects;
  const link = { endpoint, clientId: caller.clientId ?? '', username: user.username, code };
  const mail = goesByLink(pool, kind) ? withLinks(template.email, link) : template.email;
  const text = channel === 'EMAIL' ? mail : template.sms;
  // In one pass and with a function, so that `{username}` or `$&` in a password is not interpreted.
  const body = text.replaceAll(/\{####\}|\{username\}/g, (placeholder) => (placeholder === '{####}' ? code : user.username));
  const subject = channel === 'EMAIL' ? template.subject : null;
  deliver({ to, channel, kind, subject, body, code, sentAt: new Date(world.now()).toISOString() });
}
