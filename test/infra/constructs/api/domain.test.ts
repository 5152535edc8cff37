import { describe, expect, test } from 'vitest';
import { only, resources } from '../../../../infra/template/template.ts';
import { devWith, surroundings } from '../../../support/infra/everything.ts';
import { templateOf } from '../../../support/infra/stack.ts';

const { domain } = surroundings;
const withZone = templateOf(devWith({ domain }));
const without = templateOf(devWith({ domain: { ...domain, hostedZone: null } }));
const id = resources(withZone, 'AWS::AppSync::DomainName')[0]?.[0];

describe('a host name of its own', () => {
  test('is associated with the API by a resource that refers to both, so that neither is deleted too early', () => {
    expect(only(withZone, 'AWS::AppSync::DomainName').Properties).toMatchObject({
      DomainName: 'auth.example.com',
      CertificateArn: domain.certificateArn,
    });
    expect(only(withZone, 'AWS::AppSync::DomainNameApiAssociation').Properties).toEqual({
      ApiId: { 'Fn::GetAtt': ['AuthGraphqlApiE2AB0265', 'ApiId'] },
      DomainName: { 'Fn::GetAtt': [id, 'DomainName'] },
    });
  });

  test('is where the output says that the API is; the names of the outputs stay', () => {
    expect(withZone.Outputs['GraphQLUrl']?.Value).toBe('https://auth.example.com/graphql');
    expect(Object.keys(withZone.Outputs)).toEqual(Object.keys(templateOf(devWith({})).Outputs));
  });

  test('has alias records for both families of addresses in the zone that is given, without a look-up', () => {
    const records = resources(withZone, 'AWS::Route53::RecordSet').map(([, { Properties }]) => Properties);
    const AliasTarget = {
      DNSName: { 'Fn::GetAtt': [id, 'AppSyncDomainName'] },
      HostedZoneId: { 'Fn::GetAtt': [id, 'HostedZoneId'] },
    };
    const record = { Name: 'auth.example.com.', HostedZoneId: 'Z0123456789ABCDEFGHIJ', AliasTarget };
    expect(records).toMatchObject([
      { ...record, Type: 'A' },
      { ...record, Type: 'AAAA' },
    ]);
  });

  test('may be the zone itself', () => {
    const apex = templateOf(devWith({ domain: { ...domain, name: 'example.com' } }));
    expect(resources(apex, 'AWS::Route53::RecordSet').map(([, { Properties }]) => Properties['Name'])).toEqual([
      'example.com.',
      'example.com.',
    ]);
  });

  test('if DNS is elsewhere, an output has the target of the CNAME record', () => {
    expect(resources(without, 'AWS::Route53::RecordSet')).toEqual([]);
    expect(without.Outputs['DomainTarget']?.Value).toEqual({ 'Fn::GetAtt': [id, 'AppSyncDomainName'] });
    expect(withZone.Outputs).not.toHaveProperty('DomainTarget');
  });
});
