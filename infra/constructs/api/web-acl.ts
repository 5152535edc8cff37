import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { holdsField } from './field-match.ts';
import { managedGroups } from './managed-rules.ts';

export interface WebAclProps {
  readonly settings: Settings;
  /** The name of its metrics, which nothing else in the account and Region may use. */
  readonly metricName: string;
  readonly webAcl: NonNullable<Settings['protection']['webAcl']>;
  readonly api: GraphqlApi;
  /** The names of the mutations that need no sign-in. */
  readonly publicMutations: readonly string[];
}

/**
 * CloudWatch metrics but no samples. AWS keeps the headers of a sampled request for three hours, readable by anybody
 * who may read the web ACL, and the authorization header contains the caller's token. For the same reason requests are
 * not logged.
 * @see docs/aws-behaviour/waf.md#waf.samples
 */
const visible = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false });

/**
 * A web ACL in front of the API: AWS's own rules, a limit for the requests of one address, and a lower limit for
 * requests with a mutation that needs no sign-in, whatever credential they carry. WAF counts over five minutes, with a
 * delay of some seconds.
 *
 * It does not protect the user pool: the id of the app client is in every page, and with it anybody can call Cognito
 * directly. Against that there are Cognito's own limits, a client secret and the triggers.
 */
export class WebAcl extends Construct {
  constructor(scope: Construct, id: string, { settings, metricName, webAcl, api, publicMutations }: WebAclProps) {
    super(scope, id);
    const rules: Omit<CfnWebACL.RuleProperty, 'priority'>[] = [
      // The lower limit comes first, since requests within the higher limit may still exceed the lower one.
      limit('PublicMutationRate', webAcl.publicRequestsPerFiveMinutes, holdsField(publicMutations)),
      limit('AddressRate', webAcl.requestsPerFiveMinutes),
      ...managedGroups(webAcl.managedRules).map(({ name, ...rule }) => ({ name, ...rule, visibilityConfig: visible(name) })),
    ];
    const acl = new CfnWebACL(this, 'Acl', {
      description: `Before the GraphQL API of ${settings.naming.stackName}`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible(metricName),
      customResponseBodies: { [tooMany]: { contentType: 'APPLICATION_JSON', content: JSON.stringify(tooManyRequests) } },
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
    });
    const association = new CfnWebACLAssociation(this, 'Association', { resourceArn: api.arn, webAclArn: acl.attrArn });
    // While an API is being created, WAF answers "couldn't retrieve the resource that you requested".
    // @see docs/aws-behaviour/waf.md#waf.association
    api.addSchemaDependency(association);
  }
}

function limit(name: string, requests: number, scopeDownStatement?: CfnWebACL.StatementProperty) {
  return {
    name,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: requests,
        evaluationWindowSec: 300,
        ...(scopeDownStatement && { scopeDownStatement }),
      },
    },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: tooMany,
          responseHeaders: [
            // As AppSync does; without it, a browser hides the response from the page.
            { name: 'access-control-allow-origin', value: '*' },
            { name: 'retry-after', value: '60' },
          ],
        },
      },
    },
    visibilityConfig: visible(name),
  };
}

const tooMany = 'TooManyRequests';

/** Has the form of every other refusal of the API. */
const tooManyRequests = {
  errors: [
    {
      errorType: 'TOO_MANY_REQUESTS',
      message: 'Too many requests from this address. Try again in a few minutes.',
      errorInfo: { cognito: null, retryable: true, field: null, requestId: null },
    },
  ],
};
