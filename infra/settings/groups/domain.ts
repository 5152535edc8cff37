import { z } from 'zod';
import { domainName } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const domain = setting(
  z
    .strictObject({
      name: setting(domainName, {
        is: 'Host name of the API; its path is `/graphql`.',
        becomes: '`AWS::AppSync::DomainName.DomainName`, the output `GraphQLUrl`',
      }),
      certificateArn: setting(
        z.stringFormat('ARN of an ACM certificate in us-east-1', /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/),
        {
          is: 'Certificate for that name, issued, and in us-east-1 whatever the Region of the stack. Let ACM renew it: another ARN cannot be deployed while the name stands.',
          becomes: '`AWS::AppSync::DomainName.CertificateArn`',
        },
      ),
      hostedZone: setting(
        z
          .strictObject({
            id: setting(z.stringFormat('id of a hosted zone, such as Z0123456789ABCDEFGHIJ', /^Z[A-Z0-9]{1,31}$/), {
              is: 'Id of the public hosted zone.',
              becomes: '`AWS::Route53::RecordSet.HostedZoneId`',
            }),
            name: setting(domainName, {
              is: 'Name of that zone: the domain itself or a parent of it, which is checked at the synth.',
              becomes: '`AWS::Route53::RecordSet.Comment`',
            }),
          })
          .nullable()
          .default(null),
        {
          is: 'The Route 53 zone that gets alias records for the domain. Null for DNS elsewhere: the output `DomainTarget` is what its CNAME must name.',
          becomes: '`AWS::Route53::RecordSet` (A and AAAA)',
        },
      ),
    })
    .nullable()
    .default(null),
  {
    is: "The API's own host name, or null for the one that AppSync gives, which goes on answering.",
    becomes: '`AWS::AppSync::DomainName`',
    laptop: 'DNS and certificates are of AWS; the API answers on localhost.',
  },
);
