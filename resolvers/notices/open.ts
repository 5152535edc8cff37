import type { Listener } from '../activity/events.ts';
import { createSes } from '../aws/ses.ts';
import type { Request } from '../call/request.ts';
import type { NoticesConfig } from '../config/notices.ts';
import { createNotices, type NoticesOptions } from './notices.ts';
import { createSendMail } from './send-mail.ts';

/**
 * No listener if the stage sends no notices or has no sender.
 * @param env Lambda's own environment, for the credentials.
 */
export function openNotices<Context extends { readonly request: Request }>(
  { kinds, sender }: NoticesConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Omit<NoticesOptions<Context>, 'kinds' | 'send' | 'now'>,
): readonly Listener<Context>[] {
  if (sender === null || kinds.size === 0) return [];
  return [createNotices({ ...options, kinds, send: createSendMail(createSes(sender.aws, env), sender), now: () => Date.now() })];
}
