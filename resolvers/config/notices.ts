import type { AwsConfig } from '../aws/endpoint.ts';
import { orNull, parseJson, type Reader, record, string } from '../input/reader.ts';
import type { NoticeSender } from './environment.ts';
import { NoticeKind } from './notice-kind.ts';
import { type Environment, members, url } from './variables.ts';

export interface NoticesConfig {
  /** The kinds of changes that users are notified of. */
  readonly kinds: ReadonlySet<NoticeKind>;
  /** Null if there is no sender. */
  readonly sender: (NoticeSender & { readonly aws: AwsConfig }) | null;
}

export function notices(env: Environment): NoticesConfig {
  const json = env['NOTICE_SENDER'];
  const known = json ? parseJson('NOTICE_SENDER', json, sender) : null;
  return {
    kinds: members(env, 'NOTICES', NoticeKind),
    sender: known && { ...known, aws: { region: known.region, endpoint: url(env, 'AWS_ENDPOINT_URL_SESV2') } },
  };
}

const sender: Reader<NoticeSender> = record({
  from: string,
  replyTo: orNull(string),
  region: string,
  configurationSet: orNull(string),
});
