import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Figures } from './figures.ts';

/** The figures on one page. CloudFormation chooses its name, since an account may have two stages. */
export function dashboard(scope: Construct, figures: Figures): Dashboard {
  const graph = (title: string, metrics: readonly IMetric[], unit: string): GraphWidget =>
    new GraphWidget({ title, left: [...metrics], width: 12, leftYAxis: { label: unit, showUnits: false, min: 0 } });
  return new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        graph('Requests', [figures.requests, figures.clientErrors, figures.serverErrors], 'in five minutes'),
        graph('Latency', Object.values(figures.latency), 'ms'),
      ],
      [
        graph('Steps of a sign-in', Object.values(figures.signIns), 'in five minutes'),
        graph('Cognito', [...figures.cognito, figures.cognitoThrottles.met], 'in five minutes'),
      ],
      [
        graph('Duration of functions (p95)', Object.values(figures.durations), 'ms'),
        graph('Messages that could not be sent', [figures.deliveryFailures], 'in an hour'),
      ],
      [
        graph('Errors of functions', Object.values(figures.errors), 'in five minutes'),
        graph('Throttled calls of functions', Object.values(figures.throttles), 'in five minutes'),
      ],
      ...(figures.accountTable === null
        ? []
        : [[graph('Account table', Object.values(figures.accountTable), 'calls in five minutes')]]),
      ...(figures.webAcl.length > 0 ? [[graph('Web ACL', figures.webAcl, 'requests in five minutes')]] : []),
    ],
  });
}
