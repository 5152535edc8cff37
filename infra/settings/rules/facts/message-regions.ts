/**
 * The Regions from which a user pool may send, by the Region of the pool. Nothing is refused for a Region that is not
 * listed, such as one that opened later.
 */
type Regions = ReadonlyMap<string, readonly string[]>;

/**
 * Pools in older Regions could once send only from these three, and still may.
 * @see docs/aws-behaviour/messages.md#messages.ses-regions
 */
const legacySes = ['us-east-1', 'us-west-2', 'eu-west-1'];

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html#user-pool-email-developer-region-mapping
 */
export const sesRegions: Regions = new Map([
  ...[
    'us-east-1',
    'us-east-2',
    'us-west-2',
    'ca-central-1',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'eu-west-1',
    'eu-west-2',
    'eu-central-1',
  ].map((region): [string, string[]] => [region, [...new Set([region, ...legacySes])]]),
  ...['us-west-1', 'eu-west-3', 'eu-north-1', 'me-south-1', 'sa-east-1'].map((region): [string, string[]] => [region, [region]]),
]);

/**
 * If there are two and the settings name none, Cognito uses the second.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html#sms-choose-a-region
 * @see docs/aws-behaviour/messages.md#messages.sns-regions
 */
export const snsRegions: Regions = new Map([
  ['us-east-2', ['us-east-2', 'us-east-1']],
  ['ca-central-1', ['ca-central-1', 'us-east-1']],
  ['eu-central-1', ['eu-central-1', 'eu-west-1']],
  ['eu-west-2', ['eu-west-2', 'eu-west-1']],
  ['ap-south-1', ['ap-south-1', 'ap-southeast-1']],
  // These Regions cannot send text messages through SNS, or Cognito cannot use their SNS.
  ['ap-northeast-2', ['ap-northeast-1']],
  ['ap-east-1', ['ap-southeast-1']],
  ['ap-southeast-5', ['ap-southeast-1']],
  ['ap-southeast-7', ['ap-south-1']],
  ...[
    'us-east-1',
    'us-west-1',
    'us-west-2',
    'ca-west-1',
    'mx-central-1',
    'eu-west-1',
    'eu-west-3',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-central-2',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-northeast-1',
    'ap-northeast-3',
    'me-south-1',
    'me-central-1',
    'il-central-1',
    'sa-east-1',
    'af-south-1',
  ].map((region): [string, string[]] => [region, [region]]),
]);
