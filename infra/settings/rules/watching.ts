import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** What ties the alarms, the dashboard and the web ACL to the rest of a stage. */
export function watchingRules({
  naming,
  monitoring: { alarms, dashboard },
  protection: { webAcl },
  functions,
  gpt,
}: Settings): Rule[] {
  const emails = alarms?.emails ?? [];
  const topicArn = alarms?.topicArn ?? null;
  return [
    {
      path: ['monitoring', 'alarms', 'emails'],
      message: 'hold at least one address where monitoring.alarms.topicArn is null: the alarms would tell nobody',
      broken: alarms !== null && topicArn === null && emails.length === 0,
    },
    {
      path: ['monitoring', 'alarms', 'emails'],
      message: 'be empty where monitoring.alarms.topicArn names a topic: who subscribes to it is its own affair',
      broken: topicArn !== null && emails.length > 0,
    },
    {
      path: ['monitoring', 'alarms', 'emails'],
      message: 'hold each address once, whatever its case',
      broken: new Set(emails.map((address) => address.toLowerCase())).size < emails.length,
    },
    {
      path: ['monitoring', 'alarms', 'topicArn'],
      message: 'be a topic in the Region of the stack, naming.region: an alarm tells no other',
      broken: topicArn !== null && naming.region !== null && topicArn.split(':')[3] !== naming.region,
    },
    {
      path: ['functions', 'logLevel'],
      message:
        'be INFO or DEBUG where monitoring.alarms or monitoring.dashboard is on: sign-ins are counted from lines of level INFO',
      broken: (alarms !== null || dashboard) && !['INFO', 'DEBUG'].includes(functions.logLevel),
    },
    {
      path: ['protection', 'webAcl', 'publicRequestsPerFiveMinutes'],
      message: 'be at most protection.webAcl.requestsPerFiveMinutes, which stops every request anyway',
      broken: webAcl !== null && webAcl.publicRequestsPerFiveMinutes > webAcl.requestsPerFiveMinutes,
    },
    {
      path: ['functions', 'reservedConcurrency', 'gpt'],
      message: 'be null where gpt is: there is no such function',
      broken: gpt === null && functions.reservedConcurrency.gpt !== null,
    },
  ];
}
