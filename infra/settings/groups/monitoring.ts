import { z } from 'zod';
import { arn, emailAddress } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const monitoring = z.strictObject({
  alarms: setting(
    z
      .strictObject({
        topicArn: setting(arn('an SNS topic', 'sns', '[\\w.-]{1,256}').nullable().default(null), {
          is: 'The topic that is told when an alarm goes off and when it is over, of the same Region. Its policy, and that of its key, must let `cloudwatch.amazonaws.com` publish. Null makes one.',
          becomes: '`AWS::SNS::Topic`, `AWS::CloudWatch::Alarm.AlarmActions`',
        }),
        emails: setting(z.array(emailAddress).max(20).default([]), {
          is: 'Addresses that subscribe to the topic made here; each is asked once whether it wants to. At least one, where there is no `topicArn`.',
          becomes: '`AWS::SNS::Subscription`',
        }),
        functionErrors: setting(z.int().min(1).max(1_000_000).default(5), {
          is: 'Errors of one function (crashes, time-outs, answers INTERNAL and UNAVAILABLE), its throttled calls, calls that Cognito throttles, or errors of AppSync itself, that are too many. What a trigger refuses by an error counts too.',
          unit: 'errors in five minutes',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        latencyMs: setting(z.int().min(50).max(30_000).default(3000), {
          is: 'Time of a call of the user or the sign-up function (95th percentile) that is too long for three times five minutes.',
          unit: 'ms',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        gptLatencyMs: setting(z.int().min(50).max(30_000).default(20_000), {
          is: 'The same of the gpt function, which waits for a language model.',
          unit: 'ms',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        deliveryFailures: setting(z.int().min(1).max(1_000_000).default(3), {
          is: 'Mails and text messages that could not be sent, of Cognito and of the triggers of `examples/`, that are too many: the mails of the day are used up, SES refuses the sender, or addresses are wrong.',
          unit: 'failures in an hour',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
        signInFailures: setting(z.int().min(1).max(1_000_000).default(100), {
          is: 'Refused passwords and codes that are too many: somebody may be trying them out.',
          unit: 'refusals in five minutes',
          becomes: '`AWS::CloudWatch::Alarm.Threshold`',
        }),
      })
      .nullable()
      .default(null),
    {
      is: 'Alarms on errors, throttling, latency, messages that could not be sent and refused sign-ins, or null for none. Wants `functions.logLevel` INFO or DEBUG: sign-ins are counted from the log.',
      becomes: '`AWS::CloudWatch::Alarm`, `AWS::Logs::MetricFilter`',
      laptop: 'CloudWatch has no part on a laptop.',
    },
  ),
  dashboard: setting(z.boolean().default(false), {
    is: 'Whether there is a dashboard of the same figures, of Cognito and of the web ACL.',
    becomes: '`AWS::CloudWatch::Dashboard`, `AWS::Logs::MetricFilter`',
    laptop: 'CloudWatch has no part on a laptop.',
  }),
});
