import { resources, type Template } from '../template/template.ts';
import { type Check, findings, type Json, valuesUnder } from './check.ts';

/** The alarms: what they count, and whom they notify. */
export const alarmChecks = {
  /**
   * `CloudWatch Alarms is not authorized to access the SNS topic encryption key.` appears only in the history of the
   * alarm.
   * @see docs/aws-behaviour/messages.md#messages.alarm-topic
   */
  alarms: (template) => {
    const written = resources(template, 'AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      Properties['MetricTransformations'].map((each: Json) => `${each.MetricNamespace}/${each.MetricName}`),
    );
    return [
      ...resources(template, 'AWS::CloudWatch::Alarm').flatMap(([id, { Properties }]) => {
        const metrics: Json[] = Properties['Metrics'] ?? [Properties];
        const read = [...valuesUnder('Metric', metrics), ...(Properties['Metrics'] ? [] : [Properties])] as Json[];
        const uncounted = read.filter(
          ({ Namespace, MetricName }) => !String(Namespace).startsWith('AWS/') && !written.includes(`${Namespace}/${MetricName}`),
        );
        return findings(id, [
          [
            (Properties['AlarmActions'] ?? []).length === 0,
            'It notifies nobody.',
            'Set AlarmActions to the topic of the alarms.',
          ],
          [
            (Properties['OKActions'] ?? []).length === 0,
            'It does not report when it is over.',
            'Set OKActions to the topic of the alarms.',
          ],
          [
            !('TreatMissingData' in Properties),
            'It does not define what missing data means.',
            'Set TreatMissingData to notBreaching if no data means that nothing happened.',
          ],
          ['AlarmName' in Properties, 'It has a fixed name, so that it can never be replaced.', 'Leave AlarmName out.'],
          [
            'Metrics' in Properties && metrics.filter(({ ReturnData = true }) => ReturnData).length !== 1,
            'It must compare exactly one of its figures with the threshold, but compares none or several.',
            'Set ReturnData to false for all Metrics but one.',
          ],
          [
            uncounted.length > 0,
            `It reads a figure that no metric filter counts: ${uncounted.map(({ MetricName }) => MetricName).join(', ')}.`,
            'Add a metric filter of that name, or correct the name.',
          ],
          [
            (Properties['AlarmActions'] ?? []).some(
              (action: Json) => action.Ref in template.Resources && !mayPublish(template, action.Ref),
            ),
            'CloudWatch may not publish to its topic or use the key of the topic.',
            'Allow cloudwatch.amazonaws.com sns:Publish, kms:Decrypt and kms:GenerateDataKey* in their policies.',
          ],
        ]);
      }),
      ...resources(template, 'AWS::Logs::MetricFilter').flatMap(([id, { Properties }]) =>
        findings(id, [
          [
            Properties['MetricTransformations'].some((each: Json) => 'DefaultValue' in each && 'Dimensions' in each),
            'It has both a default and dimensions, which CloudWatch refuses.',
            'Remove DefaultValue or Dimensions.',
          ],
        ]),
      ),
    ];
  },
} satisfies Record<string, Check>;

/** Whether CloudWatch may publish to a topic of the stack and use its key. */
function mayPublish(template: Template, topic: string): boolean {
  const key: Json = template.Resources[topic]?.Properties['KmsMasterKeyId'];
  const policies = resources(template, 'AWS::SNS::TopicPolicy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Topics']).includes(`"${topic}"`))
    .map(([, { Properties }]) => Properties['PolicyDocument']);
  const keyPolicy = template.Resources[key?.['Fn::GetAtt']?.[0]]?.Properties['KeyPolicy'];
  const toTopic = policies.length === 0 || policies.some((policy) => allows(policy, 'sns:Publish'));
  return toTopic && (key === undefined || (allows(keyPolicy, 'kms:Decrypt') && allows(keyPolicy, 'kms:GenerateDataKey*')));
}

function allows(policy: Json, action: string): boolean {
  return (policy?.Statement ?? []).some(
    ({ Effect, Principal, Action }: Json) =>
      Effect === 'Allow' && [Principal?.Service].flat().includes('cloudwatch.amazonaws.com') && [Action].flat().includes(action),
  );
}
