import { CfnDomainName, CfnDomainNameApiAssociation, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

export interface ApiDomainProps {
  readonly domain: NonNullable<Settings['domain']>;
  readonly api: GraphqlApi;
}

/**
 * The API's own host name, with its DNS records if its zone is in Route 53. AppSync's own host name keeps working.
 */
export class ApiDomain extends Construct {
  readonly url: string;
  /** The target of a CNAME record; null if the records are created here. */
  readonly target: string | null;

  constructor(scope: Construct, id: string, { domain, api }: ApiDomainProps) {
    super(scope, id);
    const name = new CfnDomainName(this, 'Name', { domainName: domain.name, certificateArn: domain.certificateArn });
    // It refers to both, so it is created after them and deleted before them: AppSync deletes neither while they are
    // associated.
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
