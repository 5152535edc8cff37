import { randomUUID } from 'node:crypto';
import type { Deliver } from '../data/message.ts';
import type { World } from '../world/world.ts';
import { AwsError, type Input, notImplemented, type Operation } from './protocol/service.ts';

export interface MailOptions {
  readonly deliver: Deliver;
  readonly world: World;
}

/**
 * Puts a function's mail into the inbox (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). A
 * laptop does not know whether SES has verified the sender.
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
  // It is an object, and each key that is read from it is checked.
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
