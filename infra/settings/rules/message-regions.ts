/**
 * In which Regions a user pool may send, by its own Region. A Region that is not listed opened after the tables were
 * written: nothing is known of it, and nothing is refused.
 */
type Regions = ReadonlyMap<string, readonly string[]>;

/**
 * Older Regions, whose pools could once send by these three alone, still may.
 * @see docs/aws-behaviour/messages.md#messages.ses-regions
 */
const legacySes = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html#user-pool-email-developer-region-mapping */
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
 * Of two, Cognito takes the second where none is named.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html#sms-choose-a-region
 * @see docs/aws-behaviour/messages.md#messages.sns-regions
 */
export const snsRegions: Regions = new Map([
  ['us-east-2', ['us-east-2', 'us-east-1']],
  ['ca-central-1', ['ca-central-1', 'us-east-1']],
  ['eu-central-1', ['eu-central-1', 'eu-west-1']],
  ['eu-west-2', ['eu-west-2', 'eu-west-1']],
  ['ap-south-1', ['ap-south-1', 'ap-southeast-1']],
  // No SNS for text messages there, or not for Cognito.
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
