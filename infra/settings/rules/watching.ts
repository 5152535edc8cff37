import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** Rules about the alarms, the dashboard and the web ACL. */
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
      message: 'contain at least one address if monitoring.alarms.topicArn is null: nobody would receive the alarms',
      broken: alarms !== null && topicArn === null && emails.length === 0,
    },
    {
      path: ['monitoring', 'alarms', 'emails'],
      message: 'be empty if monitoring.alarms.topicArn is set: add subscribers to that topic yourself',
      broken: topicArn !== null && emails.length > 0,
    },
    {
      path: ['monitoring', 'alarms', 'emails'],
      message: 'contain each address once, ignoring upper and lower case',
      broken: new Set(emails.map((address) => address.toLowerCase())).size < emails.length,
    },
    {
      path: ['monitoring', 'alarms', 'topicArn'],
      message: 'be a topic in the Region of the stack, naming.region: alarms cannot notify a topic in another Region',
      broken: topicArn !== null && naming.region !== null && topicArn.split(':')[3] !== naming.region,
    },
    {
      path: ['functions', 'logLevel'],
      message:
        'be INFO or DEBUG if monitoring.alarms or monitoring.dashboard is on: sign-ins are counted from lines of level INFO',
      broken: (alarms !== null || dashboard) && !['INFO', 'DEBUG'].includes(functions.logLevel),
    },
    {
      path: ['protection', 'webAcl', 'publicRequestsPerFiveMinutes'],
      message: 'be at most protection.webAcl.requestsPerFiveMinutes, which blocks all requests anyway',
      broken: webAcl !== null && webAcl.publicRequestsPerFiveMinutes > webAcl.requestsPerFiveMinutes,
    },
    {
      path: ['functions', 'reservedConcurrency', 'gpt'],
      message: 'be null if gpt is null: there is no such function',
      broken: gpt === null && functions.reservedConcurrency.gpt !== null,
    },
  ];
}
