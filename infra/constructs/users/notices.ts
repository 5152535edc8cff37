import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { NoticeSender } from '../../../resolvers/config/environment.ts';
import type { Settings } from '../../settings/stage.ts';
import type { FunctionRight } from '../common/own-function.ts';

interface Notices {
  readonly rights: readonly FunctionRight[];
  readonly environment: { readonly NOTICES: string; readonly NOTICE_SENDER?: string };
}

/**
 * What a function needs to send the notices of a stage. Without SES or without notices, it gets no right and no sender.
 */
export function noticesOf(scope: Construct, { messages: { ses, notices }, naming }: Settings): Notices {
  const kinds = Object.entries(notices ?? {}).flatMap(([kind, words]) => (words === false ? [] : kind));
  const environment = { NOTICES: kinds.join() };
  if (ses === null || kinds.length === 0) return { rights: [], environment };
  const stack = Stack.of(scope);
  const region = ses.region ?? naming.region ?? stack.region;
  const arn = (resource: string, resourceName: string): string =>
    stack.formatArn({ service: 'ses', region, resource, resourceName });
  const sender = {
    from: ses.fromName === null ? ses.from : `"${ses.fromName.replaceAll('\\', '\\\\')}" <${ses.from}>`,
    replyTo: ses.replyTo,
    region,
    configurationSet: ses.configurationSet,
  } satisfies NoticeSender;
  return {
    rights: [
      {
        actions: ['ses:SendEmail'],
        resource: arn('identity', ses.verifiedDomain ?? ses.from),
        // If the identity is a whole domain, only this address of it.
        conditions: { StringEquals: { 'ses:FromAddress': ses.from } },
      },
      // SES requires the right for each of them (https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html).
      ...(ses.configurationSet === null
        ? []
        : [{ actions: ['ses:SendEmail'], resource: arn('configuration-set', ses.configurationSet) }]),
    ],
    environment: { ...environment, NOTICE_SENDER: stack.toJsonString(sender) },
  };
}
