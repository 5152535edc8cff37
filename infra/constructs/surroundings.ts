import { readFileSync } from 'node:fs';
import { Names } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { publicMutations } from '../schema/public-mutations.ts';
import { providersOf } from '../settings/federation-providers.ts';
import type { Settings } from '../settings/stage.ts';
import { ApiDomain } from './api/domain.ts';
import { WebAcl } from './api/web-acl.ts';
import { Alarms } from './monitoring/alarms.ts';
import { dashboard } from './monitoring/dashboard.ts';
import { Figures } from './monitoring/figures.ts';

export interface SurroundingsProps {
  readonly settings: Settings;
  /** Path of the schema, in modern SDL. */
  readonly schemaFile: string;
  readonly api: GraphqlApi;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Our own functions, by name. */
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** The triggers, by name. */
  readonly triggers: Readonly<Record<string, LambdaFunction>>;
  /** The table for what Cognito does not store; null if the stage has none. */
  readonly accountTable: Table | null;
}

/** The optional parts around the API: its own host name, a web ACL, alarms and a dashboard. */
export class Surroundings extends Construct {
  /** The URL to call. */
  readonly url: string;
  /** The target of the CNAME record of its own host name, if the deployment does not create that record. */
  readonly domainTarget: string | null;

  constructor(scope: Construct, id: string, { settings, schemaFile, ...watched }: SurroundingsProps) {
    super(scope, id);
    const { api } = watched;
    const {
      domain,
      protection: { webAcl },
      monitoring,
    } = settings;
    const apiDomain = domain && new ApiDomain(this, 'Domain', { domain, api });
    this.url = apiDomain?.url ?? api.graphqlUrl;
    this.domainTarget = apiDomain?.target ?? null;

    // Two APIs with the same settings, in one stack or two, must not count into each other's figures.
    const own = Names.uniqueResourceName(scope, { separator: '-', allowedSpecialCharacters: '-', maxLength: 128 });

    const publicNames = publicMutations(readFileSync(schemaFile, 'utf8'));
    if (webAcl) new WebAcl(this, 'WebAcl', { settings, metricName: own, webAcl, api, publicMutations: publicNames });

    if (monitoring.alarms === null && !monitoring.dashboard) return;
    const providers = providersOf(settings).map(({ name }) => name);
    const figures = new Figures(this, 'Figures', { namespace: own, ...watched, providers, webAcl: webAcl && own });
    if (monitoring.alarms !== null) new Alarms(this, 'Alarms', { alarms: monitoring.alarms, figures });
    if (monitoring.dashboard) dashboard(this, figures);
  }
}
