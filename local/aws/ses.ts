import { randomUUID } from 'node:crypto';
import type { Deliver } from '../data/message.ts';
import type { World } from '../world/world.ts';
import { AwsError, type Input, notImplemented, type Operation } from './protocol/service.ts';

export interface MailOptions {
  readonly deliver: Deliver;
  readonly world: World;
}

/**
 * Puts the mail of a function into the inbox (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html).
 * Whether SES has verified the sender is unknown on a laptop.
 */
export function sendEmail({ deliver, world }: MailOptions): Operation {
  return ({ FromEmailAddress, Destination, Content }) => {
    const { ToAddresses, CcAddresses, BccAddresses } = record(Destination);
    const { Simple } = record(Content);
    if (Simple === undefined) throw notImplemented('SendEmail with other content than Simple');
    const to = [ToAddresses, CcAddresses, BccAddresses].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
    if (typeof FromEmailAddress !== 'string') throw badRequest('FromEmailAddress is missing.');
    if (to.length === 0) throw badRequest('Destination names nobody.');
    const { Subject, Body } = record(Simple);
    const { Text, Html } = record(Body);
    const text = record(Text ?? Html)['Data'];
    if (typeof text !== 'string') throw badRequest('Missing required body.');
    for (const address of to) {
      deliver({
        to: address,
        channel: 'EMAIL',
        kind: 'SendEmail',
        subject: String(record(Subject)['Data'] ?? ''),
        body: text,
        code: null,
        sentAt: new Date(world.now()).toISOString(),
      });
    }
    return { MessageId: randomUUID() };
  };
}

function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message);
}

function record(value: unknown): Input {
  // An object, and the keys that are read from it are checked one by one.
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
