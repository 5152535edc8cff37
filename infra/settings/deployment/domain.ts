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
          is:
            'An issued certificate for that name. It must be in us-east-1, even if the stack is in another Region. ' +
            'Let ACM renew it: while the host name exists, a certificate with another ARN cannot be deployed.',
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
              is: 'Name of that zone: the domain itself or a parent of it. The synth checks this.',
              becomes: '`AWS::Route53::RecordSet.Comment`',
            }),
          })
          .nullable()
          .default(null),
        {
          is:
            'The Route 53 zone that gets alias records for the domain. Null if your DNS is elsewhere: create a ' +
            'CNAME record there with the output `DomainTarget` as its target.',
          becomes: '`AWS::Route53::RecordSet` (A and AAAA)',
        },
      ),
    })
    .nullable()
    .default(null),
  {
    is:
      "A host name of your own for the API. AppSync's own host name keeps working beside it, and is the only one " +
      'if this is null.',
    becomes: '`AWS::AppSync::DomainName`',
    laptop: 'DNS and certificates belong to AWS; the API answers on localhost.',
  },
);
