import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { untyped, type Wrong } from './untyped.ts';

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/x';
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:oncall';
const naming = { stackName: 'Test' };

describe('refuses a wrong setting, with its name, the allowed values and its value', () => {
  test.each<Wrong>([
    [
      'domain.certificateArn must be an ARN of an ACM certificate in us-east-1; it is missing.',
      { domain: { name: 'a.example.com' } },
    ],
    ['naming.account must be a text, in quotes; it is 123456789012.', { naming: { ...naming, account: 123_456_789_012 } }],
    ['naming.stackName must be a CloudFormation stack name; it is "my stack".', { naming: { stackName: 'my stack' } }],
    [
      'monitoring.alarms.topicArn must be a topic in the Region of the stack',
      { naming: { ...naming, region: 'eu-central-1' }, monitoring: { alarms: { topicArn } } },
    ],
    ['naming.tags must have keys that each be a name of a tag', { naming: { ...naming, tags: { 'aws:stage': 'x' } } }],
    [
      'naming.tags must contain at most 50 tags, which is the limit of AWS',
      { naming: { ...naming, tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, 'x'])) } },
    ],
    [
      'naming.tags must contain each name once, ignoring upper and lower case, which IAM does not distinguish; it is {"Stage":"a","stage":"b"}.',
      { naming: { ...naming, tags: { Stage: 'a', stage: 'b' } } },
    ],
    [
      'messages.senderKeyArn must be a key in the Region of the stack, naming.region',
      {
        naming: { ...naming, region: 'eu-central-1' },
        messages: { senderKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/x' },
        triggers: { customEmailSender: { entry: 'triggers/own.ts' } },
      },
    ],
    ...(
      [
        ['eu-central-1', 'eu-north-1', 'eu-central-1, us-east-1, us-west-2, eu-west-1'],
        ['us-west-1', 'us-east-1', 'us-west-1'],
        ['eu-west-3', 'eu-west-1', 'eu-west-3'],
      ] as const
    ).map(
      ([here, region, allowed]): Wrong => [
        `messages.ses.region must be ${allowed}: a user pool in naming.region, ${here}, can send through SES in no other Region; it is "${region}".`,
        { naming: { ...naming, region: here }, messages: { ses: { from: 'no-reply@example.com', region } } },
      ],
    ),
    ...(
      [
        ['ap-northeast-2', 'ap-northeast-2', 'ap-northeast-1'],
        ['eu-central-1', 'us-east-1', 'eu-central-1 or eu-west-1'],
        ['sa-east-1', 'us-east-1', 'sa-east-1'],
      ] as const
    ).map(
      ([here, region, allowed]): Wrong => [
        `messages.sms.region must be ${allowed}, or null: a user pool in naming.region, ${here}, can send text messages through SNS in no other Region; it is "${region}".`,
        { naming: { ...naming, region: here }, messages: { sms: { region } }, mfa: { types: ['SMS_MFA'] } },
      ],
    ),
    [
      'gpt.secretArn must be a secret in the Region of the stack, naming.region',
      {
        naming: { ...naming, region: 'eu-central-1' },
        gpt: { secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:openai-AbCdEf' },
      },
    ],
    [
      'gpt.secretKeyArn must be a key in the Region of gpt.secretArn',
      {
        naming,
        gpt: {
          secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf',
          secretKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/x',
        },
      },
    ],
    [
      'messages.sms.role.arn must be a role of the account of the stack, naming.account: IAM passes on no other role',
      {
        naming: { ...naming, region: 'eu-central-1', account: '123456789012' },
        messages: { sms: { role: { arn: 'arn:aws:iam::999999999999:role/sms', externalId: 'shop' } } },
        mfa: { types: ['SMS_MFA'] },
      },
    ],
    ['naming.tags.stage must be a value of a tag', { naming: { ...naming, tags: { stage: 'x<y' } } }],
    [
      'domain.hostedZone.name must be auth.example.com or a parent of it',
      { domain: { name: 'auth.example.com', certificateArn, hostedZone: { id: 'Z1', name: 'example.org' } } },
    ],
    [
      'domain.certificateArn must be an ARN of an ACM certificate in us-east-1',
      { domain: { name: 'auth.example.com', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') } },
    ],
    ['domain.name must be a domain name in lower case', { domain: { name: 'Auth.example.com', certificateArn } }],
  ])('%s', (message, written) => {
    expect(() => untyped(written)).toThrow(ConfigurationError);
    expect(() => untyped(written)).toThrow(message);
  });
});
