import { CfnDomainName, CfnDomainNameApiAssociation, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

export interface ApiDomainProps {
  readonly domain: NonNullable<Settings['domain']>;
  readonly api: GraphqlApi;
}

/**
 * A host name of the API's own, with its DNS records where Route 53 has its zone. The one that AppSync gives goes on
 * answering.
 */
export class ApiDomain extends Construct {
  readonly url: string;
  /** What a CNAME must name; null where the records are made here. */
  readonly target: string | null;

  constructor(scope: Construct, id: string, { domain, api }: ApiDomainProps) {
    super(scope, id);
    const name = new CfnDomainName(this, 'Name', { domainName: domain.name, certificateArn: domain.certificateArn });
    // Refers to both, so that it is made after them and goes before them: AppSync deletes neither while they are tied
    // together.
    // @see docs/aws-behaviour/appsync.md#appsync.domain.ties
    new CfnDomainNameApiAssociation(this, 'Association', { domainName: name.attrDomainName, apiId: api.apiId });
    this.url = `https://${domain.name}/graphql`;
    this.target = domain.hostedZone === null ? name.attrAppSyncDomainName : null;
    if (domain.hostedZone !== null) {
      const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: domain.hostedZone.id,
        zoneName: domain.hostedZone.name,
      });
      const alias = { dnsName: name.attrAppSyncDomainName, hostedZoneId: name.attrHostedZoneId };
      const target = RecordTarget.fromAlias({ bind: () => alias });
      const record = { zone, target, recordName: `${domain.name}.`, comment: `In the zone ${domain.hostedZone.name}` };
      new ARecord(this, 'Ipv4', record);
      new AaaaRecord(this, 'Ipv6', record);
    }
  }
}
