import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { holdsField } from './field-match.ts';
import { managedGroups } from './managed-rules.ts';

export interface WebAclProps {
  readonly settings: Settings;
  /** What its metrics are called; of nothing else in the account and Region. */
  readonly metricName: string;
  readonly webAcl: NonNullable<Settings['protection']['webAcl']>;
  readonly api: GraphqlApi;
  /** The names of the mutations that need no sign-in. */
  readonly publicMutations: readonly string[];
}

/**
 * What CloudWatch counts, and no samples: AWS keeps the headers of a sampled request for three hours, readable by
 * whoever may read the web ACL, and the authorization header is the caller's token. There is no log of requests for the
 * same reason.
 * @see docs/aws-behaviour/waf.md#waf.samples
 */
const visible = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false });

/**
 * A web ACL before the API: AWS's own rules, a limit to the requests of one address, and a tighter one to those that
 * try a mutation which needs no sign-in, whatever credential comes with them. WAF counts over five minutes, and is some
 * seconds late.
 *
 * It guards the door, not the house: the id of the app client is in every page, and whoever has it can call Cognito
 * itself, past the API and this web ACL. Cognito's own limits, a client secret and the triggers hold there.
 */
export class WebAcl extends Construct {
  constructor(scope: Construct, id: string, { settings, metricName, webAcl, api, publicMutations }: WebAclProps) {
    super(scope, id);
    const rules: Omit<CfnWebACL.RuleProperty, 'priority'>[] = [
      // The narrow one first: an answer of the wide one says nothing about it.
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
    // An API that is still being made is "couldn't retrieve the resource that you requested" to WAF.
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
            // As AppSync does: without it a browser hides the answer from the page.
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

/** In the form of every other refusal of the API. */
const tooManyRequests = {
  errors: [
    {
      errorType: 'TOO_MANY_REQUESTS',
      message: 'Too many requests from this address. Try again in a few minutes.',
      errorInfo: { cognito: null, retryable: true, field: null, requestId: null },
    },
  ],
};
