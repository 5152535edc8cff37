import { z } from 'zod';
import { arn, emailAddress } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const monitoring = z.strictObject({
  alarms: setting(
    z
      .strictObject({
        topicArn: setting(arn('an SNS topic', 'sns', '[\\w.-]{1,256}').nullable().default(null), {
          is:
            'An SNS topic in the same Region that is notified when an alarm starts and when it ends. Its policy, ' +
            'and the policy of its key, must let `cloudwatch.amazonaws.com` publish. If this is null, the stack ' +
            'creates a topic.',
          becomes: '`AWS::SNS::Topic`, `AWS::CloudWatch::Alarm.AlarmActions`',
        }),
        emails: setting(z.array(emailAddress).max(20).default([]), {
          is:
            'E-mail addresses that subscribe to the topic of the stack. Each must confirm once. At least one is ' +
            'required if `topicArn` is null.',
          becomes: '`AWS::SNS::Subscription`',
        }),
        functionErrors: setting(z.int().min(1).max(1_000_000).default(5), {
          is:
            'How many of these raise an alarm: errors of one function (crashes, time-outs, answers INTERNAL and ' +
            'UNAVAILABLE), its throttled calls, calls that Cognito throttles, calls of the account table that fail ' +
            'or are throttled, or errors of AppSync itself. An error with which a trigger refuses something counts ' +
            'too.',
          unit: 'errors in five minutes',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        latencyMs: setting(z.int().min(50).max(30_000).default(3000), {
          is:
            'How long a call of the user or the sign-up function may take (95th percentile). The alarm is raised ' +
            'after three periods of five minutes above this.',
          unit: 'ms',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        gptLatencyMs: setting(z.int().min(50).max(30_000).default(20_000), {
          is: 'The same for the gpt function, which waits for a language model.',
          unit: 'ms',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        deliveryFailures: setting(z.int().min(1).max(1_000_000).default(3), {
          is:
            'How many unsent e-mails and text messages raise an alarm, from Cognito and from the triggers in ' +
            '`examples/`. Possible causes are a used-up daily quota, a sender that SES refuses, and wrong ' +
            'addresses.',
          unit: 'failures in an hour',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        signInFailures: setting(z.int().min(1).max(1_000_000).default(100), {
          is: 'How many refused passwords and codes raise an alarm, since somebody may be guessing.',
          unit: 'refusals in five minutes',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
      })
      .nullable()
      .default(null),
    {
      is:
        'Alarms on errors, throttling, latency, unsent messages and refused sign-ins; null for none. Requires ' +
        '`functions.logLevel` INFO or DEBUG, since sign-ins are counted from the log.',
      becomes: '`AWS::CloudWatch::Alarm`, `AWS::Logs::MetricFilter`',
      laptop: 'There is no CloudWatch on a laptop.',
    },
  ),
  dashboard: setting(z.boolean().default(false), {
    is: 'Whether there is a dashboard with the same figures and those of Cognito and the web ACL.',
    becomes: '`AWS::CloudWatch::Dashboard`, `AWS::Logs::MetricFilter`',
    laptop: 'There is no CloudWatch on a laptop.',
  }),
});
