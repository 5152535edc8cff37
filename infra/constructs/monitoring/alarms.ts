import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { alarmTopic } from './alarm-topic.ts';
import type { Figures } from './figures.ts';

export interface AlarmsProps {
  readonly alarms: NonNullable<Settings['monitoring']['alarms']>;
  readonly figures: Figures;
}

/** Alarms that report when a figure is too high, and when it is no longer. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { alarms, figures }: AlarmsProps) {
    super(scope, id);
    const { topicArn, emails, functionErrors, latencyMs, gptLatencyMs, deliveryFailures, signInFailures } = alarms;
    this.action = new SnsAction(topicArn === null ? alarmTopic(this, emails) : Topic.fromTopicArn(this, 'GivenTopic', topicArn));
    for (const [name, errors] of Object.entries(figures.errors)) {
      this.alarm(`${name}Errors`, errors, functionErrors, `The function ${name} fails: it crashes, times out or has no Cognito.`);
    }
    for (const [name, throttles] of Object.entries(figures.throttles)) {
      this.alarm(
        `${name}Throttles`,
        throttles,
        functionErrors,
        `Lambda refuses to run the function ${name} as often as it is called.`,
      );
    }
    this.alarm('ServerErrors', figures.serverErrors, functionErrors, 'AppSync itself fails (5XX).');
    for (const [name, duration] of Object.entries(figures.durations)) {
      const limit = name === 'Gpt' ? gptLatencyMs : latencyMs;
      this.alarm(`${name}Latency`, duration, limit, `One call of the function ${name} in twenty takes too long.`, 3);
    }
    this.alarm(
      'CognitoThrottles',
      figures.cognitoThrottles.counted,
      functionErrors,
      'Cognito throttles sign-ups, sign-ins, refreshes or federations.',
    );
    this.alarm('ThrottledByCognito', figures.cognitoThrottles.met, functionErrors, 'Cognito throttles the calls of this API.');
    if (figures.accountTable !== null) {
      this.alarm(
        'AccountTableErrors',
        figures.accountTable.errors,
        functionErrors,
        'DynamoDB itself fails for the account table.',
      );
      this.alarm(
        'AccountTableThrottles',
        figures.accountTable.throttles,
        functionErrors,
        'DynamoDB throttles the account table.',
      );
    }
    this.alarm('DeliveryFailures', figures.deliveryFailures, deliveryFailures, 'Mails or text messages cannot be sent.');
    this.alarm(
      'SignInsRefused',
      figures.signIns.refused,
      signInFailures,
      'Many passwords and codes are wrong: somebody may be trying them out.',
    );
  }

  private alarm(id: string, metric: IMetric, threshold: number, alarmDescription: string, evaluationPeriods = 1): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // If nobody calls, such as at night, nothing is wrong.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }
}
